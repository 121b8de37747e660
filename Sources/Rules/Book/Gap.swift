import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let gap: Rule = Rule(
    "gap", .warning, "No day between the latest earlier rota and this one is on no rota.",
    why: "Days on no rota have nobody on duty, and count for nobody.",
    examples: Examples(
      team: """
        engineers:
          ada:
        """,
      breakingAfter: "period: 2026-Q3", keepingAfter: "period: 2026-Q4"),
    shapes: .rota { roster in
      let frame = roster.frame
      guard let first = frame.weeks.first, first.last >= roster.today,
        let before = frame.situation.history.latestWeek(inFirst: frame.earlier.count)
      else { return [] }
      // Of another weekday, the first handover ends the shift before it, sooner or later.
      let isSameDay = before.week.start.weekday == first.start.weekday
      let reach = isSameDay ? 7 : Rota.daysToAnotherWeekday.upperBound
      guard before.week.start.distance(to: first.start) > reach else { return [] }
      let gap = before.week.start + 7..<first.start
      let weeks = gap.count / 7
      var next = ShiftWeek(holding: gap.lowerBound, handover: first.start.weekday)
      if next.start < gap.lowerBound { next = ShiftWeek(startingOn: next.start + 7) }
      let words =
        !isSameDay
        ? "nobody holds the days from \(gap.lowerBound) to \(gap.upperBound - 1): they are"
        : weeks == 1 ? "the week of \(next) is" : "the \(weeks) weeks from \(next) on are"
      return [
        Reason(
          "\(words) on no rota",
          label: "begins after a gap",
          related: [Located("the rota before", at: before.rota.periodPlace)],
          help: [
            "generate the weeks between: `rota generate --from \(next) --weeks \(next.weeks(to: first))`"
          ]
        ).diagnostic(.gap, at: roster.rota.periodPlace, about: Subject(first))
      ]
    })
}
