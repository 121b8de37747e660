/// Shifts shared out by their counts alone, whoever is free when: where prices start, and about how
/// many shifts anybody will hold.
struct FairStart {
  /// Points of the dearest shift; below zero where everybody holds fewer than is fair.
  private(set) var price: Table<RotationIndex, Int>
  /// How many shifts.
  private(set) var held: Grid<EngineerIndex, RotationIndex, Int>
  /// Points of one more shift by its number alone, as far as the price of the dearest shift pays for
  /// it.
  private(set) var multiplier: Grid<EngineerIndex, RotationIndex, Int>

  /// How many times the usual prices those of this problem may be, at the least 1: so many times as wide
  /// are steps.
  var magnitude: Double {
    max(1, Double(price.reduce(0) { max($0, abs($1)) }) / Double(Tuning.Prices.usualPrice))
  }

  /// O(weeks × engineers × rotations), and a sort.
  init(_ problem: Problem) {
    price = Table(repeating: 0, for: problem.rotations)
    held = Grid(repeating: 0, problem.engineers.indices, problem.rotations)
    multiplier = held
    for rotation in problem.rotations {
      let shifts = problem.weeks.count { problem.open[problem.slots[$0, rotation]] }
      var turns: [(points: Int, engineer: EngineerIndex)] = []
      var floor = Table(repeating: 0, for: problem.engineers.indices)
      for engineer in problem.engineers.indices {
        let tables = problem.engineers[engineer]
        let slots = problem.weeks.map { problem.slots[$0, rotation] }
          .filter { tables.allowed[$0] }
        guard let cheapest = slots.map({ tables.shiftPoints[$0] }).min() else { continue }
        floor[engineer] = cheapest
        let points = tables.countPoints[rotation]
        let most = min(points.count - 1, (slots.count + problem.least - 1) / problem.least)
        for count in 0..<most {
          turns.append((points[count + 1] - points[count] + cheapest, engineer))
        }
      }
      turns.sort { $0 < $1 }
      for turn in turns.prefix(shifts) {
        held[turn.engineer, rotation] += 1
        price[rotation] = turn.points
      }
      for engineer in problem.engineers.indices {
        multiplier[engineer, rotation] = price[rotation] - floor[engineer]
      }
    }
  }
}
