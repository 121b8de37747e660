import Diagnostics
import Page

/// The folder of a site as it is, against what is to stand there.
struct SiteFolder {
  let path: String
  /// What stands where a file of the site goes, by its path in the site.
  private(set) var old: [String: [UInt8]] = [:]
  /// Pages that Rota made and no longer makes.
  private(set) var stale: [String] = []

  private static let folders = ["rota", "engineer", "calendars"]
  /// Those in which nothing stays that is not made any more.
  private static let swept = ["rota", "engineer"]

  /// - Parameter paths: the files to come, in the site.
  /// - Throws: `Unusable` with everything in the way that Rota did not make.
  init(_ path: String, paths: [String], in environment: any Environment) throws {
    self.path = path
    var obstacles: [Diagnostic] = []
    for folder in [path] + SiteFolder.folders.map({ FilePath.join(path, $0) }) {
      if let obstacle = SiteFolder.obstacle(asFolder: folder, in: environment) {
        obstacles.append(obstacle)
      }
    }
    guard obstacles.isEmpty else { throw Unusable(obstacles) }
    for inside in paths {
      let file = FilePath.join(path, inside)
      do throws(FileProblem) {
        let bytes = try environment.read(file, limit: FileLimit.calendar.bytes)
        old[inside] = bytes
        if !SiteMark.isOurs(bytes, path: inside) { obstacles.append(.foreign(file)) }
      } catch {
        if error.reason == .isFolder { obstacles.append(.foreign(file)) }
        if case .other = error.reason { obstacles.append(.unwritable(error)) }
      }
    }
    guard obstacles.isEmpty else { throw Unusable(obstacles) }
    stale = SiteFolder.stale(path, made: Set(paths), in: environment)
  }

  /// A file that stands where a folder has to be; a folder that is missing is made.
  private static func obstacle(
    asFolder path: String, in environment: any Environment
  ) -> Diagnostic? {
    do throws(FileProblem) {
      _ = try environment.names(inFolder: path)
      return nil
    } catch {
      return error.reason == .missing ? nil : .unreadable(error, "folder")
    }
  }

  private static func stale(
    _ path: String, made: Set<String>, in environment: any Environment
  ) -> [String] {
    var stale: [String] = []
    for folder in swept {
      let names = (try? environment.names(inFolder: FilePath.join(path, folder))) ?? []
      for name in names where name.hasSuffix(".html") {
        let inside = FilePath.join(folder, name)
        guard !made.contains(inside),
          let bytes = try? environment.read(FilePath.join(path, inside), limit: 1024),
          SiteMark.isOurs(bytes, path: inside)
        else { continue }
        stale.append(inside)
      }
    }
    return stale
  }
}

extension Diagnostic {
  fileprivate static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-in-the-way", .error, "`\(path)` is in the way: Rota did not make it", at: nil,
      help: ["move it elsewhere, or publish to a folder of its own"])
  }
}
