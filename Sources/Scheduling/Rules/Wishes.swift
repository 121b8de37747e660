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
      guard !holds, frame.isAvailable(engineer, week),
        frame.team.engineers[engineer].prefer.touches(frame.weeks[week].days),
        frame.rotations.contains(where: {
          frame.isEligible(engineer, $0, week) && !frame.isClosed($0, week)
        })
      else { return 0 }
      return frame.weight(.prefer)
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
      let framed = frame.projects[project]
      guard !owned.ever, framed.fixed.isEmpty, framed.mayOwn[engineer],
        frame.team.engineers[engineer].wants.contains(where: { $0.value == framed.project.id })
      else { return 0 }
      return frame.weight(.want)
    },
    tell: { frame, charge in
      "\(frame.name(charge)) would like to own \(frame.projectName(charge)) and does not"
    })
}
