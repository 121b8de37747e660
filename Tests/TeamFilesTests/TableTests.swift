import CommittedSample
import ConfigText
import Diagnostics
import Foundation
import RotaModel
import Testing

@testable import TeamFiles

@Suite struct TableTests {
  /// Every example of the table can be read where it stands: the reference tells no lies.
  @Test func examplesAreRight() throws {
    func read(_ key: String, _ value: JSON, in wrap: (String) -> String) throws {
      let base = """
        holidays: { berlin: [2027-01-01] }
        engineers: { ada: { skills: [terraform, vault] }, grace: {} }
        projects: { vault-migration: { start: 2027-01-11, end: 2027-03-05 } }
        """
      let text = wrap("\(key): \(flow(value))")
      let section = text.prefix { $0 != ":" }
      let others = base.split(separator: "\n").filter { !$0.hasPrefix(section + ":") }
      _ = try team(others.joined(separator: "\n") + "\n" + text + "\n")
    }
    for field in teamKeys.fields where !["engineers", "projects"].contains(field.name) {
      try read(field.name, field.example) { $0 }
    }
    for field in rotationKeys.fields {
      try read(field.name, field.example) { "rotations: { service: { \($0) } }" }
    }
    for field in engineerKeys.fields {
      try read(field.name, field.example) {
        "engineers: { ada: { \($0) }, grace: { skills: [terraform, vault] } }"
      }
    }
    for field in projectKeys.fields where !["start", "end", "pair_with"].contains(field.name) {
      try read(field.name, field.example) {
        "projects: { vault-migration: { start: 2027-01-11, end: 2027-03-05, pair_with: [Dora], \($0) } }"
      }
    }
    for field in weightKeys.fields { try read(field.name, field.example) { "weights: { \($0) }" } }
    for field in sharingKeys.fields where field.name != "at" {
      try read(field.name, field.example) { "sharing: { at: Thursday 16:00, \($0) }" }
    }
    for field in feedbackKeys.fields where field.name != "at" {
      try read(field.name, field.example) { "feedback: { at: first Thursday 15:00, \($0) }" }
    }
  }

  @Test func keysAreDistinctAndDocumented() {
    func check<Owner>(_ section: Section<Owner>) {
      #expect(Set(section.fields.map(\.name)).count == section.fields.count)
      for field in section.fields {
        #expect(field.doc.hasSuffix("."), "\(field.name)")
        #expect(!field.words.isEmpty, "\(field.name)")
      }
    }
    check(teamKeys)
    check(engineerKeys)
    check(projectKeys)
    check(rotationKeys)
    check(rotaKeys)
    check(coverKeys)
  }

  @Test func theReferenceNamesEveryKey() {
    let reference = keyReference()
    for name in ["away_days_allowed", "protect_sole", "pair_with", "within", "improvements"] {
      #expect(reference.contains("| `\(name)` |"))
    }
  }

  /// The reference beside the sample is what `rota help config` prints.
  @Test func theDocumentedReferenceIsCurrent() throws {
    let head = """
      # The keys of the files

      The same as `rota help config` prints; made from the table that the reader uses.


      """
    try expectCurrent(besideTheSample("keys.md"), head + keyReference())
  }

  /// The schemas beside the sample are what `rota schema` prints.
  @Test(arguments: FileKind.allCases)
  func schemasBesideTheSampleAreCurrent(kind: FileKind) throws {
    let file = besideTheSample("\(kind.rawValue).schema.json")
    try expectCurrent(file, kind.schema.rendered() + "\n")
  }

  /// A file of `config/` that is made, as it is now.
  private func besideTheSample(_ name: String) -> URL {
    CommittedSample.checkout.appending(path: "config/" + name)
  }

  /// With `ROTA_RECORD=1` the file is written anew and the run fails.
  private func expectCurrent(_ file: URL, _ text: String) throws {
    if ProcessInfo.processInfo.environment["ROTA_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }
}

/// The starter file with every key that is a comment in use.
func uncommented(_ starter: String) -> String {
  starter.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let isProse = line == "#" || line.hasPrefix("# ") && !line.hasPrefix("#  ")
    return String(line.hasPrefix("#") && !isProse ? line.dropFirst() : line)
  }.joined(separator: "\n")
}

@Suite struct StarterTests {
  @Test(arguments: [nil, "Europe/Berlin"])
  func makesATeam(_ zone: String?) throws {
    let team = try team(starterTeamFile(zone: zone))
    #expect(team.engineers.count == 3)
    #expect(team.zone == zone ?? "UTC")
  }

  /// Each commented key may be used by taking away its `#`, all of them at once.
  @Test func everyCommentedKeyIsRight() throws {
    let text = uncommented(starterTeamFile(zone: nil))
    let team = try team(text)
    #expect(team.zone == "Europe/Berlin" && team.engineers.count == 4)
    for field in teamKeys.fields { #expect(text.contains("\n\(field.name):"), "\(field.name)") }
    for field in engineerKeys.fields { #expect(text.contains("\(field.name): "), "\(field.name)") }
    for field in projectKeys.fields { #expect(text.contains("\(field.name): "), "\(field.name)") }
  }
}

@Suite struct SampleTests {
  @Test func theSampleTeamIsRight() throws {
    let reading = readTeam(
      try source(of: sampleFolder.appending(path: "team.yaml")), zones: sampleZones)
    #expect(reading.diagnostics.isEmpty, "\(terminalText(of: reading.diagnostics))")
    let team = try #require(reading.team)
    #expect((8...10).contains(team.engineers.count))
    #expect(team.calendars.count == 2)
    for entry in team.calendars {
      let bytes = try Data(contentsOf: sampleFolder.appending(path: entry.path))
      #expect(bytes.starts(with: Data("BEGIN:VCALENDAR\r\n".utf8)), "\(entry.path)")
    }
    var rotas: [Rota] = []
    for name in ["2026-Q2", "2026-Q3", "2026-Q4"] {
      let file = sampleFolder.appending(path: "\(team.rotasFolder)/\(name).yaml")
      let reading = readRota(try source(of: file), of: team)
      #expect(reading.diagnostics.isEmpty, "\(terminalText(of: reading.diagnostics))")
      rotas.append(try #require(reading.rota))
    }
    #expect(checkFolder(rotas, of: team).isEmpty)
    #expect(rotas.map(\.shifts.count) == [13, 13, 13])
  }
}
