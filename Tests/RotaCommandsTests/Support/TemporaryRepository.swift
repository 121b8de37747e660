import Foundation
import RotaCommands

/// A git repository in a temporary folder, removed when it goes out of use.
final class TemporaryRepository {
  let folder: String
  /// The files of the work tree by their path in it.
  private(set) var files: [String: [UInt8]] = [:]

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "rota-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    try git(["init", "--quiet", "--initial-branch=main"])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes files, nil for those to remove, and commits all of them.
  func commit(_ texts: [String: String?], _ message: String = "A change") throws {
    try write(texts)
    try git(["add", "--all"])
    try commitIndex(message)
  }

  /// Commits what the index has.
  func commitIndex(_ message: String = "A change") throws {
    try git([
      "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false",
      "commit", "--quiet", "--no-verify", "--message", message,
    ])
  }

  func write(_ texts: [String: String?]) throws {
    for (path, text) in texts {
      let file = URL(filePath: folder).appending(path: path)
      files[path] = text.map { Array($0.utf8) }
      if let text {
        try Folder.write(Array(text.utf8), to: file)
      } else {
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  @discardableResult
  func git(_ arguments: [String]) throws -> String {
    let result = GitProcess.run(arguments, in: folder)
    guard result.status == 0 else {
      throw CocoaError(.executableNotLoadable, userInfo: ["git": result.errors])
    }
    return String(decoding: result.output, as: UTF8.self)
  }

  /// A world whose files are those of the work tree, and whose git is this one.
  var environment: FakeEnvironment {
    let environment = FakeEnvironment(files: files)
    environment.repository = folder
    return environment
  }
}
