import Dates
import Diagnostics
package import RotaModel

extension Rule {
  static let away: Rule = Rule(
    "away", .hard,
    """
    The holder is away on no more working days of the week than `away_days_allowed`, and works on \
    at least one.
    """,
    why: "Time off comes first: a rota that ignores it is patched by hand all quarter.",
    examples: Examples(
      team: """
        engineers:
          ada: { away: [2027-01-06 to 2027-01-07] }
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: grace }
        """),
    shapes: .cell(
      breaks: { frame, cell in
        let week = frame.weeks[cell.week]
        let missed = frame.availability.awayDays(of: cell.engineer, in: week) & ~cell.covered
        return !frame.availability.canServe(awayDays: missed, of: cell.engineer, in: week)
      },
      explain: { frame, cell in
        isAway(frame.situation, cell.engineer, in: frame.weeks[cell.week], covered: cell.covered)
      }, facts: timeOff),
    .cover { roster, cover, standIn in
      let person = roster.frame.team.engineers[standIn]
      let availability = roster.frame.availability
      guard
        let missed = cover.days.first(where: {
          availability.works(standIn, on: $0) && availability.isAway(standIn, on: $0)
        })
      else { return nil }
      let entries = person.away.filter { $0.days.overlaps(cover.days) }
      return Reason(
        "`\(person.id)` stands in on \(missed) and is away then", label: "away",
        related: entries.map { Located("time off", at: $0.place) },
        help: ["name another stand-in"])
    })

  /// The time off that leaves no room for a shift, all of it together; or that there is no working
  /// day in the week.
  private static func timeOff(_ reason: Reason, _ frame: Frame, _ cell: Cell) -> Blockers {
    let person = frame.team.engineers[cell.engineer]
    let week = frame.weeks[cell.week]
    let availability = frame.availability
    guard !reason.related.isEmpty else {
      return Blockers(
        BlockingFact(reason.message, at: person.place, .outside, cell.engineer, in: cell.week))
    }
    let workdays = availability.workingDays(of: cell.engineer, in: week) & ~cell.covered
    let entries = person.away.map { (entry: $0, days: $0.days.bits(in: week) & workdays) }
      .filter { $0.days != 0 }
    let facts = entries.map { entry, _ in
      BlockingFact(
        "`\(person.id)` is away \(entry.days.phrase)", at: entry.place, .chosen,
        edit: .moving(entry, of: person.id), kind: .timeOff, cell.engineer, in: cell.week)
    }
    let days = entries.map(\.days)
    return Blockers(together: facts) { isKept in
      let missed = days.indices.reduce(into: UInt8(0)) { if isKept($1) { $0 |= days[$1] } }
      return !availability.canServe(awayDays: missed, of: cell.engineer, in: week)
    }
  }

  /// Why an engineer's time off leaves no room for a shift.
  package static func isAway(
    _ situation: Situation, _ engineer: Int, in week: ShiftWeek, covered: UInt8 = 0
  ) -> Reason {
    let person = situation.team.engineers[engineer]
    guard situation.availability.workingDays(of: engineer, in: week) != 0 else {
      return Reason(
        "`\(person.id)` has no working day in the week of \(week)", label: "no working day",
        help: ["give the shift to someone who works in that week"])
    }
    let days =
      (situation.availability.awayDays(of: engineer, in: week) & ~covered).nonzeroBitCount
    let allowed = situation.team.awayDaysAllowed
    let limit = allowed == 0 ? "" : "; `away_days_allowed` is \(allowed)"
    let entries = person.away.filter { $0.days.overlaps(week.days) }
    return Reason(
      "`\(person.id)` is away on \(days) working \(days == 1 ? "day" : "days") of the week of \(week)"
        + limit,
      label: "away", related: entries.map { Located("time off", at: $0.place) },
      help: ["give the shift to someone else, or write a cover for the days away"])
  }
}
