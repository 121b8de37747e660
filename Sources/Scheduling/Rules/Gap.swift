import Diagnostics
import RotaModel

extension Rule {
  static let gap: Rule = Rule(
    "gap", .warning, "No week between the latest earlier rota and this one is on no rota.",
    why: "Weeks on no rota have nobody on duty, and count for nobody.",
    examples: Examples(
      team: """
        engineers:
          ada:
        """,
      breakingAfter: "period: 2026-Q3", keepingAfter: "period: 2026-Q4"),
    shapes: .rota { roster in
      let frame = roster.frame
      guard let first = frame.weeks.first,
        let latest = frame.earlier.max(by: { $0.period.last < $1.period.last })
      else { return [] }
      let handover = frame.team.handover.weekday
      var next = ShiftWeek(holding: latest.period.last + 1, handover: handover)
      if next.start <= latest.period.last { next = ShiftWeek(startingOn: next.start + 7) }
      guard next < first, !roster.isPast(first) else { return [] }
      let weeks = next.weeks(to: first)
      return [
        Reason(
          """
          \(weeks == 1 ? "the week of \(next) is" : "the \(weeks) weeks from \(next) on are") on \
          no rota
          """,
          label: "begins after a gap",
          related: [Located("the rota before", at: latest.periodPlace)],
          help: ["generate the weeks between: `rota generate --from \(next) --weeks \(weeks)`"]
        ).diagnostic(.gap, at: roster.rota.periodPlace)
      ]
    })
}
