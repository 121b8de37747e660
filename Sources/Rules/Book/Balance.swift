import Diagnostics
import RotaModel

extension Rule {
  static let balance: Rule = Rule(
    "balance", .soft, "Owning projects is shared out by load and availability.",
    why: "Who always owns something never has room for what comes up.",
    examples: Examples(
      team: """
        engineers:
          ada: { projects_at_once: 2 }
          grace:
        projects:
          safe: { start: 2027-01-04, end: 2027-02-26, docs: none }
          edge: { start: 2027-01-04, end: 2027-02-26, docs: none }
        """,
      breaking: """
        owners:
          safe: [ada]
          edge: [ada]
        """,
      keeping: """
        owners:
          safe: [ada]
          edge: [grace]
        """),
    shapes: .ownerWeekPoints { frame, engineer, owned in
      guard !frame.projects.isEmpty else { return 0 }
      let share = frame.ownerWeekShare[engineer]
      // What the owner-week after `j` of them adds, `m(j)`, is 2j and what the first one adds.
      let first = floorDivided(50 - share, by: 50)
      func sum(_ owned: Int) -> Int { owned * (owned - 1) + owned * first }
      // The sum falls while that is below zero, and is least where that ends.
      return frame.weight(.balance) * (sum(owned) - sum(max(0, (1 - first) / 2)))
    },
    tell: { frame, charge in
      guard let engineer = charge.engineer else { return "" }
      return """
        \(frame.name(charge)) owns projects for \(charge.count ?? 0) weeks, counted project by \
        project; an even part would be \(hundredths(frame.ownerWeekShare[engineer]))
        """
    })
}
