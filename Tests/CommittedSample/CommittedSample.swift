package import Foundation

/// The sample team of `config/` as it is committed (or staged), whatever a user has done to the
/// folder since: the first command of the README writes into it.
package enum CommittedSample {
  /// The checkout that the tests were built from.
  package static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A copy of `config/` in a temporary folder; of sources without git, as it is.
  package static let folder: URL = {
    let copy = FileManager.default.temporaryDirectory.appending(
      path: "rota-sample-\(ProcessInfo.processInfo.processIdentifier)")
    let files = git(["ls-files", "config"]).split(separator: "\n").map(String.init)
    guard !files.isEmpty else { return checkout.appending(path: "config") }
    _ = git(["checkout-index", "--force", "--prefix=" + copy.path + "/", "--"] + files)
    return copy.appending(path: "config")
  }()

  /// What git prints in the checkout; empty where it fails.
  private static func git(_ arguments: [String]) -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", checkout.path] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : ""
  }
}
