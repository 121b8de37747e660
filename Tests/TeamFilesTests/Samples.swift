import CommittedSample
import Dates
import Diagnostics
import Foundation
import RotaModel
import Testing

@testable import TeamFiles

/// A date of a test, which must be one.
func day(_ text: String) throws -> Day { try #require(Day(text), "\(text) is a date") }

/// A team file that must be right.
func team(_ text: String) throws -> Team {
  let reading = readTeam(SourceText(path: "team.yaml", text: text), zones: sampleZones)
  #expect(reading.diagnostics.isEmpty, "\(terminalText(of: reading.diagnostics))")
  return try #require(reading.team)
}

/// A rota file that must be right.
func rota(_ text: String, named path: String = "2027-Q1.yaml", of team: Team) throws -> Rota {
  let reading = readRota(SourceText(path: path, text: text), of: team)
  #expect(reading.diagnostics.isEmpty, "\(terminalText(of: reading.diagnostics))")
  return try #require(reading.rota)
}

/// A few zones: the zone data is another room's.
let sampleZones = ZoneNames(isKnown: { sampleZoneNames.contains($0) }, all: { sampleZoneNames })

private let sampleZoneNames = [
  "Africa/Nairobi", "America/New_York", "Asia/Tokyo", "Europe/Amsterdam", "Europe/Berlin",
  "Europe/Lisbon",
]

/// The sample team of the repository, as it is committed.
let sampleFolder = CommittedSample.folder

func source(of file: URL) throws -> SourceText {
  SourceText(path: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
}
