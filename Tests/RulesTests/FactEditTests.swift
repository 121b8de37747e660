import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

/// What numbers of the team file are changed to where they stand in the way: the nearest first, as
/// far as it may help.
@Suite("Edits of numbers")
struct FactEditTests {
  private func frame(_ team: String, weeks: Int = 4) throws -> Frame {
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: weeks))
    return Frame(try written(team), period: period)
  }

  private func texts(_ edit: FactEdit?) -> [String] {
    (edit.map { [$0] + $0.further } ?? []).map(\.text)
  }

  @Test("lower the rest down to none")
  func rest() throws {
    let asked = try frame("rest: 3\nengineers: { ada: {} }").restFact
    #expect(
      texts(asked?.edit) == ["lower `rest` to 2", "lower `rest` to 1", "lower `rest` to 0"])
    #expect(try frame("rest: 0\nengineers: { ada: {} }").restFact?.text == nil)
  }

  @Test("raise a limit of shifts up to all weeks")
  func limit() throws {
    let made = try frame("engineers: { ada: { max_shifts: 2 }, bo: { max_shifts: 4 }, cy: {} }")
    #expect(
      texts(made.limitFact(of: 0)?.edit) == [
        "raise `max_shifts` of `ada` to 3", "raise `max_shifts` of `ada` to 4",
      ])
    #expect(made.limitFact(of: 1)?.text != nil)
    #expect(made.limitFact(of: 1)?.edit?.text == nil)
    #expect(made.limitFact(of: 2)?.text == nil)
  }

  @Test("raise the projects at once up to ten")
  func ownedAtOnce() throws {
    let made = try frame(
      "engineers: { ada: { projects_at_once: 8 }, bo: { projects_at_once: 10 } }")
    #expect(
      texts(made.situation.ownedAtOnceFact(of: 0)?.edit) == [
        "raise `projects_at_once` of `ada` to 9", "raise `projects_at_once` of `ada` to 10",
      ])
    #expect(made.situation.ownedAtOnceFact(of: 1)?.edit?.text == nil)
  }

  @Test("allow more days away up to a week, and change the team's number")
  func awayDays() throws {
    let team = try written("away_days_allowed: 5\nengineers: { ada: {} }").team
    let edit = try #require(FactEdit.allowingMoreAwayDays(team))
    #expect(
      texts(edit) == ["raise `away_days_allowed` to 6", "raise `away_days_allowed` to 7"])
    var changed = team
    for edit in [edit] + edit.further { edit.apply(&changed) }
    #expect(changed.awayDaysAllowed == 7)
    changed.awayDaysAllowed = 7
    #expect(FactEdit.allowingMoreAwayDays(changed)?.text == nil)
  }

  @Test("change the engineer they are about, and nobody else")
  func applied() throws {
    let made = try frame("engineers: { ada: { max_shifts: 2 }, bo: { max_shifts: 2 } }")
    var team = made.team
    let edit = try #require(made.limitFact(of: 1)?.edit)
    edit.apply(&team)
    #expect(team.engineers.map { $0.maxShifts?.value } == [2, 3])
  }
}
