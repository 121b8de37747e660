package import Dates
import Diagnostics
package import RotaModel
import Rules

/// For the team: what moved, what was uneven, what is still due.
package struct ReportImprovements: Sendable {
  /// A shift that another engineer holds than when the rota was added.
  package struct ChangedHands: Sendable {
    package let week: ShiftWeek
    package let rotation: RotationID
    /// nil for nobody.
    package let from: EngineerID?
    package let to: EngineerID?
  }

  /// Balances in millionths of a shift, over two years up to a week.
  package struct Balance: Sendable {
    package let engineer: EngineerID
    package let rotation: RotationID
    /// Up to the last week before the period, and up to its last; nil for nobody's account.
    package let before: Int?
    package let after: Int?
  }

  package struct Wish: Sendable {
    package enum Kind: String, Sendable { case avoid, prefer, want }
    package let kind: Kind
    package let engineer: EngineerID
    /// Of `avoid` and `prefer`.
    package let week: ShiftWeek?
    /// Of `want`.
    package let project: ProjectID?
    package let isGranted: Bool
  }

  /// A protected week in which an owner held a shift or was not available.
  package struct Broken: Sendable {
    package let project: ProjectID
    package let engineer: EngineerID
    package let week: ShiftWeek
    package let heldShift: Bool
  }

  package struct EndedLater: Sendable {
    package let project: ProjectID
    package let planned: Day
    package let ended: Day
  }

  /// The pairs of owner and week in which the owner held a shift or was not available.
  package struct Interrupted: Sendable {
    package let project: ProjectID
    package let weeks: [(engineer: EngineerID, week: ShiftWeek, heldShift: Bool)]
  }

  /// A project, or a rotation in some weeks, that only this engineer could take.
  package struct Hanging: Sendable {
    package let engineer: EngineerID
    package let project: ProjectID?
    package let rotation: RotationID?
    package let weeks: [ShiftWeek]
  }

  /// nil where it is not known how the rota was when it was added.
  package let changedHands: [ChangedHands]?
  package let covers: [Cover]
  package let unpopular: [Shift]
  package let balances: [Balance]
  package let wishes: [Wish]
  package let broken: [Broken]
  /// Projects that have ended, or end with the period, and whose documentation is required.
  package let documentationDue: [Project]
  /// Projects that introduced something and whose session found no date.
  package let sessionsWithoutDate: [Project]
  /// nil where it is not known what the team file said.
  package let endedLater: [EndedLater]?
  package let interrupted: [Interrupted]
  /// What only one engineer could do.
  package let hanging: [Hanging]

  init(_ facts: ReportFacts, added: (rota: Rota, team: Team)?) {
    let team = facts.team
    changedHands = added.map { facts.changedHands(since: $0.rota) }
    covers = facts.rota.covers.sorted { $0.days.lowerBound < $1.days.lowerBound }
    unpopular = facts.rota.shifts.filter { team.unpopular.touches($0.week.days) }
    balances = facts.balances
    wishes = facts.shiftWishes + facts.projectWishes
    broken = facts.brokenProtection
    documentationDue = facts.ended.filter { $0.docs == .required }
    sessionsWithoutDate = facts.ended.filter {
      team.sharing != nil && $0.introduces != nil
        && facts.sessions.knowledgeSharing(after: $0) == nil
    }
    endedLater = added.map { added in
      facts.ended.compactMap { project in
        guard let planned = added.team.project(project.id)?.lastDay, planned < project.lastDay
        else { return nil }
        return EndedLater(project: project.id, planned: planned, ended: project.lastDay)
      }
    }
    interrupted = facts.interrupted
    hanging = facts.hanging
  }
}

extension ReportFacts {
  /// Whether an engineer holds a shift of a week.
  private func holds(_ engineer: Int, _ week: Int) -> Bool {
    roster.placed.contains { $0.engineer == engineer && $0.week == week }
  }

  fileprivate func changedHands(since added: Rota) -> [ReportImprovements.ChangedHands] {
    func holder(_ rota: Rota, _ week: ShiftWeek, _ rotation: RotationID) -> EngineerID? {
      rota.shifts.first { $0.week == week && $0.rotation == rotation }?.engineer
    }
    return frame.weeks.flatMap { week in
      team.rotations.compactMap { rotation in
        let from = holder(added, week, rotation.id)
        let to = holder(rota, week, rotation.id)
        guard from != to else { return nil }
        return .init(week: week, rotation: rotation.id, from: from, to: to)
      }
    }
  }

