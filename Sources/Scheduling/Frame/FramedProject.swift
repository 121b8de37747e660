import Diagnostics
import RotaModel

/// A project of the period: what is to be decided of it, and who may own it.
struct FramedProject: Sendable {
  let project: Project
  /// Empty where earlier rotas decided all of its life.
  let daysToDecide: Range<Day>
  /// The indices of the period's weeks that its life touches; never empty.
  let weeks: Range<Int>
  /// The indices of its protected weeks, in order.
  let protected: [Int]
  /// By engineer.
  let mayOwn: [Bool]
  let fixed: [FixedOwner]
  /// What the rota being mended decided of it before the replanning date.
  let prior: [EngineerSpan]

  struct FixedOwner: Sendable {
    let engineer: Int
    /// Named in the team file, or kept from an earlier rota.
    let isNamed: Bool
    /// The entry of the earlier rota, or the name in the team file.
    let entry: EngineerSpan
  }

  var ownersNeeded: Int { project.ownersNeeded }

  /// Points for a protected week in which an owner holds a shift or is not available.
  func protectWeight(_ weights: Weights) -> Int {
    weights[ownersNeeded == 1 ? .protectSole : .protectShared]
  }

  /// The days on which an engineer owned it before the days to decide.
  func priorDays(of engineer: EngineerID) -> [Range<Day>] {
    let before = project.firstDay..<max(project.firstDay, daysToDecide.lowerBound)
    return prior.filter { $0.engineer == engineer }.map { $0.days.clamped(to: before) }
      .filter { !$0.isEmpty }
  }

  static func all(
    of situation: Situation, weeks: [ShiftWeek], earlier: [Rota], purpose: Frame.Purpose
  ) -> [FramedProject] {
    guard let first = weeks.first?.start, let last = weeks.last?.last else { return [] }
    return situation.team.projects.compactMap { project in
      guard project.life.overlaps(first..<last + 1) else { return nil }
      return FramedProject(
        project, in: situation, weeks: weeks, earlier: earlier, purpose: purpose)
    }
  }

  private init(
    _ project: Project, in situation: Situation, weeks: [ShiftWeek], earlier: [Rota],
    purpose: Frame.Purpose
  ) {
    self.project = project
    let availability = situation.availability
    let team = situation.team
    let firstDay = weeks.first?.start ?? project.firstDay
    var decideFrom = max(project.firstDay, firstDay)
    var sources = earlier
    if case .replan(let date, let base) = purpose {
      sources.append(base)
      if project.firstDay < date { decideFrom = max(decideFrom, date) }
    }
    let toDecide = min(decideFrom, project.life.upperBound)..<project.life.upperBound
    daysToDecide = toDecide
    func indices(touching days: Range<Day>) -> Range<Int> {
      let from = weeks.firstIndex { $0.days.upperBound > days.lowerBound } ?? weeks.count
      let end = weeks.firstIndex { $0.start >= days.upperBound } ?? weeks.count
      return min(from, end)..<end
    }
    self.weeks = indices(touching: project.life)
    protected = {
      switch project.protect {
      case .none: []
      case .all: Array(indices(touching: project.life))
      case .edges:
        Set(indices(touching: project.firstDay..<project.firstDay + 1))
          .union(indices(touching: project.lastDay..<project.lastDay + 1)).sorted()
      case .days(let marked):
        Set(marked.flatMap { indices(touching: $0.days) }).sorted()
      }
    }()
    let allowed = team.engineers.indices.map { engineer in
      Rule.allowsOwner(
        situation, Owning(engineer: engineer, project: project, days: toDecide))
    }
    mayOwn = allowed

    let named = project.namedOwners.compactMap { name in
      availability.index(of: name.value).map {
        FixedOwner(
          engineer: $0, isNamed: true, entry: EngineerSpan(name.value, at: name.place))
      }
    }
    let latest = sources.last { rota in
      rota.owners.contains { $0.project == project.id && !$0.entries.isEmpty }
    }
    let entries =
      latest?.owners.first { $0.project == project.id }?.entries ?? []
    if named.isEmpty {
      let kept = entries.compactMap { entry -> FixedOwner? in
        guard entry.days.contains(project.lastDay),
          let engineer = availability.index(of: entry.engineer), allowed[engineer]
        else { return nil }
        return FixedOwner(engineer: engineer, isNamed: false, entry: entry)
      }
      fixed = kept.count > project.ownersNeeded ? [] : kept
    } else {
      fixed = named
    }
    if case .replan(let date, let base) = purpose, project.firstDay < date {
      prior = base.owners.first { $0.project == project.id }?.entries ?? []
    } else {
      prior = []
    }
  }
}
