import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let avoid: Rule = Rule(
    "avoid", .soft, "Nobody holds a shift in a week they would like to avoid.",
    why: "Not every reason is time off: a conference, a move, an exam.",
    examples: Examples(
      team: """
        engineers:
          ada: { avoid: [2027-W01] }
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
    shapes: .cellPoints { frame, cell in
      let days = frame.weeks[cell.week].days
      return frame.team.engineers[cell.engineer].avoid.touches(days) ? frame.weight(.avoid) : 0
    },
    tell: { frame, charge in
      "\(frame.name(charge)) would rather avoid \(frame.weekName(charge)) and holds a shift in it"
    })

  static let prefer: Rule = Rule(
    "prefer", .soft, "An engineer holds a shift in the weeks they prefer.",
    why: "Some weeks suit: nothing else planned, or a swap agreed with a colleague.",
    examples: Examples(
      team: """
        engineers:
          ada: { prefer: [2027-W01] }
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: grace }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
        """),
    shapes: .weekPoints { frame, engineer, week, holds in
      !holds && frame.couldGrantPreference(engineer, week) ? frame.weight(.prefer) : 0
    },
    tell: { frame, charge in
      "\(frame.name(charge)) would like a shift in \(frame.weekName(charge)) and holds none"
    })

  static let want: Rule = Rule(
    "want", .soft, "Projects go to the engineers who would like to own them.",
    why: "People do best what they chose.",
    examples: Examples(
      team: """
        engineers:
          ada: { wants: [safe] }
          grace:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
        """,
      breaking: """
        owners:
          safe: [grace]
        """,
      keeping: """
        owners:
          safe: [ada]
        """),
    shapes: .ownerPoints { frame, engineer, project, owned in
      !owned.ever && frame.couldGrantProject(engineer, project) ? frame.weight(.want) : 0
    },
    tell: { frame, charge in
      "\(frame.name(charge)) would like to own \(frame.projectName(charge)) and does not"
    })
}

extension Frame {
  /// Whether the engineer prefers a week and could hold a shift in it.
  package func couldGrantPreference(_ engineer: Int, _ week: Int) -> Bool {
    isAvailable(engineer, week) && !team.engineers[engineer].prefer.isEmpty
      && team.engineers[engineer].prefer.touches(weeks[week].days)
      && rotations.contains { isEligible(engineer, $0, week) && !isClosed($0, week) }
  }

  /// Whether the engineer wants a project, may own it, and its owners are still free to choose.
  package func couldGrantProject(_ engineer: Int, _ project: Int) -> Bool {
    !team.engineers[engineer].wants.isEmpty && projects[project].fixed.isEmpty
      && projects[project].mayOwn[engineer]
      && team.engineers[engineer].wants.contains { $0.value == projects[project].project.id }
  }
}
