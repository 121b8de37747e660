import Diagnostics
import Foundation
import RotaModel
import Testing

@testable import TeamFiles

/// One broken file per mistake under `Invalid/`, with the exact text that tells it.
///
/// With `ROTA_RECORD=1` the texts are written anew and the run fails.
@Suite struct GalleryTests {
  @Test(arguments: try brokenFiles("team"))
  func team(file: URL) throws {
    let source = try source(of: file)
    let reading = readTeam(source, zones: sampleZones)
    #expect(reading.team == nil)
    try compare(reading.diagnostics, with: file)
  }

  @Test(arguments: try brokenFiles("rota"))
  func rota(file: URL) throws {
    let source = try source(of: file)
    let team = try #require(
      readTeam(
        SourceText(path: "team.yaml", text: "engineers:\n  ada: {}\n  bob: {}\n"), zones: .utc
      ).team)
    let reading = readRota(source, of: team)
    #expect(reading.rota == nil)
    try compare(reading.diagnostics, with: file)
  }

  private func compare(_ mistakes: [Diagnostic], with file: URL) throws {
    let text = terminalText(of: mistakes)
    let expected = file.deletingPathExtension().appendingPathExtension("txt")
    if ProcessInfo.processInfo.environment["ROTA_RECORD"] == "1" {
      try Data(text.utf8).write(to: expected)
      Issue.record("recorded \(expected.lastPathComponent)")
      return
    }
    #expect(!mistakes.isEmpty)
    #expect(try String(contentsOf: expected, encoding: .utf8) == text)
  }
}

private func brokenFiles(_ kind: String) throws -> [URL] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Invalid/\(kind)")
  return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
}
