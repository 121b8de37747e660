import Diagnostics
import RotaModel
import Rules
import Solver

/// Everything that forbids shifts in a period, each fact once.
struct ShiftFacts: Sendable {
  private(set) var facts: [BlockingFact] = []
  /// By engineer, and week and rotation of the problem: what forbids it, with the indices of its
  /// facts.
  private var blockers: [[[(blockers: Blockers, facts: [Int])]]]
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
  func allows(_ engineer: Int, _ slot: Int, _ kept: [Bool]) -> Bool {
    !blockers[engineer][slot].contains { entry in
      entry.blockers.forbid(whereKept: { kept[entry.facts[$0]] })
    }
  }

  /// The facts that have a part in forbidding it.
  func involved(_ engineer: Int, _ slot: Int) -> [Int] {
    blockers[engineer][slot].flatMap(\.facts)
  }

  /// - Parameters:
  ///   - covers: those of a rota that is mended.
  ///   - open: by week and rotation of the problem: the shifts that count; nil for all.
  init(
    _ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers(), open: [Bool]? = nil
  ) {
    let open = open ?? problem.open
    blockers = problem.engineers.map { $0.allowed.map { _ in [] } }
    history = Array(repeating: nil, count: problem.engineers.count)
    limits = history
    // A problem may leave out the first weeks, which stay as they are.
    let frozen = frame.weeks.count - problem.weeks
    for engineer in frame.engineers {
      for week in frame.weeks.indices.dropFirst(frozen) {
        for rotation in frame.rotations
        where open[problem.slot(week - frozen, rotation)] {
          var cell = Cell(engineer: engineer, rotation: rotation, week: week)
          cell.covered = covers.days[cell] ?? 0
          let slot = problem.slot(week - frozen, rotation)
          // What went before binds all weeks of the engineer at once.
          for stop in frame.stops(cell, beside: [.after]) {
            blockers[engineer][slot].append(
              (stop.blockers, stop.blockers.facts.map { add($0, of: stop.ruleID) }))
          }
        }
      }
      if let since = problem.engineers[engineer].sinceLast, since < problem.least,
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
