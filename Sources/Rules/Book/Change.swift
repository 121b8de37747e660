import Diagnostics
import RotaModel

extension Rule {
  static let change: Rule = Rule(
    "change", .soft, "Against an earlier plan (`--base`), shifts stay with their holders.",
    why: "People have planned around the rota they saw.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        """,
      base: """
        shifts:
          2027-01-04: { service: ada }
        """,
      breaking: """
        shifts:
          2027-01-04: { service: grace }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
        """),
    shapes: .cellPoints { frame, cell in
      guard case .generate(let base?) = frame.purpose,
        let shift = base.shifts.first(where: {
          $0.week == frame.weeks[cell.week]
            && $0.rotation == frame.team.rotations[cell.rotation].id
        })
      else { return 0 }
      let stays = shift.engineer == frame.team.engineers[cell.engineer].id
      return stays ? 0 : frame.weight(.change)
    },
    tell: { frame, charge in
      "\(frame.weekName(charge)) went to \(frame.name(charge)), another than in the earlier plan"
    })

  static let changeOwner: Rule = Rule(
    "change_owner", .soft, "Against an earlier plan, projects stay with their owners.",
    why: "A project that changes hands is explained twice.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        projects:
          safe: { start: 2027-01-11, end: 2027-01-29, docs: none }
        """,
      base: """
        owners:
          safe: [ada]
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
      guard !owned.ahead else { return 0 }
      let id = frame.team.engineers[engineer].id
      return frame.weight(.changeOwner) * frame.projects[project].baseOwners.count { $0 == id }
    },
    .projectPoints { frame, project in
      // Names that the team file no longer has cannot stay, whatever is decided.
      let lost = frame.projects[project].baseOwners.count {
        frame.availability.index(of: $0) == nil
      }
      return frame.weight(.changeOwner) * lost
    },
    tell: { frame, charge in
      "\(frame.name(charge)) owned \(frame.projectName(charge)) in the earlier plan and does not now"
    })
}
