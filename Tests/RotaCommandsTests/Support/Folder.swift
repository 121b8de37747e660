import CommittedSample
import Foundation

/// Folders of test files on disk.
enum Folder {
  static let checkout = CommittedSample.checkout

  static let cases = checkout.appending(path: "Tests/RotaCommandsTests/Cases")

  /// Whether goldens are rewritten by what the code yields.
  static let records = ProcessInfo.processInfo.environment["ROTA_RECORD"] == "1"

  static func names(in folder: URL) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// All files of a folder by their path in it.
  static func files(in folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let prefix = folder.path + "/"
    guard let entries = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
    for case let path as String in entries {
      guard entries.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      files[path] = try [UInt8](Data(contentsOf: URL(filePath: prefix + path)))
    }
    return files
  }

  /// The files of the committed sample team, as they lie in a world: `config/team.yaml` and so on.
  static func sample() throws -> [String: [UInt8]] {
    let files = try files(in: CommittedSample.folder)
    return Dictionary(uniqueKeysWithValues: files.map { ("config/" + $0.key, $0.value) })
  }

  static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  static func write(_ bytes: [UInt8], to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
