package import Dates
import Diagnostics
package import RotaModel

/// A project of the period: what is to be decided of it, and who may own it.
package struct FramedProject: Sendable {
  package let project: Project
  /// Empty where earlier rotas decided all of its life.
  package let daysToDecide: Range<Day>
  /// The indices of the period's weeks that its life touches; never empty.
  package let weeks: Range<Int>
  /// The indices of its protected weeks, in order.
  package let protected: [Int]
  /// By engineer.
  package let mayOwn: [Bool]
  package let fixed: [FixedOwner]
  /// The date from which it is passed on, where it began before; nil for others.
  package let passedOnFrom: Day?
  /// What is to be decided: owners for some of its days each.
  package let seats: [Seat]
  /// The names that own it in the base rota on one of its days to decide, each once.
  let baseOwners: [EngineerID]
  /// The entries of the rota on file as they are decided, cut to the days on which they stay so.
  package let given: [GivenOwner]

  package struct FixedOwner: Sendable, Hashable {
    package let engineer: Int
    /// Named in the team file, or kept from an earlier rota.
    package let isNamed: Bool
    /// The entry of the earlier rota, or the name in the team file.
    package let entry: EngineerSpan
  }

  /// One or more owners to be found for the same days.
  package struct Seat: Sendable, Hashable {
    package let days: Range<Day>
    package let needed: Int
    /// By engineer.
    package let mayOwn: [Bool]
    /// Engineers who must be among the owners.
    package var fixed: [Int]
  }

  /// Somebody who owns it on some days, whatever is decided.
  package struct GivenOwner: Sendable, Hashable {
    package let engineer: Int
    package let entry: EngineerSpan
    /// Half-open, within the project's life; never empty.
    package let days: Range<Day>
    /// An owner who stays; false for days that are past, or a leaver's last ones.
    package let stays: Bool
  }

  package var ownersNeeded: Int { project.ownersNeeded }

  /// Points for a protected week in which an owner holds a shift or is not available.
  func protectWeight(_ weights: Weights) -> Int {
    weights[ownersNeeded == 1 ? .protectSole : .protectShared]
  }

  /// The days on which an engineer owns it whatever is decided.
  func givenDays(of engineer: Int) -> [Range<Day>] {
    given.filter { $0.engineer == engineer }.map(\.days)
  }

  /// Whether the same owners come into question as of the same project under other circumstances.
  func hasSameOwners(as other: FramedProject) -> Bool {
    mayOwn == other.mayOwn && fixed == other.fixed && seats == other.seats && given == other.given
  }

  /// The days of which it is asked whether somebody may own them: those to decide, a seat's, and what is
  /// left of their own entries in the base.
  func daysAsked(of engineer: EngineerID, _ purpose: Frame.Purpose) -> [Range<Day>] {
    let entries = (purpose.base?.entries(of: project.id) ?? []).filter { $0.engineer == engineer }
    return [daysToDecide] + seats.map(\.days)
      + entries.map { $0.days.clamped(to: daysToDecide) }.filter { !$0.isEmpty }
  }

  /// - Parameter earlier: how many of the rotas on file begin before the period.
  static func all(
    of situation: Situation, weeks: [ShiftWeek], earlier: Int, purpose: Frame.Purpose
  ) -> [FramedProject] {
    guard let first = weeks.first?.start, let last = weeks.last?.last else { return [] }
    return situation.projects(touching: first..<last + 1).map {
      FramedProject(
        $0, in: situation, weeks: weeks, earlier: earlier, purpose: purpose)
    }
  }

  init(
    _ project: Project, in situation: Situation, weeks: [ShiftWeek], earlier: Int,
    purpose: Frame.Purpose
  ) {
    self.project = project
    let availability = situation.availability
    let firstDay = weeks.first?.start ?? project.firstDay
    var decideFrom = max(project.firstDay, firstDay)
    if case .replan(let date, _) = purpose, project.firstDay < date {
      decideFrom = max(decideFrom, date)
    }
    let toDecide = min(decideFrom, project.life.upperBound)..<project.life.upperBound
    daysToDecide = toDecide
    baseOwners = (purpose.base?.entries(of: project.id) ?? []).reduce(into: []) { names, entry in
      if entry.days.overlaps(toDecide), !names.contains(entry.engineer) {
        names.append(entry.engineer)
      }
    }
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
          .union(indices(touching: project.lastDay..<project.life.upperBound)).sorted()
      case .days(let marked):
        Set(marked.flatMap { indices(touching: $0.days) }).sorted()
      }
    }()

    let named = project.namedOwners.compactMap { name in
      availability.index(of: name.value).map {
        FixedOwner(
          engineer: $0, isNamed: true, entry: EngineerSpan(name.value, at: name.place))
      }
    }
    if case .replan(let date, let base) = purpose, project.firstDay < date {
      let passing = PassingOn(project, of: base, from: date, toDecide: toDecide, in: situation)
      mayOwn = passing.mayOwn
      fixed = named.isEmpty ? passing.fixed : named
      seats = passing.seats
      given = passing.given
      passedOnFrom = date
      return
    }
    passedOnFrom = nil
    let allowed = situation.mayOwn(project, on: toDecide)
    mayOwn = allowed
    let latest = situation.history.lastRota(owning: project.id, inFirst: earlier)
    if named.isEmpty {
      let kept = (latest?.entries(of: project.id) ?? []).compactMap { entry -> FixedOwner? in
        guard entry.days.contains(project.lastDay),
          let engineer = availability.index(of: entry.engineer), allowed[engineer]
        else { return nil }
        return FixedOwner(engineer: engineer, isNamed: false, entry: entry)
      }
      fixed = kept.count > project.ownersNeeded ? [] : kept
    } else {
      fixed = named
    }
    if case .explain(let onFile) = purpose, project.firstDay < situation.today {
      seats = []
      given = onFile.entries(of: project.id).compactMap { entry in
        let days = entry.days.clamped(to: project.life)
        guard let engineer = availability.index(of: entry.engineer), !days.isEmpty else {
          return nil
        }
        return GivenOwner(engineer: engineer, entry: entry, days: days, stays: false)
      }
    } else {
      seats =
        toDecide.isEmpty
        ? []
        : [
          Seat(
            days: toDecide, needed: project.ownersNeeded, mayOwn: allowed,
            fixed: fixed.map(\.engineer))
        ]
      given = []
    }
  }
}

extension Rota {
  /// Who owns a project, as it is written; none where it is not among the rota's.
  package func entries(of project: ProjectID) -> [EngineerSpan] {
    owners.first { $0.project == project }?.entries ?? []
  }
}
