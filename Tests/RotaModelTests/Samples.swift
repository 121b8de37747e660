import Dates
import Diagnostics
import RotaModel
import Testing

/// A date of a test, which must be one.
///
/// Of any year: dates reckon beyond those that files may name.
func day(_ text: String) throws -> Day { try #require(Day(anyYear: text), "\(text) is a date") }

/// Both days included, as in files.
func days(_ first: String, _ last: String) throws -> Range<Day> {
  try day(first)..<(day(last) + 1)
}

/// Places don't matter to these tests: everything stands in an empty file.
let nowhere = Place(SourceText(path: "team.yaml", text: ""), 0..<0)

func marked(_ first: String, _ last: String? = nil) throws -> MarkedDays {
  MarkedDays(try days(first, last ?? first), at: nowhere)
}

func engineer(_ id: String) -> Engineer {
  Engineer(id: EngineerID(id), name: id, workdays: .mondayToFriday, place: nowhere)
}

func engineer(_ id: String, _ change: (inout Engineer) throws -> Void) rethrows -> Engineer {
  var engineer = engineer(id)
  try change(&engineer)
  return engineer
}

/// A team with one rotation, `service`.
func team(_ engineers: [Engineer]) -> Team {
  var team = Team(source: nowhere.source)
  team.engineers = engineers
  team.rotations = [Rotation(id: RotationID("service"), name: "Service tasks", place: nil)]
  return team
}

func team(_ engineers: [Engineer], _ change: (inout Team) throws -> Void) rethrows -> Team {
  var team = team(engineers)
  try change(&team)
  return team
}
