import SeededNumbers
import Testing

@testable import Solver

/// The simplex method against trying every basis.
@Suite("Linear programs")
struct LinearProgramTests {
  private typealias Column = (entries: [Double], cost: Double)

  private static let artificial = 1_000.0

  /// The least cost over all bases, by Cramer's rule; artificial columns among them.
  private func least(_ columns: [Column], _ rightHand: [Double]) -> Double {
    let rows = rightHand.count
    var all = columns
    for row in 0..<rows {
      for sign in [1.0, -1.0] {
        all.append(
          ((0..<rows).map { $0 == row ? sign : 0 }, LinearProgramTests.artificial))
      }
    }
    var best = Double.infinity
    func choose(_ first: Int, _ chosen: [Int]) {
      guard chosen.count < rows else {
        let basis = chosen.map { all[$0].entries }
        let whole = determinant(basis)
        guard abs(whole) > 1e-9 else { return }
        let levels = chosen.indices.map { place -> Double in
          var replaced = basis
          replaced[place] = rightHand
          return determinant(replaced) / whole
        }
        guard levels.allSatisfy({ $0 > -1e-9 }) else { return }
        best = min(best, zip(chosen, levels).reduce(0) { $0 + all[$1.0].cost * $1.1 })
        return
      }
      for next in first..<max(first, all.count) { choose(next + 1, chosen + [next]) }
    }
    choose(0, [])
    return best
  }

  /// Of columns of one, two or three rows, by its definition.
  private func determinant(_ columns: [[Double]]) -> Double {
    guard columns.count > 1 else { return columns.first?.first ?? 1 }
    return columns.indices.reduce(0) { sum, column in
      let minor = columns.indices.filter { $0 != column }.map { Array(columns[$0].dropFirst()) }
      let part = columns[column][0] * determinant(minor)
      return column % 2 == 0 ? sum + part : sum - part
    }
  }

  private func random(_ seed: UInt64) -> (columns: [Column], rightHand: [Double]) {
    var random = SeededNumbers(seed: seed)
    func number(_ most: UInt64) -> Double { Double(random.next() % (most + 1)) }
    let rows = 1 + Int(random.next() % 3)
    let columns = (0..<7).map { _ in
      ((0..<rows).map { _ in number(3) - 1 }, number(20) - 2) as Column
    }
    return (columns, (0..<rows).map { _ in number(4) })
  }

  private func entries(_ column: Column) -> [LinearProgram.Entry] {
    column.entries.enumerated().filter { $0.element != 0 }.map {
      LinearProgram.Entry(row: $0.offset, value: $0.element)
    }
  }

  @Test("cost as little as the best basis, columns added at once or one by one")
  func costs() {
    var judged = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let (columns, rightHand) = random(seed)
      // Costs below zero may be without end where columns go round.
      guard columns.allSatisfy({ $0.cost >= 0 }) else { continue }
      judged += 1
      let least = least(columns, rightHand)
      var program = LinearProgram(rightHand, artificialCost: LinearProgramTests.artificial)
      var later = program
      for column in columns { program.add(entries(column), cost: column.cost) }
      let ended = program.minimise(pivots: 1_000)
      #expect(ended, "seed \(seed)")
      #expect(abs(program.cost - least) < 0.01, "seed \(seed): \(program.cost), \(least)")
      for column in columns {
        later.add(entries(column), cost: column.cost)
        let endedLater = later.minimise(pivots: 1_000)
        #expect(endedLater, "seed \(seed)")
      }
      #expect(abs(later.cost - least) < 0.01, "seed \(seed): \(later.cost), \(least)")
      for column in 0..<program.columns {
        #expect(program.reducedCost(column) > -1e-6, "seed \(seed), column \(column)")
      }
      let bound = zip(program.duals, rightHand).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(bound - least) < 0.01, "seed \(seed): \(bound), \(least)")
    }
    #expect(judged > 100, "\(judged)")
  }

  @Test("follow costs that change")
  func changes() {
    var judged = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      var (columns, rightHand) = random(seed)
      guard columns.allSatisfy({ $0.cost >= 0 }) else { continue }
      judged += 1
      var program = LinearProgram(rightHand, artificialCost: LinearProgramTests.artificial)
      for column in columns { program.add(entries(column), cost: column.cost) }
      _ = program.minimise(pivots: 1_000)
      let first = program.columns - columns.count
      for index in columns.indices { columns[index].cost = Double((index * 7 + 3) % 11) }
      program.setCosts { costs in
        for (index, column) in columns.enumerated() { costs[first + index] = column.cost }
      }
      let ended = program.minimise(pivots: 1_000)
      #expect(ended, "seed \(seed)")
      let least = least(columns, rightHand)
      #expect(abs(program.cost - least) < 0.01, "seed \(seed): \(program.cost), \(least)")
    }
    #expect(judged > 30, "\(judged)")
  }

  /// More pivots than one inverse is kept for. Of each row one to three units are asked, so that
  /// hardly a level of the basis is nothing.
  @Test("stay as exact over many pivots")
  func manyPivots() {
    var random = SeededNumbers(seed: 6)
    let size = 100
    let offered = (0..<size).map { 1 + $0 * 7 % 3 }
    let asked = (0..<size).map { offered[($0 * 37 + 11) % size] }
    let units = offered.reduce(0, +)
    #expect(asked.reduce(0, +) == units)
    var program = LinearProgram((offered + asked).map(Double.init), artificialCost: 1_000)
    var costs: [[Int]] = []
    for worker in 0..<size {
      costs.append([])
      for job in 0..<size {
        let cost = Int(random.next() % 1_000)
        costs[worker].append(cost)
        program.add(
          [
            LinearProgram.Entry(row: worker, value: 1),
            LinearProgram.Entry(row: size + job, value: 1),
          ], cost: Double(cost) / 10)
      }
    }
    let ended = program.minimise(pivots: 20_000)
    #expect(ended)
    // What one pivot takes: all entries, the artificial columns' too, and the inverse.
    let pivots = program.work / (4 * size + 2 * size * size + 4 * size * size)
    #expect(pivots > 250, "\(pivots)")
    // The assignment of units that the Hungarian method finds.
    func spread(_ counts: [Int]) -> [Int] {
      counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    }
    let (workers, jobs) = (spread(offered), spread(asked))
    let unitCosts = workers.map { worker in jobs.map { costs[worker][$0] } }
    let best = cheapestAssignment(unitCosts, columns: units)
    let least = (best ?? []).enumerated().reduce(0) { $0 + unitCosts[$1.offset][$1.element] }
    #expect(abs(program.cost - Double(least) / 10) < 0.05, "\(program.cost), \(least)")
    let held = program.solution.reduce(0) { $0 + $1.level }
    #expect(abs(held - Double(units)) < 0.01, "\(held), \(units)")
  }
}
