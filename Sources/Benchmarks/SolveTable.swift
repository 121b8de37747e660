import Dates
import Planning
import Rules
import Views

/// The measurements of sample teams: a line a team, then one a size.
struct SolveTable {
  private var measurements: [SolveMeasurement] = []

  mutating func add(_ measurement: SolveMeasurement) { measurements.append(measurement) }

  /// Those of a first plan: nothing is changed yet.
  private static let terms = Term.allCases.filter { $0 != .change && $0 != .changeOwner }

  /// A line for each team.
  var byTeam: String {
    let head = ["size", "seed", "status", "points", "bound", "gap", "solve"]
    var table = SolveTable.table(head, left: [0, 2])
    for one in measurements { table.add(SolveTable.row(one)) }
    return table.text(width: nil)
  }

  private static func row(_ one: SolveMeasurement) -> [String] {
    let team = [one.team.size.description, String(one.team.seed)]
    let time = milliseconds(one.nanoseconds)
    switch one.outcome {
    case .solved(let solution):
      let points = solution.points
      return team
        + [one.status, String(points.total), String(solution.bound), percent(one.gap ?? 0), time]
        + terms.map { points[$0] == 0 ? "" : String(points[$0]) }
    case .infeasible(let clash):
      return team + ["clash of \(clash.facts.count) facts", "", "", "", time]
    case .unknown(let bound): return team + [one.status, "", String(bound), "", time]
    case .contradiction: return team + [one.status, "", "", "", time]
    }
  }

  /// A line for each size: how many ended how, the median and the worst of their gaps and times,
  /// and the mean points of those that were solved, by term.
  var bySize: String {
    let head = [
      "size", "optimal", "feasible", "none", "median gap", "worst", "median solve", "worst",
    ]
    var table = SolveTable.table(head, left: [0])
    var sizes: [TeamSize] = []
    for one in measurements where !sizes.contains(one.team.size) { sizes.append(one.team.size) }
    for size in sizes {
      let same = measurements.filter { $0.team.size == size }
      let solutions = same.compactMap(\.solution)
      let gaps = same.compactMap(\.gap).sorted()
      let times = same.map(\.nanoseconds).sorted()
      let optimal = solutions.count(where: \.isOptimal)
      table.add(
        [
          size.description, String(optimal), String(solutions.count - optimal),
          String(same.count - solutions.count),
          gaps.isEmpty ? "" : percent(gaps[gaps.count / 2]), gaps.last.map(percent) ?? "",
          milliseconds(times[times.count / 2]), milliseconds(times[times.count - 1]),
        ]
          + SolveTable.terms.map { term in
            let sum = solutions.reduce(0) { $0 + $1.points[term] }
            return sum == 0 ? "" : String(sum / solutions.count)
          })
    }
    return table.text(width: nil)
  }

  /// A table of some columns, followed by the points by term.
  private static func table(_ columns: [String], left: Set<Int>) -> TextTable {
    let head = columns + terms.map(\.rawValue)
    return TextTable(
      head.enumerated().map { left.contains($0) ? .whole($1) : .number($1) })
  }
}

/// `1.234 ms`.
func milliseconds(_ nanoseconds: UInt64) -> String {
  decimal(Int(nanoseconds / 1000), places: 3) + " ms"
}

/// Hundredths of a percent: `0.25 %`.
private func percent(_ hundredths: Int) -> String { decimal(hundredths, places: 2) + " %" }

/// A number not below zero given in its last decimal place: `decimal(1234, places: 3)` is `1.234`.
func decimal(_ number: Int, places: Int) -> String {
  let digits = String(number)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
  return padded.dropLast(places) + "." + padded.suffix(places)
}
