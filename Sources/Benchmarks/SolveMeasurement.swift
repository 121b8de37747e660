import Planning
import RotaModel
import Rules

/// What solving one sample team came to.
struct SolveMeasurement {
  let team: SampleTeam
  let outcome: Outcome
  /// Of the solving alone, as `rota generate --timings` measures it.
  let nanoseconds: UInt64

  /// - Parameter clock: nanoseconds that only ever move forward.
  init(_ team: SampleTeam, effort: Int, clock: () -> UInt64) {
    self.team = team
    let planning = PeriodPlanning(team.period, in: team.situation)
    let start = clock()
    outcome = planning.outcome(effort: effort)
    nanoseconds = clock() - start
  }

  var solution: Solution? {
    guard case .solved(let solution) = outcome else { return nil }
    return solution
  }

  var status: String {
    switch outcome {
    case .solved(let solution): solution.isOptimal ? "optimal" : "feasible"
    case .infeasible: "infeasible"
    case .unknown: "unknown"
    case .contradiction: "contradiction"
    }
  }

  /// How much of the points may be too many, in hundredths of a percent.
  var gap: Int? {
    solution.map { ($0.points.total - $0.bound) * 10_000 / max(1, $0.points.total) }
  }
}
