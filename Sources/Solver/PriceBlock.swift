/// Prices that move while all others stay, and the engineers who may answer one of them: nobody else's
/// best plan hangs on these prices.
struct PriceBlock {
  let shifts: Table<Slot, Bool>
  let projects: Table<ProjectIndex, Bool>
  let engineers: Table<EngineerIndex, Bool>

  /// All prices, and everybody, be there anything to answer or not.
  init(all problem: Problem) {
    shifts = problem.open
    projects = problem.projects.mapValues { _ in true }
    engineers = problem.engineers.mapValues { _ in true }
  }

  /// The shifts of a rotation.
  init(_ rotation: RotationIndex, of problem: Problem) {
    shifts = Table(problem.slots.all) {
      problem.open[$0] && problem.slots.rotation(of: $0) == rotation
    }
    projects = problem.projects.mapValues { _ in false }
    engineers = problem.engineers.mapValues { engineer in
      problem.weeks.contains { engineer.allowed[problem.slots[$0, rotation]] }
    }
  }

  /// All projects.
  init(projectsOf problem: Problem) {
    shifts = problem.open.mapValues { _ in false }
    projects = problem.projects.mapValues { _ in true }
    engineers = Table(problem.engineers.indices) { engineer in
      problem.projects.contains {
        $0.candidates[engineer].mayOwn || $0.fixed.contains(engineer)
      }
    }
  }

  var hasPrices: Bool { shifts.contains(true) || projects.contains(true) }

  /// What a plan is offered outside, in units.
  func elsewhere(_ plan: RestrictedMaster.Plan, _ prices: Prices) -> Int {
    let sum = plan.slots.reduce(0) { shifts[$1] ? $0 : $0 + Int(prices.shifts[$1]) }
    return plan.owned.reduce(sum) { projects[$1] ? $0 : $0 + Int(prices.projects[$1]) }
  }
}
