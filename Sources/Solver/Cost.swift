/// What an answer comes to, worked out from the tables.
extension Problem {
  /// The points of any holders and owners that keep the hard rules.
  ///
  /// - Parameters:
  ///   - holders: who holds each shift, or `nobody`.
  ///   - owned: the projects that each owns.
  package func points(
    _ holders: Table<Slot, EngineerIndex>, _ owned: Table<EngineerIndex, [ProjectIndex]>
  ) -> Int {
    let held = shifts(holders)
    return engineers.indices.reduce(constant) { $0 + cost($1, held[$1], owned[$1]) }
  }

  /// The shifts that each holds, in order.
  func shifts(_ holders: Table<Slot, EngineerIndex>) -> Table<EngineerIndex, [Slot]> {
    var shifts = Table(repeating: [Slot](), for: engineers.indices)
    for slot in holders.indices where holders[slot].isKnown { shifts[holders[slot]].append(slot) }
    return shifts
  }

  /// The points of one engineer's plan; shifts in their order, one a week.
  func cost(_ engineer: EngineerIndex, _ shifts: [Slot], _ owned: [ProjectIndex]) -> Int {
    shiftPoints(engineer, shifts, owned) + ownerPoints(engineer, owned)
  }

  /// The points of holding some shifts, those that the owner of some projects is charged with them.
  func shiftPoints(_ engineer: EngineerIndex, _ shifts: [Slot], _ owned: [ProjectIndex]) -> Int {
    let tables = engineers[engineer]
    var points = tables.idlePoints.reduce(0, +)
    var held = Table(repeating: 0, for: rotations)
    var unpopular = 0
    var last = tables.lastBefore
    for slot in shifts {
      let week = slots.week(of: slot)
      points += tables.shiftPoints[slot] - tables.idlePoints[week]
      held[slots.rotation(of: slot)] += 1
      unpopular += isUnpopular[week] ? 1 : 0
      if let last {
        points += tables.chainPoints[min(max(week - last - least, 0), Problem.lanes - 1)]
      }
      for project in owned {
        for link in projects[project].candidates[engineer].links where link.week == week {
          points += link.points
        }
      }
      last = week
    }
    for rotation in rotations { points += tables.countPoints[rotation][held[rotation]] }
    return points + tables.unpopularPoints[unpopular]
  }

  /// The points of owning some projects, shifts aside.
  func ownerPoints(_ engineer: EngineerIndex, _ owned: [ProjectIndex]) -> Int {
    var points = 0
    var weeks = 0
    for index in projects.indices {
      let candidate = projects[index].candidates[engineer]
      if owned.contains(index) {
        points += candidate.ownPoints
        weeks += candidate.ownerWeeks
      } else {
        points += candidate.otherPoints
      }
    }
    return points + engineers[engineer].ownerWeekPoints[weeks]
  }
}

extension Problem {
  /// Whether an engineer may hold so many shifts, and rests between them; in their order.
  func keepsRest(_ shifts: [Slot], _ engineer: EngineerIndex) -> Bool {
    guard shifts.count <= engineers[engineer].most else { return false }
    var last = engineers[engineer].lastBefore
    for week in shifts.map(slots.week) {
      if let last, week - last < least { return false }
      last = week
    }
    return true
  }

  /// Whether an engineer may own some projects together.
  func fits(_ owned: [ProjectIndex], _ engineer: EngineerIndex) -> Bool {
    // The number owned rises only where a project begins.
    owned.allSatisfy { start in
      let day = projects[start].days.lowerBound
      var running = 0
      var ofSameProject = 0
      for other in owned where projects[other].days.contains(day) {
        running += 1
        if projects[other].index == projects[start].index { ofSameProject += 1 }
      }
      return running <= engineers[engineer].ownedAtOnce && ofSameProject == 1
    }
  }
}
