import Diagnostics
import RotaModel

extension Rule {
  static let protect: Rule = Rule(
    "protect", .soft,
    "Owners hold no shift, and are there, in the protected weeks of their project.",
    why: "Begin and end of a project, with its documentation, want their owner's whole attention.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        projects:
          safe: { start: 2027-01-04, end: 2027-01-29, owners: [ada], docs: none }
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
        owners:
          safe: [ada]
        """,
      keeping: """
        shifts:
          2027-01-04: { service: grace }
          2027-01-11: { service: ada }
        owners:
          safe: [ada]
        """),
    shapes: .linkPoints { frame, engineer, project, week, holds in
      frame.breaksProtection(engineer, project, week, holds: holds)
        ? frame.projects[project].protectWeight(frame.team.weights) : 0
    },
    tell: { frame, charge in
      guard let engineer = charge.engineer, let week = charge.week else { return "" }
      let what =
        frame.isAvailable(engineer, week) ? "holds a shift in it" : "is not available in it"
      return """
        \(frame.weekName(charge)) is protected for \(frame.projectName(charge)), and its owner \
        \(frame.name(charge)) \(what)
        """
    })
}

extension Frame {
  /// Whether a week is protected for a project and its owner holds a shift in it, or is not there.
  package func breaksProtection(_ engineer: Int, _ project: Int, _ week: Int, holds: Bool) -> Bool {
    (holds || !isAvailable(engineer, week)) && projects[project].protected.contains(week)
  }
}
