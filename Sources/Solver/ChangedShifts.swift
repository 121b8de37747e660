extension Problem {
  /// The same limits, and a point for every shift that changes hands; nothing else costs anything.
  package func countingChangesOnly(from holders: [Int]) -> Problem {
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

  /// The same, with every shift left to who held it, where no rule forbids them by itself.
  ///
  /// - Parameter holders: by week and rotation: who held it; below zero for nobody that is known.
  package func keeping(_ holders: [Int]) -> Problem {
    var keeping = self
    for (slot, holder) in holders.enumerated() where holder >= 0 {
      let (week, rotation) = (slot / rotations, slot % rotations)
      guard allowed[cell(holder, week, rotation)] else { continue }
      for other in 0..<engineers where other != holder {
        keeping.allowed[cell(other, week, rotation)] = false
      }
    }
    return keeping
  }

  /// The same, and points for every shift that changes hands; one that nobody held is free.
  ///
  /// - Parameter holders: by week and rotation: who held it; −1 for nobody.
  package func charging(_ points: Int, forChangesFrom holders: [Int]) -> Problem {
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
