import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

/// Everything that forbids shifts in a period, each fact once.
struct ShiftFacts: Sendable {
  private(set) var facts: [BlockingFact] = []
  /// By cell of the problem: what forbids it, with the indices of its facts.
  private var blockers: [[(blockers: Blockers, facts: [Int])]]
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

  /// Whether a cell is free when only some facts hold.
  func allows(_ cell: Int, _ kept: [Bool]) -> Bool {
    !blockers[cell].contains { entry in
      entry.blockers.forbid(whereKept: { kept[entry.facts[$0]] })
    }
  }

  /// The facts that have a part in forbidding a cell.
  func involved(in cell: Int) -> [Int] { blockers[cell].flatMap(\.facts) }

  /// - Parameters:
  ///   - covers: those of a rota that is mended.
  ///   - open: by week and rotation of the problem: the shifts that count; nil for all.
  init(
    _ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers(), open: [Bool]? = nil
  ) {
    let open = open ?? problem.open
    blockers = Array(repeating: [], count: problem.allowed.count)
    history = Array(repeating: nil, count: problem.engineers)
    limits = history
    // A problem may leave out the first weeks, which stay as they are.
    let frozen = frame.weeks.count - problem.weeks
    for engineer in frame.engineers {
      for week in frame.weeks.indices.dropFirst(frozen) {
        for rotation in frame.rotations
        where open[(week - frozen) * problem.rotations + rotation] {
          var cell = Cell(engineer: engineer, rotation: rotation, week: week)
          cell.covered = covers.days[cell] ?? 0
          let index = problem.cell(engineer, week - frozen, rotation)
          // What went before binds all weeks of the engineer at once.
          for stop in frame.stops(cell, beside: [.after]) {
            blockers[index].append(
              (stop.blockers, stop.blockers.facts.map { add($0, of: stop.ruleID) }))
          }
        }
      }
      if let since = problem.sinceLast[engineer], since < problem.least,
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
