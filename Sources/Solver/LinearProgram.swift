/// A linear program, minimised by the primal simplex method with an explicit inverse of the basis
/// (Dantzig): levels of columns, none below zero, that add up to the right-hand side at the least
/// cost.
///
/// Columns may be added and costs changed between two minimisations; the basis stays feasible.
/// Every row has two artificial columns, by which it may be missed or passed. The right-hand side is
/// moved by tiny amounts, different for all rows: ties, of which assignment problems are full, let
/// the method run in circles. Numbers are 64-bit binary fractions with + − × ÷ only, the same on
/// every machine; still they are rounded, so nothing is proved by them.
struct LinearProgram {
  let rows: Int
  /// By column.
  private(set) var costs: [Double]
  /// By row: what another unit of the right-hand side costs.
  private(set) var duals: [Double]
  /// By row of the basis: its column, and that column's level.
  private var basis: [Int]
  private var levels: [Double]
  /// The inverse of the basis, column by column.
  private var inverse: [Double]
  private let rightHand: [Double]
  private var firstEntry: [Int]
  private var entryRows: [Int32]
  private var entryValues: [Double]
  private var pivotsSinceInversion = 0
  /// What all minimisations took, about, in numbers read or written.
  private(set) var work = 0

  struct Entry {
    let row: Int
    let value: Double
  }

  /// A program of artificial columns alone: those of a row are `2 × row`, by which it may be missed,
  /// and the one after it, by which it may be passed.
  ///
  /// - Parameter rightHand: by row, none below zero.
  init(_ rightHand: [Double], artificialCost: Double) {
    rows = rightHand.count
    // Multiples of an irrational number's fraction: different for all rows.
    self.rightHand = rightHand.enumerated().map { row, value in
      let spread = Double(row + 1) * 0.618_033_988_749_895
      return value + Tuning.Columns.shift * (1 + spread - spread.rounded(.down))
    }
    costs = []
    firstEntry = [0]
    entryRows = []
    entryValues = []
    (basis, levels, inverse, duals) = ([], [], [], [])
    for row in 0..<rows {
      add([Entry(row: row, value: 1)], cost: artificialCost)
      add([Entry(row: row, value: -1)], cost: artificialCost)
    }
    startAnew()
  }

  var columns: Int { costs.count }

  /// The least cost, of the basis as it is.
  var cost: Double { basis.indices.reduce(0) { $0 + costs[basis[$1]] * levels[$1] } }

  /// By column of the basis: its level; no other has one.
  var solution: [(column: Int, level: Double)] {
    zip(basis, levels).map { ($0, $1) }.filter { $0.1 > Tuning.Columns.nothing }
  }

  /// Adds a column.
  mutating func add(_ entries: [Entry], cost: Double) {
    for entry in entries {
      entryRows.append(Int32(entry.row))
      entryValues.append(entry.value)
    }
    firstEntry.append(entryRows.count)
    costs.append(cost)
  }

  /// Changes what columns cost. O(rows²).
  mutating func setCosts(_ change: (inout [Double]) -> Void) {
    change(&costs)
    setDuals()
  }

  func reducedCost(_ column: Int) -> Double {
    (firstEntry[column]..<firstEntry[column + 1]).reduce(costs[column]) {
      $0 - duals[Int(entryRows[$1])] * entryValues[$1]
    }
  }

  /// Whether the least cost was reached; false where so many pivots were not enough.
  ///
  /// A pivot is O(entries + rows²).
  mutating func minimise(pivots: Int) -> Bool {
    for _ in 0..<pivots {
      work += entryRows.count + rows * rows
      guard let entering = cheapest() else { return true }
      let step = direction(of: entering)
      guard let leaving = firstToVanish(step) else { return true }
      pivot(entering, at: leaving, step)
    }
    return false
  }

  /// Makes a column part of the basis, whatever it costs: a good start.
  mutating func enter(_ column: Int) {
    guard !basis.contains(column) else { return }
    work += rows * rows
    let step = direction(of: column)
    guard let leaving = firstToVanish(step) else { return }
    pivot(column, at: leaving, step)
  }

  /// The column with the least reduced cost (Dantzig's rule); nil where none is below zero.
  private func cheapest() -> Int? {
    let (costs, duals, firstEntry) = (costs.span, duals.span, firstEntry.span)
    let (entryRows, entryValues) = (entryRows.span, entryValues.span)
    var best = -Tuning.Columns.tolerance
    var found: Int?
    var entry = 0
    for column in costs.indices {
      var cost = unsafe costs[unchecked: column]
      let end = unsafe firstEntry[unchecked: column &+ 1]
      while entry < end {
        let row = Int(unsafe entryRows[unchecked: entry])
        cost -= unsafe duals[unchecked: row] * entryValues[unchecked: entry]
        entry &+= 1
      }
      if cost < best {
        best = cost
        found = column
      }
    }
    return found
  }

