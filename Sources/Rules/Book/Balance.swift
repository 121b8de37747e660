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
      /// `m(j)`: what the owner-week after `j` of them adds; it never falls.
      func marginal(_ j: Int) -> Int { floorDivided(100 * j + 50 - share, by: 50) }
      // The sum falls while the marginal is below zero, and is least where that ends.
      var least = 0
      var sum = 0
      var j = 0
      while marginal(j) < 0 {
        least += marginal(j)
        j += 1
      }
      for j in 0..<owned { sum += marginal(j) }
      return frame.weight(.balance) * (sum - least)
    },
    tell: { frame, charge in
      guard let engineer = charge.engineer else { return "" }
      return """
        \(frame.name(charge)) owns projects for \(charge.count ?? 0) weeks, counted project by \
        project; an even part would be \(hundredths(frame.ownerWeekShare[engineer]))
        """
    })
}
