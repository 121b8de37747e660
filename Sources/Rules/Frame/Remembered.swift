import Dates
import RotaModel

/// What everybody did too much in the weeks before a period that are remembered, for one period
/// after another: from one to the next only what enters and leaves those weeks is counted, so that
/// all rotas on file cost little more than the last one.
///
/// Loads are in millionths of a shift.
struct Remembered {
  /// Balances older than this many weeks are forgotten.
  static let memory = 104

  /// `past(e,r)`, `[engineer * rotations + rotation]`.
  private(set) var past: [Int]
  /// By engineer, of unpopular weeks.
  private(set) var unpopular: [Int]

  private let situation: Situation
  private var weeks = Day.distantPast..<Day.distantPast
  /// How many rotas count as earlier.
  private var earlier = 0
  /// The shifts of earlier rotas in those weeks, and after them.
  private var counted: [OnFile] = []
  private var ahead: [OnFile] = []

  private struct OnFile {
    let rota: Int
    let shift: Int
    let week: ShiftWeek
  }

  init(_ situation: Situation) {
    self.situation = situation
    let engineers = situation.team.engineers.count
    past = Array(repeating: 0, count: engineers * situation.team.rotations.count)
    unpopular = Array(repeating: 0, count: engineers)
  }

  /// Goes on to the weeks before a period of which so many rotas are earlier; back only by starting
  /// again.
  ///
  /// - Parameter first: the period's first week; nil where it has none, and nothing is owed.
  /// - Complexity: O(engineers · shifts that enter or leave + log rotas).
  mutating func move(before first: ShiftWeek?, earlier count: Int) {
    guard let first else {
      self = Remembered(situation)
      return
    }
    let next = first.start - 7 * Remembered.memory..<first.start
    if next.lowerBound < weeks.lowerBound || count < earlier { self = Remembered(situation) }
    let from = min(count, max(earlier, situation.history.count(endingBefore: next.lowerBound)))
    let new = (from..<count).flatMap { rota in
      situation.rotas[rota].shifts.enumerated().map {
        OnFile(rota: rota, shift: $0.offset, week: $0.element.week)
      }
    }
    let left = counted.filter { $0.week.start < next.lowerBound }
    let reached = (ahead + new).filter { next.contains($0.week.start) }
    for shift in left { add(shift, times: -1) }
    for shift in reached { add(shift, times: 1) }
    if !left.isEmpty { counted.removeAll { $0.week.start < next.lowerBound } }
    counted += reached
    ahead = (ahead + new).filter { $0.week.start >= next.upperBound }
    weeks = next
    earlier = count
  }

  private mutating func add(_ onFile: OnFile, times sign: Int) {
    let rota = situation.rotas[onFile.rota]
    let shift = rota.shifts[onFile.shift]
    let availability = situation.availability
    guard let rotation = availability.index(of: shift.rotation),
      case .success(let loads) = WeekLoads(
        shift, of: rotation, in: shift.week, of: rota, situation
      ).content
    else { return }
    let isUnpopular = situation.team.unpopular.touches(shift.week.days)
    let rotations = situation.team.rotations.count
    func add(_ load: Int, to engineer: Int) {
      past[engineer * rotations + rotation] += sign * load
      if isUnpopular, availability.isEligible(engineer, for: rotation) {
        unpopular[engineer] += sign * load
      }
    }
    add(Shares.wholeShift, to: loads.holder)
    for moved in loads.moved {
      add(-moved.load, to: loads.holder)
      add(moved.load, to: moved.standIn)
    }
    for accrual in loads.accruals { add(-accrual.load, to: accrual.engineer) }
  }
}
