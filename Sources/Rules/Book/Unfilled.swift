import Diagnostics
import RotaModel

extension Rule {
  static let unfilled: Rule = Rule(
    "unfilled", .hard, "Somebody holds every shift of the period, except in closed weeks.",
    why: "Service tasks come in every week; one without a holder lands on everybody.",
    examples: Examples(
      team: """
        rest: 0
        engineers:
          ada:
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
        """,
      keeping: Fairness.turnAbout),
    shapes: .rota { roster in
      let frame = roster.frame
      return frame.weeks.indices.flatMap { week in
        frame.rotations.compactMap { rotation -> Diagnostic? in
          guard !roster.isPast(frame.weeks[week]), !frame.isClosed(rotation, week),
            !roster.isFilled(rotation, week)
          else { return nil }
          let name = frame.team.rotations[rotation].id
          return Reason(
            "nobody holds `\(name)` in the week of \(frame.weeks[week])", label: "a shift is open",
            help: ["write `\(frame.weeks[week]): { \(name): ID }` under `shifts`"]
          ).diagnostic(
            .unfilled, at: roster.place(ofWeek: week), about: Subject(name, in: frame.weeks[week]))
        }
      }
    })
}
