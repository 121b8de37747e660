extension Problem {
  /// The same limits, and a point for every shift that changes hands; nothing else costs anything.
  package func countingChangesOnly(from holders: Table<Slot, EngineerIndex>) -> Problem {
    var counting = self
    counting.engineers = engineers.mapValues { engineer in
      var free = engineer.mapPoints { _ in 0 }
      free.ownerWeekPoints = engineer.ownerWeekPoints
      return free
    }
    // Who owns what is another matter: it never moves a shift.
    counting.projects = Table([])
    return counting.charging(1, forChangesFrom: holders)
  }

  /// The same, with every shift left to who held it, where no rule forbids them by itself.
  ///
  /// - Parameter holders: who held it.
  package func keeping(_ holders: Table<Slot, EngineerIndex>) -> Problem {
    var keeping = self
    for (slot, holder) in zip(slots.all, holders)
    where holder.isKnown && engineers[holder].allowed[slot] {
      keeping.leave(slot, to: holder)
    }
    return keeping
  }

  /// Nobody else may hold a shift.
  package mutating func leave(_ slot: Slot, to holder: EngineerIndex) {
    for other in engineers.indices where other != holder { engineers[other].allowed[slot] = false }
  }

  /// The same, and points for every shift that changes hands; one that nobody held is free.
  ///
  /// - Parameter holders: who held it.
  package func charging(_ points: Int, forChangesFrom holders: Table<Slot, EngineerIndex>)
    -> Problem
  {
    var charged = self
    for (slot, before) in zip(slots.all, holders) where before != .nobody {
      for engineer in engineers.indices where before != engineer {
        charged.engineers[engineer].shiftPoints[slot] += points
      }
    }
    return charged
  }
}
