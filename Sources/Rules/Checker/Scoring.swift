import Dates
import Diagnostics
import RotaModel

extension Roster {
  /// The points of the rota as it is, by replaying every soft rule's function on it.
  package func points() -> Points {
    var points = Points()
    forEachCharge { points[$1] += $2.points }
    return points
  }

  /// What engineers are charged for the shifts they hold or do not hold: all that changes where shifts
  /// go from one to another of them.
  package func points(ofShiftsOf engineers: [Int]) -> Int {
    var points = 0
    for shape in RuleBook.shapes {
      switch shape {
      case .ownerPoints, .ownerWeekPoints, .projectPoints: break
      default: forEachCharge(of: shape, engineers) { points += $0.points }
      }
    }
    return points
  }

  /// What every soft rule charges, rule by rule, without charges of no points.
  func charges() -> [(rule: Rule, term: Term, charge: Charge)] {
    var charges: [(rule: Rule, term: Term, charge: Charge)] = []
    forEachCharge { rule, term, charge in
      if charge.points != 0 { charges.append((rule, term, charge)) }
    }
    return charges
  }

  private func forEachCharge(_ tell: (Rule, Term, Charge) -> Void) {
    for (rule, term) in RuleBook.terms {
      for shape in rule.shapes {
        forEachCharge(of: shape, frame.engineers) { tell(rule, term, $0) }
      }
    }
  }

  private func forEachCharge(
    of shape: Shape, _ engineers: some Collection<Int>, _ tell: (Charge) -> Void
  ) {
    switch shape {
    case .cellPoints(let points):
      for (engineer, rotation, week) in placed(by: engineers) {
        let cell = Cell(engineer: engineer, rotation: rotation, week: week)
        tell(
          Charge(engineer: engineer, rotation: rotation, week: week, points: points(frame, cell)))
      }
    case .weekPoints(let points):
      for engineer in engineers {
        let held = weeksHeld(by: engineer)
        for week in frame.weeks.indices {
          tell(
            Charge(
              engineer: engineer, week: week,
              points: points(frame, engineer, week, held.contains(week))))
        }
      }
    case .chainPoints(let points):
      for engineer in engineers { forEachChainCharge(engineer, points, tell) }
    case .shiftCountPoints(let points):
      for engineer in engineers {
        for rotation in frame.rotations {
          let count = count(of: engineer) { $0 == rotation && $1 != nil }
          tell(
            Charge(
              engineer: engineer, rotation: rotation, count: count,
              points: points(frame, engineer, rotation, count)))
        }
      }
    case .unpopularCountPoints(let points):
      for engineer in engineers {
        let count = count(of: engineer) { rotation, week in
          rotation != nil && week.map { frame.isUnpopular[$0] } ?? false
        }
        tell(Charge(engineer: engineer, count: count, points: points(frame, engineer, count)))
      }
    case .ownerWeekPoints(let points):
      for engineer in engineers {
        let owned = frame.projects.indices.reduce(0) {
          $0 + weeksOwned($1, by: engineer).count
        }
        tell(Charge(engineer: engineer, count: owned, points: points(frame, engineer, owned)))
      }
    case .ownerPoints(let points):
      for engineer in engineers { forEachOwnerCharge(engineer, points, tell) }
    case .projectPoints(let points):
      for project in frame.projects.indices {
        tell(Charge(project: project, points: points(frame, project)))
      }
    case .linkPoints(let points):
      for engineer in engineers { forEachLinkCharge(engineer, points, tell) }
    case .cell, .chain, .twice, .limit, .owner, .ownedAtOnce, .cover, .rota, .team:
      break
    }
  }

  private func forEachChainCharge(
    _ engineer: Int, _ points: (Frame, Int, Int) -> Int, _ tell: (Charge) -> Void
  ) {
    var earlier = frame.lastBefore[engineer]?.week
    for week in weeksHeld(by: engineer) {
      if let earlier {
        let distance = earlier.weeks(to: frame.weeks[week])
        tell(
          Charge(
            engineer: engineer, week: week, earlier: earlier, count: distance,
            points: points(frame, engineer, distance)))
      }
      earlier = frame.weeks[week]
    }
  }

  private func forEachOwnerCharge(
    _ engineer: Int, _ points: (Frame, Int, Int, Owned) -> Int, _ tell: (Charge) -> Void
  ) {
    for project in frame.projects.indices {
      let ahead = frame.projects[project].daysToDecide
      var owned = Owned(ever: false, ahead: false)
      for owner in owners[project] where owner.engineer == engineer && !owner.days.isEmpty {
        owned = Owned(ever: true, ahead: owned.ahead || owner.days.overlaps(ahead))
      }
      tell(
        Charge(
          engineer: engineer, project: project, points: points(frame, engineer, project, owned)))
    }
  }

  private func forEachLinkCharge(
    _ engineer: Int, _ points: (Frame, Int, Int, Int, Bool) -> Int, _ tell: (Charge) -> Void
  ) {
    let held = weeksHeld(by: engineer)
    for project in frame.projects.indices {
      for week in weeksOwned(project, by: engineer) {
        tell(
          Charge(
            engineer: engineer, week: week, project: project,
            points: points(frame, engineer, project, week, held.contains(week))))
      }
    }
  }

  /// The shifts that count: of known engineers and rotations, in weeks of the period.
  package var placed: [(engineer: Int, rotation: Int, week: Int)] { placed(by: frame.engineers) }

  /// The same of some engineers, in the rota's order.
  private func placed(
    by engineers: some Collection<Int>
  ) -> [(engineer: Int, rotation: Int, week: Int)] {
    indices(of: engineers).compactMap { index in
      guard let engineer = shifts[index].engineer, let rotation = shifts[index].rotation,
        let week = shifts[index].week
      else { return nil }
      return (engineer, rotation, week)
    }
  }

  /// The shifts that each engineer holds of each rotation, `[engineer * rotations + rotation]`.
  func heldCounts() -> [Int] {
    var held = Array(repeating: 0, count: frame.engineers.count * frame.rotations.count)
    for shift in placed { held[shift.engineer * frame.rotations.count + shift.rotation] += 1 }
    return held
  }

  /// How many of an engineer's shifts are of such a rotation and week.
  private func count(of engineer: Int, where counts: (_ rotation: Int?, _ week: Int?) -> Bool)
    -> Int
  {
    own[engineer].count { counts(shifts[$0].rotation, shifts[$0].week) }
  }

  /// The weeks in which an engineer holds a shift, each once, in order.
  private func weeksHeld(by engineer: Int) -> [Int] {
    var weeks: [Int] = []
    for index in own[engineer] where shifts[index].rotation != nil {
      guard let week = shifts[index].week else { continue }
      let place = weeks.partitioningIndex { $0 >= week }
      if place == weeks.endIndex || weeks[place] != week { weeks.insert(week, at: place) }
    }
    return weeks
  }

  /// The weeks of the period in which an engineer owns a project on some day.
  package func weeksOwned(_ project: Int, by engineer: Int) -> [Int] {
    guard owners[project].contains(where: { $0.engineer == engineer && !$0.days.isEmpty }) else {
      return []
    }
    return frame.projects[project].weeks.filter { week in
      owners[project].contains {
        $0.engineer == engineer && !$0.days.isEmpty && $0.days.overlaps(frame.weeks[week].days)
      }
    }
  }
}
