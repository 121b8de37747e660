import Diagnostics
import Foundation
import Testing

@testable import ConfigText

/// One broken file per mistake with the exact text it must print beside it. `ROTA_RECORD=1` writes
/// the texts anew and fails the run.
@Suite struct InvalidTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Invalid")

  static var samples: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }

  /// Mistakes that take megabytes; `LimitTests` makes them.
  static let large: Set<Mistake> = [.fileTooLarge, .lineTooLong, .tooManyValues]

  @Test(arguments: samples)
  func sample(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: InvalidTests.folder.appending(path: name)))
    let reading = readConfig(SourceText(path: name, bytes: bytes))
    let printed = terminalText(of: reading.diagnostics)
    // `ID.yaml`, or `ID-WORDS.yaml` where a mistake is made in several ways.
    let id = try #require(reading.diagnostics.first?.id)
    #expect(name == id + ".yaml" || name.hasPrefix(id + "-"))
    #expect(reading.diagnostics.allSatisfy { !$0.help.isEmpty && !$0.label.isEmpty })

    let golden = InvalidTests.folder.appending(path: name.dropLast(5) + ".txt")
    if ProcessInfo.processInfo.environment["ROTA_RECORD"] == "1" {
      try Data(printed.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent)")
    }
    #expect(try printed == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func everyMistakeHasASample() {
    let shown = Set(InvalidTests.samples.map { $0.dropLast(5) })
    for mistake in Mistake.allCases where !InvalidTests.large.contains(mistake) {
      #expect(shown.contains(Substring(mistake.rawValue)), "no sample of \(mistake.rawValue)")
    }
  }
}
