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
    var names: [String: [String]] = [:]
    for folder in [path] + SiteFolder.folders.map({ FilePath.join(path, $0) }) {
      do throws(FileProblem) {
        names[folder] = try environment.names(inFolder: folder)
      } catch {
        // A folder that is missing is made.
        if error.reason != .missing { obstacles.append(.unreadable(error, "folder")) }
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
    let made = Set(paths)
    for folder in SiteFolder.swept {
      for name in names[FilePath.join(path, folder)] ?? [] where name.hasSuffix(".html") {
        let inside = FilePath.join(folder, name)
        if made.contains(inside) { continue }
        do throws(FileProblem) {
          let bytes = try environment.read(FilePath.join(path, inside), limit: 1024)
          if SiteMark.isOurs(bytes, path: inside) { stale.append(inside) }
        } catch {
          if case .other = error.reason { obstacles.append(.unreadable(error, "page")) }
        }
      }
    }
    guard obstacles.isEmpty else { throw Unusable(obstacles) }
  }
}

extension Diagnostic {
  fileprivate static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-in-the-way", .error, "`\(path)` is in the way: Rota did not make it", at: nil,
      help: ["move it elsewhere, or publish to a folder of its own"])
  }
}