  fileprivate var balances: [ReportImprovements.Balance] {
    func accounts(upTo day: Day?) -> ShareAccounts? {
      day.flatMap { FairnessSpan(from: nil, to: $0, in: situation) }
        .map { ShareAccounts($0, in: situation) }
    }
    let before = accounts(upTo: frame.weeks.first.map { $0.start - 1 })
    let after = accounts(upTo: frame.weeks.last?.start)
    func balance(_ accounts: ShareAccounts?, _ engineer: EngineerID, _ rotation: RotationID) -> Int?
    {
      accounts?.rows.first { $0.engineer == engineer }?.rotations
        .first { $0.rotation == rotation }?.account.balance
    }
    return team.engineers.flatMap { engineer in
      team.rotations.compactMap { rotation in
        let was = balance(before, engineer.id, rotation.id)
        let now = balance(after, engineer.id, rotation.id)
        if was == nil, now == nil { return nil }
        return .init(engineer: engineer.id, rotation: rotation.id, before: was, after: now)
      }
    }
  }

  fileprivate var shiftWishes: [ReportImprovements.Wish] {
    frame.engineers.flatMap { engineer in
      frame.weeks.indices.flatMap { week -> [ReportImprovements.Wish] in
        let person = team.engineers[engineer]
        let days = frame.weeks[week].days
        let holds = holds(engineer, week)
        func wish(_ kind: ReportImprovements.Wish.Kind, _ isGranted: Bool)
          -> ReportImprovements.Wish
        {
          .init(
            kind: kind, engineer: person.id, week: frame.weeks[week], project: nil,
            isGranted: isGranted)
        }
        return (person.avoid.touches(days) ? [wish(.avoid, !holds)] : [])
          + (holds && person.prefer.touches(days) || frame.couldGrantPreference(engineer, week)
            ? [wish(.prefer, holds)] : [])
      }
    }
  }

  fileprivate var projectWishes: [ReportImprovements.Wish] {
    frame.engineers.flatMap { engineer in
      frame.projects.indices.compactMap { project in
        let owns = roster.owners[project].contains { $0.engineer == engineer && !$0.days.isEmpty }
        let id = frame.projects[project].project.id
        guard
          owns && team.engineers[engineer].wants.contains(where: { $0.value == id })
            || frame.couldGrantProject(engineer, project)
        else { return nil }
        return .init(
          kind: .want, engineer: team.engineers[engineer].id, week: nil, project: id,
          isGranted: owns)
      }
    }
  }

  /// Weeks of the same engineer and rotation together.
  fileprivate var hanging: [ReportImprovements.Hanging] {
    var found: [ReportImprovements.Hanging] = []
    for hanging in HangsOnOne.all(in: frame) {
      switch hanging {
      case .project(let framed, let engineer):
        found.append(
          .init(engineer: engineer, project: framed.project.id, rotation: nil, weeks: []))
      case .shift(let week, let rotation, let engineer):
        let index = found.firstIndex { $0.engineer == engineer && $0.rotation == rotation }
        let weeks = (index.map { found[$0].weeks } ?? []) + [frame.weeks[week]]
        let entry = ReportImprovements.Hanging(
          engineer: engineer, project: nil, rotation: rotation, weeks: weeks)
        if let index { found[index] = entry } else { found.append(entry) }
      }
    }
    return found
  }

  fileprivate var brokenProtection: [ReportImprovements.Broken] {
    frame.projects.indices.flatMap { project in
      ownerWeeks(project).compactMap { engineer, week in
        let holds = holds(engineer, week)
        guard frame.breaksProtection(engineer, project, week, holds: holds) else { return nil }
        return .init(
          project: frame.projects[project].project.id, engineer: team.engineers[engineer].id,
          week: frame.weeks[week], heldShift: holds)
      }
    }
  }

  fileprivate var interrupted: [ReportImprovements.Interrupted] {
    frame.projects.indices.compactMap { project in
      let weeks = ownerWeeks(project).compactMap { engineer, week in
        let holds = holds(engineer, week)
        return holds || !frame.isAvailable(engineer, week)
          ? (engineer: team.engineers[engineer].id, week: frame.weeks[week], heldShift: holds) : nil
      }
      return weeks.isEmpty
        ? nil : .init(project: frame.projects[project].project.id, weeks: weeks)
    }
  }

  /// The pairs of owner and week of the period in which the owner owns the project on some day.
  private func ownerWeeks(_ project: Int) -> [(engineer: Int, week: Int)] {
    frame.engineers.flatMap { engineer in
      roster.weeksOwned(project, by: engineer).map { (engineer, $0) }
    }
  }
}
