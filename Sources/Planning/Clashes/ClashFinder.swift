import Diagnostics
import RotaModel
import Rules
import Solver

/// Finds a smallest set of facts that cannot hold together: whatever can be dropped while no rota
/// exists is dropped, one by one, and what stays is the clash. None of it can be left out.
struct ClashFinder {
  private let frame: Frame
  private let problem: Problem
  private let covers: KeptCovers
  private let work: Int

  /// - Parameter covers: those of a rota that is mended.
  init(_ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers(), work: Int) {
    self.frame = frame
    self.problem = problem
    self.covers = covers
    self.work = work
  }

  /// What cannot hold together.
  struct Found {
    let summary: String
    let facts: [BlockingFact]
    /// The shifts that cannot all be held.
    var open = Table<Slot, Bool>([])
    /// How many searches it took.
    let searches: Int
  }

  /// The clash of the shifts; nil where holders exist, or the work did not suffice to tell.
  func shifts() -> Found? {
    var searches = 0
    guard let open = clashingShifts(&searches) else { return nil }
    // Facts of other weeks have no part in it.
    let facts = ShiftFacts(frame, problem, covers, open: open)
    var kept = Array(repeating: true, count: facts.facts.count)
    drop(order(facts.facts)[...], from: &kept) { kept in
      var relaxed = problem
      relaxed.open = open
      for slot in open.indices where open[slot] {
        for engineer in problem.engineers.indices {
          relaxed.engineers[engineer].allowed[slot] = facts.allows(engineer, slot, kept)
        }
      }
      if let rest = facts.rest, !kept[rest] { relaxed.least = 1 }
      for engineer in problem.engineers.indices {
        if let fact = facts.history[engineer.number], !kept[fact] {
          relaxed.engineers[engineer].sinceLast = nil
        }
        if let fact = facts.limits[engineer.number], !kept[fact] {
          relaxed.engineers[engineer].most = problem.weeks.count
        }
      }
      return impossibleWeek(relaxed, &searches) != nil
    }
    return Found(
      summary: summary(of: open), facts: kept.indices.filter { kept[$0] }.map { facts.facts[$0] },
      open: open, searches: searches)
  }

  /// The fewest shifts that cannot all be held.
  private func clashingShifts(_ searches: inout Int) -> Table<Slot, Bool>? {
    guard let week = impossibleWeek(problem, &searches) else { return nil }
    func isImpossible(open: Table<Slot, Bool>) -> Bool {
      var fewer = problem
      fewer.open = open
      return impossibleWeek(fewer, &searches) != nil
    }
    // Often they are those of one week.
    var open = problem.open
    for slot in open.indices where problem.slots.week(of: slot) != week { open[slot] = false }
    if !isImpossible(open: open) { open = problem.open }
    // From the last one back.
    drop(
      open.indices.reversed().filter { open[$0] }[...], from: &open, whileImpossible: isImpossible)
    return open
  }

  private func impossibleWeek(_ relaxed: Problem, _ searches: inout Int) -> WeekIndex? {
    searches += 1
    var search = ShiftFeasibility(relaxed, work: work)
    guard case .impossible(let week) = search.run() else { return nil }
    return week
  }

  /// What the clash of the shifts, or else that of the owners, is about, without its facts; nil as
  /// there.
  var summary: String? {
    var searches = 0
    if let open = clashingShifts(&searches) { return summary(of: open) }
    return clashingProjects(OwnerFacts(frame, problem), &searches).map(summary(of:))
  }

  /// The clash of the owners; nil where owners exist, or the work did not suffice to tell.
  func owners() -> Found? {
    let facts = OwnerFacts(frame, problem)
    var searches = 0
    guard let needed = clashingProjects(facts, &searches) else { return nil }
    var kept = Array(repeating: true, count: facts.facts.count)
    drop(order(facts.facts)[...], from: &kept) { isImpossible($0, needed, facts, &searches) }
    return Found(
      summary: summary(of: needed), facts: kept.indices.filter { kept[$0] }.map { facts.facts[$0] },
      searches: searches)
  }

