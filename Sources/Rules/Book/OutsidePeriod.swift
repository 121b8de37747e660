import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let outsidePeriod: Rule = Rule(
    "outside-period", .hard,
    "Every shift stands at a date that starts a shift week of the period, and every cover within one.",
    why: "A shift at another date is in no calendar and counts for nobody.",
    examples: Examples(
      team: """
        engineers:
          ada:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-13: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: ada }
        """),
    shapes: .rota { roster in
      let frame = roster.frame
      let period = roster.rota.period
      let shifts = roster.shifts.filter { $0.week == nil && !roster.isPast($0.shift.week) }.map {
        held in
        let start = held.shift.week.start
        let week = ShiftWeek(holding: start, handover: frame.handover)
        let inside = period.holds(week.start)
        let day = frame.handover.name
        return Reason(
          inside
            ? "\(start) does not start a shift week; weeks start on \(day)"
            : "\(start) lies outside the period \(period.name)",
          label: inside ? "inside the week of \(week)" : "not in the period",
          related: [Located("the period", at: inside ? nil : roster.rota.periodPlace)],
          help: inside ? ["write `\(week)`"] : ["move the line to the rota of its period"]
        ).diagnostic(.outsidePeriod, at: held.shift.weekPlace, about: Subject(held.shift))
      }
      let covers = roster.rota.covers.filter { cover in
        !roster.isPast(cover)
          && !frame.weeks.contains { week in
            let days = roster.rota.days(of: week)
            return days.contains(cover.days.lowerBound)
              && cover.days.upperBound <= days.upperBound
          }
      }.map { cover in
        Reason(
          "the days of this cover lie in no shift week of the period \(period.name)",
          label: "not in the period", related: [Located("the period", at: roster.rota.periodPlace)],
          help: ["move it to the rota that holds the shift"]
        ).diagnostic(.outsidePeriod, at: cover.place, about: Subject(cover))
      }
      return shifts + covers
    })
}
