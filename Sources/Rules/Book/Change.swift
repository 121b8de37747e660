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
      return frame.weight(.changeOwner) * frame.baseOwners(of: project).count { $0 == id }
    },
    .projectPoints { frame, project in
      // Names that the team file no longer has cannot stay, whatever is decided.
      let lost = frame.baseOwners(of: project).count { frame.availability.index(of: $0) == nil }
      return frame.weight(.changeOwner) * lost
    },
    tell: { frame, charge in
      "\(frame.name(charge)) owned \(frame.projectName(charge)) in the earlier plan and does not now"
    })
}

extension Frame {
  /// The names that own a project in the base rota on one of its days to decide, each once.
  func baseOwners(of project: Int) -> [EngineerID] {
    let framed = projects[project]
    let entries =
      purpose.base?.owners.first { $0.project == framed.project.id }?.entries ?? []
    var names: [EngineerID] = []
    for entry in entries
    where entry.days.overlaps(framed.daysToDecide) && !names.contains(entry.engineer) {
      names.append(entry.engineer)
    }
    return names
  }
}
