import Dates
import Diagnostics
import RotaModel

extension Roster {
  /// The points of the rota as it is, by replaying every soft rule's function on it.
  package func points() -> Points {
    var points = Points()
    for (_, term, charge) in charges() { points[term] += charge.points }
    return points
  }

  /// What engineers are charged for the shifts they hold or do not hold: all that changes where shifts
  /// go from one to another of them.
  package func points(ofShiftsOf engineers: [Int]) -> Int {
    RuleBook.shapes.reduce(0) { sum, shape in
      switch shape {
      case .ownerPoints, .ownerWeekPoints, .projectPoints: sum
      default: charges(of: shape, engineers).reduce(sum) { $0 + $1.points }
      }
    }
  }

  /// What every soft rule charges, rule by rule, without charges of no points.
  func charges() -> [(rule: Rule, term: Term, charge: Charge)] {
    RuleBook.rules.flatMap { rule -> [(rule: Rule, term: Term, charge: Charge)] in
      guard rule.kind == .soft, let term = Term(rawValue: rule.id) else { return [] }
      return rule.shapes.flatMap { charges(of: $0, frame.engineers) }.filter { $0.points != 0 }
        .map { (rule, term, $0) }
    }
  }

  private func charges(of shape: Shape, _ engineers: some Collection<Int>) -> [Charge] {
    switch shape {
    case .cellPoints(let points):
      return placed(by: engineers).map {
        let cell = Cell(engineer: $0.engineer, rotation: $0.rotation, week: $0.week)
        return Charge(
          engineer: cell.engineer, rotation: cell.rotation, week: cell.week,
          points: points(frame, cell))
      }
    case .weekPoints(let points):
      return engineers.flatMap { engineer in
        let held = weeksHeld(by: engineer)
        return frame.weeks.indices.map {
          Charge(
            engineer: engineer, week: $0, points: points(frame, engineer, $0, held.contains($0)))
        }
      }
    case .chainPoints(let points):
      return engineers.flatMap { chainCharges($0, points) }
    case .shiftCountPoints(let points):
      return engineers.flatMap { engineer in
        let held = counted(of: engineer)
        return frame.rotations.map { rotation in
          let count = held.count { $0.rotation == rotation }
          return Charge(
            engineer: engineer, rotation: rotation, count: count,
            points: points(frame, engineer, rotation, count))
        }
      }
    case .unpopularCountPoints(let points):
      return engineers.map { engineer in
        let count = counted(of: engineer).count { held in
          held.week.map { frame.isUnpopular[$0] } ?? false
        }
        return Charge(engineer: engineer, count: count, points: points(frame, engineer, count))
      }
    case .ownerWeekPoints(let points):
      return engineers.map { engineer in
        let owned = frame.projects.indices.reduce(0) {
          $0 + weeksOwned($1, by: engineer).count
        }
        return Charge(
          engineer: engineer, count: owned, points: points(frame, engineer, owned))
      }
    case .ownerPoints(let points):
      return engineers.flatMap { ownerCharges($0, points) }
    case .projectPoints(let points):
      return frame.projects.indices.map { Charge(project: $0, points: points(frame, $0)) }
    case .linkPoints(let points):
      return engineers.flatMap { linkCharges($0, points) }
    case .cell, .chain, .twice, .limit, .owner, .ownedAtOnce, .cover, .rota, .team:
      return []
    }
  }

  private func chainCharges(_ engineer: Int, _ points: (Frame, Int, Int) -> Int) -> [Charge] {
    let own = weeksHeld(by: engineer)
    let earlier =
      [frame.lastBefore[engineer]?.week] + own.dropLast().map { Optional(frame.weeks[$0]) }
    return zip(earlier, own).compactMap { earlier, week in
      guard let earlier else { return nil }
      let distance = earlier.weeks(to: frame.weeks[week])
      return Charge(
        engineer: engineer, week: week, earlier: earlier, count: distance,
        points: points(frame, engineer, distance))
    }
  }

  private func ownerCharges(
    _ engineer: Int, _ points: (Frame, Int, Int, Owned) -> Int
  ) -> [Charge] {
    frame.projects.indices.map { project in
      let own = owners[project].filter { $0.engineer == engineer && !$0.days.isEmpty }
      let ahead = frame.projects[project].daysToDecide
      let owned = Owned(ever: !own.isEmpty, ahead: own.contains { $0.days.overlaps(ahead) })
      return Charge(
        engineer: engineer, project: project, points: points(frame, engineer, project, owned))
    }
  }

  private func linkCharges(
    _ engineer: Int, _ points: (Frame, Int, Int, Int, Bool) -> Int
  ) -> [Charge] {
    let held = weeksHeld(by: engineer)
    return frame.projects.indices.flatMap { project in
      weeksOwned(project, by: engineer).map { week in
        Charge(
          engineer: engineer, week: week, project: project,
          points: points(frame, engineer, project, week, held.contains(week)))
      }
    }
  }

  /// The shifts that count: of known engineers and rotations, in weeks of the period.
  package var placed: [(engineer: Int, rotation: Int, week: Int)] { placed(by: frame.engineers) }

  /// The same of some engineers, in the rota's order.
  private func placed(
    by engineers: some Collection<Int>
  ) -> [(engineer: Int, rotation: Int, week: Int)] {
    shifts(of: engineers).compactMap { held in
      guard let engineer = held.engineer, let rotation = held.rotation, let week = held.week else {
        return nil
      }
      return (engineer, rotation, week)
    }
  }

  /// The shifts that each engineer holds of each rotation, `[engineer * rotations + rotation]`.
  func heldCounts() -> [Int] {
    var held = Array(repeating: 0, count: frame.engineers.count * frame.rotations.count)
    for shift in placed { held[shift.engineer * frame.rotations.count + shift.rotation] += 1 }
    return held
  }

  /// The weeks in which an engineer holds a shift, each once, in order.
  private func weeksHeld(by engineer: Int) -> [Int] {
    Set(counted(of: engineer).compactMap(\.week)).sorted()
  }

  /// The weeks of the period in which an engineer owns a project on some day.
  package func weeksOwned(_ project: Int, by engineer: Int) -> [Int] {
    let own = owners[project].filter { $0.engineer == engineer && !$0.days.isEmpty }
    guard !own.isEmpty else { return [] }
    return frame.projects[project].weeks.filter { week in
      own.contains { $0.days.overlaps(frame.weeks[week].days) }
    }
  }
}
