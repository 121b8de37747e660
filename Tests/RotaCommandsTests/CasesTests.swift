import Foundation
import Testing

/// Golden cases: a folder each under `Cases/`.
///
/// `args` holds a command line a line, run one after the other in one world whose files are those
/// under `files/`. What they print stands in `stdout` and `stderr`, their exit statuses in
/// `status`, and the files they wrote or changed under `written/`. `ROTA_RECORD=1 swift test`
/// rewrites all of these and fails, so that nobody mistakes a recording for a test.
struct CasesTests {
  @Test(arguments: Folder.names(in: Folder.cases))
  func goldenCase(_ name: String) throws {
    let folder = Folder.cases.appending(path: name)
    let given = try Folder.files(in: folder.appending(path: "files"))
    let environment = FakeEnvironment(files: given)
    let lines = try Folder.text(folder.appending(path: "args")).split(separator: "\n")
    let outcomes = lines.map { environment.run(line: String($0)) }

    var yields: [String: [UInt8]] = [:]
    yields["stdout"] = Array(outcomes.map(\.output).joined().utf8)
    yields["stderr"] = Array(outcomes.map(\.errors).joined().utf8)
    yields["status"] = Array(outcomes.map { "\($0.status)\n" }.joined().utf8)
    for (path, bytes) in environment.files where given[path] != bytes {
      yields["written/" + path] = bytes
    }
    yields = yields.filter { !$0.value.isEmpty }

    if Folder.records { try record(yields, in: folder) }
    let expected = try Folder.files(in: folder)
      .filter { $0.key != "args" && !$0.key.hasPrefix("files/") }
    #expect(expected.keys.sorted() == yields.keys.sorted())
    for (path, bytes) in yields.sorted(by: { $0.key < $1.key }) {
      let wanted = expected[path].map { String(decoding: $0, as: UTF8.self) }
      #expect(String(decoding: bytes, as: UTF8.self) == wanted, "\(name)/\(path)")
    }
  }

  private func record(_ yields: [String: [UInt8]], in folder: URL) throws {
    for path in ["stdout", "stderr", "status", "written"] {
      try? FileManager.default.removeItem(at: folder.appending(path: path))
    }
    for (path, bytes) in yields { try Folder.write(bytes, to: folder.appending(path: path)) }
    Issue.record("recorded \(folder.lastPathComponent)")
  }
}
