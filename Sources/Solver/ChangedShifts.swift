extension Problem {
  /// The same limits, and a point for every shift that changes hands; nothing else costs anything.
  package func countingChangesOnly(from holders: [Int]) -> Problem {
    var counting = self
    counting.engineers = engineers.map { engineer in
      var free = engineer.mapPoints { _ in 0 }
      free.ownerWeekPoints = engineer.ownerWeekPoints
      return free
    }
    // Who owns what is another matter: it never moves a shift.
    counting.projects = []
    return counting.charging(1, forChangesFrom: holders)
  }

  /// The same, with every shift left to who held it, where no rule forbids them by itself.
  ///
  /// - Parameter holders: by week and rotation: who held it; below zero for nobody that is known.
  package func keeping(_ holders: [Int]) -> Problem {
    var keeping = self
    for (slot, holder) in holders.enumerated()
    where holder >= 0 && engineers[holder].allowed[slot] {
      keeping.leave(slot, to: holder)
    }
    return keeping
  }

  /// Nobody else may hold a shift.
  package mutating func leave(_ slot: Int, to holder: Int) {
    for other in engineers.indices where other != holder { engineers[other].allowed[slot] = false }
  }

  /// The same, and points for every shift that changes hands; one that nobody held is free.
  ///
  /// - Parameter holders: by week and rotation: who held it; −1 for nobody.
  package func charging(_ points: Int, forChangesFrom holders: [Int]) -> Problem {
    var charged = self
    for (slot, before) in holders.enumerated() where before != -1 {
      for engineer in engineers.indices where before != engineer {
        charged.engineers[engineer].shiftPoints[slot] += points
      }
    }
    return charged
  }
}
