import Diagnostics
import RotaModel

extension Rule {
  static let rest: Rule = Rule(
    "rest", .hard,
    "Between two shifts of an engineer, of any rotation, lie at least `rest` free weeks.",
    why: """
      A week of interruptions is followed by weeks of project work, across the quarter's edge too.
      """,
    examples: Examples(
      team: """
        rest: 2
        engineers:
          ada:
          grace:
          joan:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
          2027-01-18: { service: joan }
        """),
    shapes: .chain(
      least: { $0.rest + 1 },
      explain: { frame, pair in
        let free = max(0, pair.distance - 1)
        let weeks = free == 0 ? "no free week" : free == 1 ? "1 free week" : "\(free) free weeks"
        return Reason(
          """
          `\(frame.team.engineers[pair.engineer].id)` has \(weeks) between the shifts of \
          \(pair.first.week) and \(pair.second.week); `rest` is \(frame.team.rest)
          """,
          label: "too close", related: [Located("the shift before", at: pair.first.place)],
          help: ["give one of the two shifts to someone else"])
      },
      asked: { frame in
        let rest = frame.team.rest
        guard rest > 0 else { return nil }
        return BlockingFact(
          "`rest: \(rest)`: \(rest == 1 ? "a free week" : "\(rest) free weeks") between two shifts",
          at: frame.team.restPlace, .chosen,
          edit: .setting("lower `rest`", to: (0..<rest).reversed()) { $0.rest = $1 })
      }, held: heldShift))

  /// A shift that stays as it is and binds another by rest.
  private static func heldShift(
    _ frame: Frame, _ engineer: Int, _ shift: Shift, _ side: ChainSide, _ frozen: Int
  ) -> BlockingFact {
    let id = frame.team.engineers[engineer].id
    let (text, kind): (String, FactKind) =
      switch side {
      case .after:
        ("`\(id)` holds the shift of \(shift.week) in a later rota", .heldAfter(shift.week))
      case .before where frozen > 0:
        ("`\(id)` holds the shift of \(shift.week), which stays as it is", .frozen(shift.week))
      case .before:
        ("`\(id)` held the shift of \(shift.week), before the period", .heldBefore(shift.week))
      }
    return BlockingFact(text, at: shift.place, .given, kind: kind, engineer)
  }
}
