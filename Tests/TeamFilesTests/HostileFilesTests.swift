import Dates
import Diagnostics
import Foundation
import RotaModel
import SeededNumbers
import Testing

@testable import TeamFiles

/// No file crashes or hangs the program, whatever it holds.
@Suite struct HostileFilesTests {
  /// The sample with some of its bytes changed: read, edited and tidied.
  @Test func changedBytesAreReadOrRefused() throws {
    let team = try #require(
      readTeam(try source(of: sampleFolder.appending(path: "team.yaml")), zones: sampleZones).team)
    let rota = try source(of: sampleFolder.appending(path: "rotas/2026-Q4.yaml"))
    let week = ShiftWeek(startingOn: try day("2026-10-05"))
    var numbers = SeededNumbers(seed: 10)
    var read = 0
    for _ in 0..<60 {
      let teamText = changed(team.source.bytes, &numbers)
      let reading = readTeam(teamText, zones: sampleZones)
      #expect((reading.team == nil) == !reading.diagnostics.isEmpty)
      let pin = TeamEdit.pin(week, RotationID("service"), team.engineers[0].id)
      if case .text = edit(teamText, [pin], zones: sampleZones) { read += 1 }
      _ = tidied(teamText, as: .team)
      let rotaText = changed(rota.bytes, &numbers)
      let rotaReading = readRota(rotaText, of: reading.draft)
      #expect((rotaReading.rota == nil) == !rotaReading.diagnostics.isEmpty)
      let hold = RotaEdit.hold(week, RotationID("service"), team.engineers[0].id)
      if case .text = edit(rotaText, [hold], of: reading.draft) { read += 1 }
      _ = tidied(rotaText, as: .rota)
    }
    #expect(read > 8)
  }

  private func changed(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> SourceText {
    var bytes = bytes
    let marks = Array("#:-,[]{}\"' \n|>09az~".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let index = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &numbers)], at: index)
      case 2:
        let end = min(bytes.count, index + Int.random(in: 1...80, using: &numbers))
        bytes.removeSubrange(index..<end)
      default: bytes[index] = marks[Int.random(in: 0..<marks.count, using: &numbers)]
      }
    }
    return SourceText(path: "a.yaml", bytes: bytes)
  }

  /// Work grows with the file and not with its square.
  @Test func thousandsOfMistakesAreAllTold() throws {
    let count = 2500
    func numbered(_ line: (Int) -> String) -> String { (0..<count).map(line).joined() }
    let unknown = numbered { "e\($0)," }
    let texts = [
      "engineers:\n" + numbered { "  e\($0): { wants: [p\($0)] }\n" },
      numbered { "key\($0): 1\n" } + "engineers: { ada: {} }\n",
      "engineers: { ada: {} }\nrotations: { service: { members: [\(unknown)] } }\n",
      "engineers: { ada: {} }\nrotations: { service: { members: [\(numbered { _ in "ada," })] } }\n",
    ]
    for text in texts {
      let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: .utc)
      #expect(reading.diagnostics.count >= count - 1)
    }
    let covers = "- { from: 2027-01-04, to: 2027-01-05, rotation: service, engineer: ada }\n"
    let rota = "period: 2027-Q1\ncovers:\n" + numbered { _ in covers }
    let read = readRota(
      SourceText(path: "a.yaml", text: rota), of: try team("engineers: { ada: {} }\n"))
    #expect(read.diagnostics.count == 2 * count - 1)
  }

  @Test func numbersBeyondEveryRangeAreMistakes() {
    let huge = String(repeating: "9", count: 40)
    for line in [
      "rest: \(huge)", "engineers: { ada: { load: \(huge)%, max_shifts: \(huge) } }",
      "sharing: { at: Mon 09:00, for: \(huge) hours, within: \(huge) weeks }",
      "unpopular: [\(huge)-01-01, 9999-W53, 0000-W01, 0000-01-01, 2027-W00]",
      "handover: Mon \(huge):00", "feedback: { at: first Mon 24:00 }",
    ] {
      let text = line.hasPrefix("engineers") ? line : line + "\nengineers: { ada: {} }"
      #expect(!readTeam(SourceText(path: "t", text: text + "\n"), zones: .utc).diagnostics.isEmpty)
    }
  }

  /// The first and the last days that a file can name.
  @Test func theEndOfTheCalendarIsReached() throws {
    let team = try team(
      """
      engineers:
        ada:
          joined: 1900-01-01
          leaves: 2999-12-31
          away: [1900-01-01 to 2999-12-31]
          avoid: [2999-W52]
      pins: { 2999-12-31: { service: ada } }
      projects: { all: { start: 1900-01-01, end: 2999-12-31 } }
      """)
    let rota = try rota(
      "period: 2999-12-01 to 2999-12-31\nshifts: { 2999-12-31: { service: ada } }\n",
      named: "a.yaml", of: team)
    #expect(rotaText(rota).contains("2999-12-31"))
  }
}
