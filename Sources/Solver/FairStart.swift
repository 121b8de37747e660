/// Shifts shared out by their counts alone, whoever is free when: where prices start, and about how
/// many shifts anybody will hold.
struct FairStart {
  /// By rotation: points of the dearest shift; below zero where everybody holds fewer than is fair.
  private(set) var price: [Int]
  /// By engineer and rotation: how many shifts.
  private(set) var held: [Int]
  /// By engineer and rotation: points of one more shift by its number alone, as far as the price of
  /// the dearest shift pays for it.
  private(set) var multiplier: [Int]

  /// O(weeks × engineers × rotations), and a sort.
  init(_ problem: Problem) {
    price = Array(repeating: 0, count: problem.rotations)
    held = Array(repeating: 0, count: problem.engineers.count * problem.rotations)
    multiplier = held
    for rotation in 0..<problem.rotations {
      let shifts = (0..<problem.weeks).count { problem.open[problem.slot($0, rotation)] }
      var turns: [(points: Int, engineer: Int)] = []
      var floor = Array(repeating: 0, count: problem.engineers.count)
      for engineer in problem.engineers.indices {
        let tables = problem.engineers[engineer]
        let slots = (0..<problem.weeks).map { problem.slot($0, rotation) }
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
        held[turn.engineer * problem.rotations + rotation] += 1
        price[rotation] = turn.points
      }
      for engineer in problem.engineers.indices {
        multiplier[engineer * problem.rotations + rotation] = price[rotation] - floor[engineer]
      }
    }
  }
}
