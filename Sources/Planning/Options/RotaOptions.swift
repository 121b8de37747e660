import Dates
package import RotaModel
package import Rules
package import Solver

/// A rota that favours something.
package struct RotaOption: Sendable {
  package let favour: Favour
  package let rota: Rota
  /// By the team's own weights.
  package let judgement: Judgement
  /// Whether none is better by the weights that favour it, with what it shares with the options
  /// before it charged as much as it took to differ from them.
  package let isProved: Bool
}

/// Rotas to choose from.
package struct RotaOptions: Sendable {
  /// The rota of the fewest points.
  package let best: Solution
  /// Rotas that differ from each other, in the order of `Favour`.
  package let options: [RotaOption]
  /// What no option could be made for, and why, in a sentence.
  package let missing: [(favour: Favour, reason: String)]
}

/// What planning a period several times over came to.
package enum OptionsOutcome: Sendable {
  case options(RotaOptions)
  case infeasible(Clash)
  case unknown(bound: Int)
  case contradiction(String)
}

/// Rotas of a period that differ for a reason: each keeps every hard rule and has the fewest
/// points where what it favours counts ten times as much.
///
/// - Parameters:
///   - count: how many, 1 to 3.
///   - effort: multiplies the work limit of each, at least 1.
///   - watch: told how many rotas are done, the best one the first of them.
///   - step: told what is found out once it is known that no rota exists.
package func options(
  _ count: Int, of period: Period, in situation: Situation, effort: Int = 1,
  watch: (SearchProgress) -> Void = { _ in }, step: (ClashStep) -> Void = { _ in }
) -> OptionsOutcome {
  options(
    count, of: period, in: situation, effort: effort, watch: watch, step: step,
    solver: Solver.usualSolving)
}

/// - Parameter solver: finds the rotas that favour something.
func options(
  _ count: Int, of period: Period, in situation: Situation, effort: Int,
  watch: (SearchProgress) -> Void, step: (ClashStep) -> Void, solver: @escaping Solver.Solving
) -> OptionsOutcome {
  var done = 0
  /// Whatever the search of one rota tells.
  func goesOn(_: SearchProgress) -> Bool {
    watch(.tried(done, of: count + 1))
    return true
  }
  let best: Solution
  switch PeriodPlanning(period, in: situation).outcome(effort: effort, watch: goesOn, step: step) {
  case .solved(let solution): best = solution
  case .infeasible(let clash): return .infeasible(clash)
  case .unknown(let bound): return .unknown(bound: bound)
  case .contradiction(let words): return .contradiction(words)
  }
  var options: [RotaOption] = []
  var missing: [(favour: Favour, reason: String)] = []
  for favour in Favour.allCases.prefix(count) {
    done += 1
    guard let leaning = Leaning(favour, period, situation, solver) else {
      missing.append((favour, "no earlier rota is on file"))
      continue
    }
    switch leaning.rota(differingFrom: options.map(\.rota), effort: effort, watch: goesOn) {
    case .none: missing.append((favour, "no other rota was found"))
    case .contradiction(let words): return .contradiction(words)
    case .rota(let rota, let isProved):
      options.append(
        RotaOption(
          favour: favour, rota: rota, judgement: judge(rota, in: situation), isProved: isProved))
    }
  }
  return .options(RotaOptions(best: best, options: options, missing: missing))
}

/// A period planned with other weights.
private struct Leaning {
  private let frame: Frame
  private let problem: Problem
  private let solver: Solver.Solving

  enum Found {
    case rota(Rota, isProved: Bool)
    /// All searches find one of the others again, or nothing.
    case none
    case contradiction(String)
  }

  /// nil where there is no rhythm to favour.
  init?(
    _ favour: Favour, _ period: Period, _ situation: Situation, _ solver: @escaping Solver.Solving
  ) {
    self.solver = solver
    var team = situation.team
    team.weights = favour.leaning(team.weights)
    let leaning = Situation(team: team, rotas: situation.rotas, today: situation.today)
    let plain = Frame(leaning, period: period)
    if favour == .rhythm {
      guard let rhythm = plain.rhythm else { return nil }
      frame = Frame(leaning, period: period, purpose: .generate(base: rhythm))
    } else {
      frame = plain
    }
    problem = Problem(frame)
  }

  /// The best rota that is none of the others.
  ///
  /// Each shift that stays as in another option is charged, at first nothing, then more and more
  /// until the rotas differ: where the first rota differs, it is the best of all.
  func rota(
    differingFrom others: [Rota], effort: Int, watch: SearchProgress.Watch
  ) -> Found {
    var charge = 0
    while charge <= 1 << 12 {
      let found: (answer: Solver.Answer, isProved: Bool)
      switch solver(charging(charge, forSharing: others), effort, watch) {
      case .optimal(let answer): found = (answer, true)
      case .feasible(let answer, _): found = (answer, false)
      case .unknown, .impossible: return .none
      case .contradiction(let words): return .contradiction(words)
      }
      let rota = frame.solution(found.answer, problem, bound: 0).rota
      if others.allSatisfy({ $0.shifts != rota.shifts || $0.owners != rota.owners }) {
        return .rota(rota, isProved: found.isProved)
      }
      charge = max(1, 2 * charge)
    }
    return .none
  }

  private func charging(_ points: Int, forSharing others: [Rota]) -> Problem {
    var charged = problem
    for shift in others.flatMap(\.shifts) {
      guard let week = frame.week(startingOn: shift.week.start),
        let engineer = frame.availability.index(of: shift.engineer),
        let rotation = frame.availability.index(of: shift.rotation)
      else { continue }
      charged.shiftPoints[problem.cell(engineer, week, rotation)] += points
    }
    return charged
  }
}
