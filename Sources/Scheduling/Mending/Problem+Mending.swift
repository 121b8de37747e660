extension Problem {
  /// The problem of the weeks after the first ones, which stay as they are held: counts, limits
  /// and the chain go on from there.
  func afterFreezing(_ frozen: Int, _ held: [Int]) -> Problem {
    var rest = self
    rest.weeks = weeks - frozen
    rest.open = Array(open.dropFirst(frozen * rotations))
    rest.isUnpopular = Array(isUnpopular.dropFirst(frozen))
    func tail<Value>(_ values: [Value], by each: Int) -> [Value] {
      (0..<engineers).flatMap { engineer in
        values[(engineer * weeks + frozen) * each..<(engineer + 1) * weeks * each]
      }
    }
    rest.allowed = tail(allowed, by: rotations)
    rest.shiftPoints = tail(shiftPoints, by: rotations)
    rest.idlePoints = tail(idlePoints, by: 1)
    for engineer in 0..<engineers {
      var total = 0
      for rotation in 0..<rotations {
        let before = (0..<frozen).count { held[$0 * rotations + rotation] == engineer }
        total += before
        let index = engineer * rotations + rotation
        rest.countPoints[index] =
          countPoints[index].count > before
          ? Array(countPoints[index].dropFirst(before)) : [0]
      }
      let unpopular = (0..<frozen).count { week in
        isUnpopular[week] && (0..<rotations).contains { held[week * rotations + $0] == engineer }
      }
      rest.unpopularPoints[engineer] = Array(unpopularPoints[engineer].dropFirst(unpopular))
      rest.most[engineer] = max(0, most[engineer] - total)
      let last = (0..<frozen).last { week in
        (0..<rotations).contains { held[week * rotations + $0] == engineer }
      }
      rest.sinceLast[engineer] =
        last.map { frozen - $0 } ?? sinceLast[engineer].map { $0 + frozen }
    }
    for index in rest.projects.indices {
      rest.projects[index].links = projects[index].links.map { links in
        links.filter { $0.week >= frozen }.map { Link(week: $0.week - frozen, points: $0.points) }
      }
    }
    return rest
  }

  /// The same limits, and a point for every shift that changes hands.
  func countingChangesOnly(from holders: [Int]) -> Problem {
    var counting = self
    counting.shiftPoints = shiftPoints.map { _ in 0 }
    counting.idlePoints = idlePoints.map { _ in 0 }
    counting.chainPoints = chainPoints.map { _ in 0 }
    counting.countPoints = countPoints.map { $0.map { _ in 0 } }
    counting.unpopularPoints = unpopularPoints.map { $0.map { _ in 0 } }
    // Who owns what is another matter: it never moves a shift.
    counting.projects = []
    return counting.charging(1, forChangesFrom: holders)
  }

  func charging(_ points: Int, forChangesFrom holders: [Int]) -> Problem {
    var charged = self
    for engineer in 0..<engineers {
      for week in 0..<weeks {
        for rotation in 0..<rotations {
          let before = holders[week * rotations + rotation]
          guard before != -1, before != engineer else { continue }
          charged.shiftPoints[cell(engineer, week, rotation)] += points
        }
      }
    }
    return charged
  }
}
