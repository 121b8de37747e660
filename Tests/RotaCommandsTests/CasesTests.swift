import Foundation
import Testing

/// Golden cases: a folder each under `Cases/`.
///
/// The command lines of `transcript` run one after the other in one world whose files are those
/// under `files/`, and print what stands below them; the files they wrote or changed stand under
/// `written/`. `ROTA_RECORD=1 swift test` rewrites both and fails, so that nobody mistakes a
/// recording for a test. A new case is a `transcript` of command lines alone, recorded once.
///
/// Where a case has a folder `committed/`, its files are the only commit of a repository, on the
/// branch `main`, and those under `files/` the work tree.
struct CasesTests {
  @Test(arguments: Folder.names(in: Folder.cases))
  func goldenCase(_ name: String) throws {
    let folder = Folder.cases.appending(path: name)
    let given = try Folder.files(in: folder.appending(path: "files"))
    let environment = FakeEnvironment(files: given)
    let committed = try Folder.files(in: folder.appending(path: "committed"))
    let repository = committed.isEmpty ? nil : try TemporaryRepository()
    defer { withExtendedLifetime(repository) {} }
    try repository?.commit(committed.mapValues { String(decoding: $0, as: UTF8.self) })
    environment.repository = repository?.folder
    let expected = Transcript(try Folder.text(folder.appending(path: "transcript")))
    #expect(!expected.entries.isEmpty)
    let got = Transcript(running: expected.entries.map(\.command), in: environment)
    let written = environment.files.filter { given[$0.key] != $0.value }

    if Folder.records {
      try? FileManager.default.removeItem(at: folder.appending(path: "written"))
      try Folder.write(Array(got.text.utf8), to: folder.appending(path: "transcript"))
      for (path, bytes) in written {
        try Folder.write(bytes, to: folder.appending(path: "written/" + path))
      }
      Issue.record("recorded \(name)")
      return
    }
    for difference in got.differences(from: expected) {
      Issue.record("\(name)/transcript\n\(difference)")
    }
    let wanted = try Folder.files(in: folder.appending(path: "written"))
    #expect(wanted.keys.sorted() == written.keys.sorted())
    for (path, bytes) in written.sorted(by: { $0.key < $1.key }) {
      let lines = String(decoding: bytes, as: UTF8.self).lines
      let difference = Transcript(entries: [.init(command: path, lines: lines)]).differences(
        from: Transcript(entries: [
          .init(command: path, lines: String(decoding: wanted[path] ?? [], as: UTF8.self).lines)
        ]))
      #expect(bytes == wanted[path], "\(name)/written/\(difference.joined())")
    }
  }
}
