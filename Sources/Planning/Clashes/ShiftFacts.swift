import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

/// Everything that forbids shifts in a period, each fact once.
struct ShiftFacts: Sendable {
  private(set) var facts: [BlockingFact] = []
  /// What forbids a shift, with the indices of its facts.
  private var blockers: Table<EngineerIndex, Table<Slot, [(blockers: Blockers, facts: [Int])]>>
  /// The fact that asks for rest; nil where none is asked for.
  private(set) var rest: Int?
  /// By engineer: the shift before the period, and the limit of shifts.
  private(set) var history: [Int?]
  private(set) var limits: [Int?]

  private var known: [Key: Int] = [:]

  private struct Key: Hashable {
    let rule: String
    let text: String
    let place: Place?
  }

  /// Whether an engineer may hold a shift when only some facts hold.
  func allows(_ engineer: EngineerIndex, _ slot: Slot, _ kept: [Bool]) -> Bool {
    !blockers[engineer][slot].contains { entry in
      entry.blockers.forbid(whereKept: { kept[entry.facts[$0]] })
    }
  }

  /// The facts that have a part in forbidding it.
  func involved(_ engineer: EngineerIndex, _ slot: Slot) -> [Int] {
    blockers[engineer][slot].flatMap(\.facts)
  }

  /// - Parameters:
  ///   - covers: those of a rota that is mended.
  ///   - open: the shifts that count; nil for all.
  init(
    _ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers(),
    open: Table<Slot, Bool>? = nil
  ) {
    let open = open ?? problem.open
    blockers = problem.engineers.mapValues { $0.allowed.mapValues { _ in [] } }
    history = Array(repeating: nil, count: problem.engineers.count)
    limits = history
    // A problem may leave out the first weeks, which stay as they are.
    let frozen = frame.weeks.count - problem.weeks.count
    for engineer in frame.engineers {
      for week in frame.weeks.indices.dropFirst(frozen) {
        for (slot, rotation) in zip(problem.slots[WeekIndex(week - frozen)], frame.rotations)
        where open[slot] {
          var cell = Cell(engineer: engineer, rotation: rotation, week: week)
          cell.covered = covers.days[cell] ?? 0
          // What went before binds all weeks of the engineer at once.
          for stop in frame.stops(cell, beside: [.after]) {
            blockers[EngineerIndex(engineer)][slot].append(
              (stop.blockers, stop.blockers.facts.map { add($0, of: stop.ruleID) }))
          }
        }
      }
      if let since = problem.engineers[EngineerIndex(engineer)].sinceLast, since < problem.least,
        let fact = frame.heldFact(of: engineer, before: frozen)
      {
        history[engineer] = add(fact)
      }
      limits[engineer] = frame.limitFact(of: engineer).map { add($0) }
    }
    rest = frame.restFact.map { add($0) }
  }

  /// The index of a fact, which may be known already.
  private mutating func add(_ fact: BlockingFact, of rule: String = "") -> Int {
    let key = Key(rule: rule, text: fact.text, place: fact.place)
    guard let index = known[key] else {
      facts.append(fact)
      known[key] = facts.count - 1
      return facts.count - 1
    }
    facts[index].weeks.formUnion(fact.weeks)
    return index
  }
}
