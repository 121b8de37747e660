internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of compiled zone files, such as `/usr/share/zoneinfo`: the one place from which this
/// room reads the outside world.
package struct ZoneDirectory: Sendable {
  package let path: String
  /// The zone that was found last: a run asks for its team's again and again.
  private let last = LastZone()

  package init(path: String) {
    self.path = path
  }

  /// The folder that the environment variable `TZDIR` names, else the system's.
  package static func system(tzdir: String?) -> ZoneDirectory {
    if let tzdir, !tzdir.isEmpty { return ZoneDirectory(path: tzdir) }
    return ZoneDirectory(path: "/usr/share/zoneinfo")
  }

  /// The zone of an IANA name, spelled as IANA does: `Europe/Berlin`.
  ///
  /// UTC is known without any file. Names that could lead out of the folder are unknown names.
  package func zone(named name: String) throws(ZoneError) -> Zone {
    if name == "UTC" { return .utc }
    guard ZoneDirectory.isName(name) else { throw .unknownName(name) }
    if let found = last.zone.withLock({ $0 }), found.name == name { return found }
    let found = try load(name)
    last.zone.withLock { $0 = found }
    return found
  }

  private func load(_ name: String) throws(ZoneError) -> Zone {
    let file = path + "/" + name
    let bytes: [UInt8]
    switch ZoneDirectory.contents(of: file) {
    case .bytes(let found): bytes = found
    case .unreadable(let reason): throw .unreadable(file: file, reason: reason)
    case .nothing: throw holdsZones ? .unknownName(name) : .noZoneData(directory: path)
    }
    do {
      return try ZoneFile.zone(named: name, bytes: bytes)
    } catch {
      throw .malformed(file: file, reason: error.reason)
    }
  }

  /// The names of all zones in the folder, sorted; empty where there are none.
  package func names() -> [String] {
    var names: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in ZoneDirectory.entries(of: path + "/" + folder) {
        // Zones and their regions start with a capital; `posix`, `right`, `zone.tab` do not.
        guard ZoneDirectory.isName(entry.name), entry.name.utf8.first.map(isCapital) == true
        else { continue }
        let name = folder + entry.name
        if !entry.isFolder {
          names.append(name)
        } else if name.utf8.count(where: { $0 == UInt8(ascii: "/") }) < 3 {
          folders.append(name + "/")
        }
      }
    }
    return names.sorted()
  }

  private var holdsZones: Bool {
    start(of: "Etc/UTC") != nil || start(of: "UTC") != nil || !names().isEmpty
  }

  /// Letters, digits, `_`, `-`, `+` between single slashes: no way out of the folder.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 64
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameByte) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isCapital(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
  }

  /// The first bytes of a file of the folder; nil where there is none.
  func start(of file: String) -> [UInt8]? {
    guard case .bytes(let bytes) = ZoneDirectory.contents(of: path + "/" + file, atMost: 1) else {
      return nil
    }
    return bytes
  }

  /// What a file of the folder holds.
  private enum Contents {
    case bytes([UInt8])
    /// No regular file of at most a mebibyte is there.
    case nothing
    /// The system's words on a file that is there and cannot be read.
    case unreadable(String)

    init(errno number: Int32) {
      let isNothing = [ENOENT, ENOTDIR, ENAMETOOLONG, EISDIR].contains(number)
      let words = unsafe strerror(number).map { unsafe String(cString: $0) }
      self = isNothing ? .nothing : .unreadable(words ?? "error \(number)")
    }
  }

  /// Fewer chunks give the file's beginning.
  private static func contents(of path: String, atMost chunks: Int = .max) -> Contents {
    let file = uninterrupted { Int(unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) }
    guard file >= 0 else { return Contents(errno: errno) }
    defer { close(Int32(file)) }
    var bytes: [UInt8] = []
    while bytes.count <= 1 << 20 {
      let chunk = 1 << 14
      var number: Int32 = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let result = uninterrupted { unsafe read(Int32(file), buffer.baseAddress, chunk) }
        if result < 0 { number = errno }
        count = max(0, result)
      }
      if number != 0 { return Contents(errno: number) }
      if part.isEmpty { return bytes.isEmpty ? .nothing : .bytes(bytes) }
      bytes += part
      if bytes.count / chunk >= chunks { return .bytes(bytes) }
    }
    return .nothing
  }

  /// Does it again as long as a signal comes between.
  private static func uninterrupted(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private static func entries(of path: String) -> [(name: String, isFolder: Bool)] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard unsafe stat(path + "/" + name, &status) == 0 else { continue }
      entries.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries
  }
}

/// What copies of a directory remember together.
private final class LastZone: Sendable {
  let zone = Mutex<Zone?>(nil)
}

private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

/// Why there is no zone of a name.
package enum ZoneError: Error, Equatable {
  case unknownName(String)
  case noZoneData(directory: String)
  case malformed(file: String, reason: String)
  case unreadable(file: String, reason: String)

  /// One sentence without a full stop.
  package var message: String {
    switch self {
    case .unknownName(let name): "no time zone is called `\(name)`"
    case .noZoneData(let directory): "there is no time zone data in \(directory)"
    case .malformed(let file, let reason): "\(file) is no time zone file: \(reason)"
    case .unreadable(let file, let reason): "the time zone file \(file) cannot be read: \(reason)"
    }
  }

  /// The likely fix, one sentence without a full stop.
  package var help: String {
    switch self {
    case .unknownName:
      "use an IANA name such as `Europe/Berlin`, spelled with its capitals"
    case .unreadable: "make the file readable, or let TZDIR name another folder of time zone data"
    case .noZoneData, .malformed:
      "install the system's time zone data (the package `tzdata` of most systems), "
        + "or let the environment variable TZDIR name the folder that holds it"
    }
  }
}
