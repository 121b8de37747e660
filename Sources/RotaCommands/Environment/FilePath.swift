/// Paths as text, with `/` between their parts.
enum FilePath {
  /// The part before the last `/`; empty for a name alone.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// `path` as seen from a folder; an absolute path stays as it is.
  static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || path.hasPrefix("/") { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Whether a path that is relative to a folder leads out of it, by its text alone.
  static func leavesItsFolder(_ path: String) -> Bool {
    path.hasPrefix("/") || parts(path) == nil
  }

  /// The parts of a path by its text alone: without `.`, and without `..` and what it takes back. nil
  /// where it leads out of where it begins.
  static func parts(_ path: String) -> [Substring]? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts
  }

  /// The path without `.` parts and doubled slashes, so that two spellings of it compare equal.
  /// `..` stays: behind a symbolic link it leads elsewhere.
  static func normal(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// A path as it is written in a file of a folder: `../drafts/a.yaml` from `config`. One of the two
  /// that is absolute, or a folder that leads out by `..`, leaves the path as it is.
  static func path(_ path: String, from folder: String) -> String {
    let parts = normal(path).split(separator: "/")
    let above = normal(folder).split(separator: "/")
    guard path.hasPrefix("/") == folder.hasPrefix("/"), !above.contains("..") else { return path }
    let common = zip(parts.dropLast(), above).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: above.count - common) + parts.dropFirst(common))
      .joined(separator: "/")
  }
}