  /// What a unit of a column takes from the level of each row of the basis.
  private func direction(of column: Int) -> [Double] {
    var step = Array(repeating: 0.0, count: rows)
    var levels = step.mutableSpan
    let inverse = inverse.span
    for entry in firstEntry[column]..<firstEntry[column + 1] {
      let value = entryValues[entry]
      let first = Int(entryRows[entry]) * rows
      for row in 0..<rows {
        unsafe levels[unchecked: row] += value * inverse[unchecked: first &+ row]
      }
    }
    return step
  }

  /// The row of the basis whose level is the first to be used up; nil for none.
  private func firstToVanish(_ step: [Double]) -> Int? {
    var best: (row: Int, ratio: Double)?
    for row in 0..<rows where step[row] > Tuning.Columns.noise {
      let ratio = max(0, levels[row]) / step[row]
      if let known = best {
        if ratio < known.ratio || ratio == known.ratio && step[row] > step[known.row] {
          best = (row, ratio)
        }
      } else {
        best = (row, ratio)
      }
    }
    return best?.row
  }

  private mutating func pivot(_ entering: Int, at leaving: Int, _ step: [Double]) {
    let reduced = reducedCost(entering)
    let ratio = max(0, levels[leaving]) / step[leaving]
    for row in 0..<rows { levels[row] -= ratio * step[row] }
    levels[leaving] = ratio
    basis[leaving] = entering
    pivotsSinceInversion += 1
    guard pivotsSinceInversion < Tuning.Columns.pivotsPerInversion else {
      invert()
      return
    }
    let factors = (0..<rows).map { inverse[$0 * rows + leaving] / step[leaving] }
    for row in 0..<rows { duals[row] += reduced * factors[row] }
    LinearProgram.eliminate(&inverse, factors, step)
    for column in 0..<rows { inverse[column * rows + leaving] = factors[column] }
  }

  /// Takes a multiple of the same step from every column.
  private static func eliminate(_ inverse: inout [Double], _ factors: [Double], _ step: [Double]) {
    let rows = step.count
    let step = step.span
    var inverse = inverse.mutableSpan
    for column in 0..<rows where factors[column] != 0 {
      let factor = factors[column]
      let first = column * rows
      for row in 0..<rows {
        unsafe inverse[unchecked: first &+ row] -= step[unchecked: row] * factor
      }
    }
  }

  /// Works out the inverse of the basis anew (Gauss and Jordan, the largest pivot of a column).
  private mutating func invert() {
    pivotsSinceInversion = 0
    var matrix = Array(repeating: 0.0, count: rows * rows)
    for (place, column) in basis.enumerated() {
      for entry in firstEntry[column]..<firstEntry[column + 1] {
        matrix[Int(entryRows[entry]) * rows + place] = entryValues[entry]
      }
    }
    // Row by row: (basis | 1) becomes (1 | inverse).
    var result = Array(repeating: 0.0, count: rows * rows)
    for row in 0..<rows { result[row * rows + row] = 1 }
    for place in 0..<rows {
      var largest = place
      for row in place..<rows
      where abs(matrix[row * rows + place]) > abs(matrix[largest * rows + place]) {
        largest = row
      }
      let pivot = matrix[largest * rows + place]
      guard abs(pivot) > Tuning.Columns.noise else { return startAnew() }
      if largest != place {
        for column in 0..<rows {
          matrix.swapAt(largest * rows + column, place * rows + column)
          result.swapAt(largest * rows + column, place * rows + column)
        }
      }
      for column in 0..<rows {
        matrix[place * rows + column] /= pivot
        result[place * rows + column] /= pivot
      }
      for row in 0..<rows where row != place {
        let factor = matrix[row * rows + place]
        guard factor != 0 else { continue }
        for column in 0..<rows {
          matrix[row * rows + column] -= factor * matrix[place * rows + column]
          result[row * rows + column] -= factor * result[place * rows + column]
        }
      }
    }
    for row in 0..<rows {
      for column in 0..<rows { inverse[column * rows + row] = result[row * rows + column] }
    }
    levels = Array(repeating: 0, count: rows)
    for column in 0..<rows {
      for row in 0..<rows { levels[row] += inverse[column * rows + row] * rightHand[column] }
    }
    setDuals()
  }

  /// The basis of artificial columns alone, also for one that rounding made singular.
  private mutating func startAnew() {
    basis = (0..<rows).map { 2 * $0 }
    levels = rightHand
    inverse = Array(repeating: 0, count: rows * rows)
    for row in 0..<rows { inverse[row * rows + row] = 1 }
    setDuals()
  }

  private mutating func setDuals() {
    duals = (0..<rows).map { column in
      (0..<rows).reduce(0) { $0 + costs[basis[$1]] * inverse[column * rows + $1] }
    }
  }
}
