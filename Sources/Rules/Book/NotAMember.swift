import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let notAMember: Rule = Rule(
    "not-a-member", .hard,
    "The holder is a member of the rotation for the whole shift week and has all its skills.",
    why: "A shift held by someone who cannot do the work is a shift held by nobody.",
    examples: Examples(
      team: """
        rotations:
          service: { members: [ada, grace from 2027-01-11] }
        engineers:
          ada:
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: grace }
          2027-01-18: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-18: { service: grace }
        """),
    shapes: .cell(
      breaks: { frame, cell in !frame.isEligible(cell.engineer, cell.rotation, cell.week) },
      explain: { frame, cell in
        cannotServe(
          frame.situation, engineer: cell.engineer, rotation: cell.rotation,
          on: frame.weeks[cell.week].days)
      }, facts: { Blockers(missing($0, $1, $2)) }),
    .cover { roster, cover, standIn in
      let availability = roster.frame.availability
      guard let rotation = availability.index(of: cover.rotation),
        !availability.hasSkills(standIn, for: rotation)
          || !availability.isMember(standIn, of: rotation, on: cover.days)
      else { return nil }
      return cannotServe(
        roster.frame.situation, engineer: standIn, rotation: rotation, on: cover.days)
    })

  /// The skill or the membership that is missing.
  private static func missing(_ reason: Reason, _ frame: Frame, _ cell: Cell) -> BlockingFact {
    let id = frame.team.engineers[cell.engineer].id
    let duty = frame.team.rotations[cell.rotation].id
    let place = reason.related.first?.place
    guard frame.availability.hasSkills(cell.engineer, for: cell.rotation) else {
      return BlockingFact(
        reason.message, at: place, .given, kind: .skill(cell.rotation), cell.engineer)
    }
    return BlockingFact(
      "`\(id)` is not a member of `\(duty)` in all of the weeks", at: place, .given,
      edit: FactEdit(text: "make `\(id)` a member of `\(duty)`") { team in
        guard let index = team.rotations.firstIndex(where: { $0.id == duty }) else { return }
        team.rotations[index].members?.removeAll { $0.engineer == id }
        team.rotations[index].members?.append(EngineerSpan(id))
      }, kind: .membership(cell.rotation), cell.engineer, in: cell.week)
  }

  /// Why an engineer cannot serve in a rotation on some days, employed or not.
  static func cannotServe(
    _ situation: Situation, engineer: Int, rotation: Int, on days: Range<Day>
  ) -> Reason {
    let person = situation.team.engineers[engineer]
    let duty = situation.team.rotations[rotation]
    let lacking = duty.skills.filter { !person.skills.contains($0.value) }
    guard lacking.isEmpty else {
      let names = lacking.map { "`\($0.value)`" }.joined(separator: ", ")
      return Reason(
        "`\(person.id)` lacks \(names), which `\(duty.id)` asks for",
        label: "lacks \(names)", related: [Located("asked for here", at: lacking[0].place)],
        help: ["give the shift to someone with the skill, or add it to `\(person.id)`"])
    }
    let spans = duty.members?.filter { $0.engineer == person.id } ?? []
    let dates =
      spans.isEmpty ? "" : " on all days from \(days.lowerBound) to \(days.upperBound - 1)"
    return Reason(
      "`\(person.id)` is not a member of `\(duty.id)`" + dates, label: "not a member then",
      related: [
        Located(
          spans.isEmpty ? "the rotation" : "a member here", at: spans.first?.place ?? duty.place)
      ],
      help: ["give the shift to a member, or change `members` of `\(duty.id)`"])
  }
}