  /// The fewest projects that cannot all have their owners.
  private func clashingProjects(_ facts: OwnerFacts, _ searches: inout Int)
    -> Table<ProjectIndex, Bool>?
  {
    let kept = Array(repeating: true, count: facts.facts.count)
    var needed = Table(repeating: true, for: problem.projects.indices)
    guard isImpossible(kept, needed, facts, &searches) else { return nil }
    drop(needed.indices.reversed()[...], from: &needed) {
      isImpossible(kept, $0, facts, &searches)
    }
    return needed
  }

  /// Whether some projects cannot have their owners where only some facts hold.
  private func isImpossible(
    _ kept: [Bool], _ needed: Table<ProjectIndex, Bool>, _ facts: OwnerFacts,
    _ searches: inout Int
  ) -> Bool {
    searches += 1
    let projects = problem.projects.indices.filter { needed[$0] }.map { index in
      var project = problem.projects[index]
      for (engineer, blockers) in facts.blockers[index.number].enumerated() {
        project.candidates[EngineerIndex(engineer)].mayOwn = blockers.allSatisfy { !kept[$0] }
      }
      project.fixed = facts.fixed[index.number].filter { kept[$0.fact] }.map {
        EngineerIndex($0.engineer)
      }
      if let need = facts.needs[index.number], !kept[need] {
        project.needed = max(1, project.fixed.count)
      }
      return project
    }
    var relaxed = problem
    relaxed.projects = Table(projects)
    for (engineer, limit) in facts.limits.enumerated() {
      if let limit, !kept[limit] {
        relaxed.engineers[EngineerIndex(engineer)].ownedAtOnce = projects.count
      }
    }
    var search = OwnerFeasibility(relaxed, work: work)
    if case .impossible = search.run() { return true }
    return false
  }

  /// Drops what is not needed for the impossibility: all at once where that goes, else one half
  /// after the other. Of what stays, none can be left out.
  private func drop<Kept: MutableCollection<Bool>>(
    _ candidates: ArraySlice<Kept.Index>, from kept: inout Kept,
    whileImpossible: (Kept) -> Bool
  ) {
    guard !candidates.isEmpty else { return }
    for candidate in candidates { kept[candidate] = false }
    if whileImpossible(kept) { return }
    for candidate in candidates { kept[candidate] = true }
    guard candidates.count > 1 else { return }
    let middle = candidates.startIndex + candidates.count / 2
    drop(candidates[..<middle], from: &kept, whileImpossible: whileImpossible)
    drop(candidates[middle...], from: &kept, whileImpossible: whileImpossible)
  }

  /// Easy facts first, so that the hard ones stay; later ones of a file before earlier ones.
  private func order(_ facts: [BlockingFact]) -> [Int] {
    facts.indices.sorted { (facts[$0].hardness.rawValue, -$0) < (facts[$1].hardness.rawValue, -$1) }
  }

  private func summary(of needed: Table<ProjectIndex, Bool>) -> String {
    // A project with two seats is named once.
    let short = Set(needed.indices.filter { needed[$0] }.map { problem.projects[$0].index })
    let names = short.sorted().map { "`\(frame.projects[$0].project.id)`" }
    return names.count == 1
      ? "\(names[0]) can't have the owners it needs"
      : "\(listed(names)) can't all have the owners they need"
  }

  private func summary(of open: Table<Slot, Bool>) -> String {
    let frozen = frame.weeks.count - problem.weeks.count
    let shifts = open.indices.filter { open[$0] }.map {
      (
        week: frame.weeks[frozen + problem.slots.week(of: $0).number],
        rotation: frame.team.rotations[problem.slots.rotation(of: $0).number].id
      )
    }
    let several = frame.team.rotations.count > 1
    guard shifts.count != 1 else {
      let duty = several ? " for `\(shifts[0].rotation)`" : ""
      return "the week of \(shifts[0].week) has nobody\(duty)"
    }
    let names = shifts.map { several ? "\($0.week) (`\($0.rotation)`)" : "\($0.week)" }
    return "the weeks of \(listed(names)) can't all be held"
  }
}
