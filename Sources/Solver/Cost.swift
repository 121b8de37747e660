/// What an answer comes to, worked out from the tables.
extension Problem {
  /// The points of any holders and owners that keep the hard rules.
  ///
  /// - Parameters:
  ///   - holders: by week and rotation: the engineer, or −1.
  ///   - owned: by engineer: the projects owned, as indices.
  package func points(_ holders: [Int], _ owned: [[Int]]) -> Int {
    let held = shifts(holders)
    return engineers.indices.reduce(constant) { $0 + cost($1, held[$1], owned[$1]) }
  }

  /// By engineer: the shifts held, in order.
  func shifts(_ holders: [Int]) -> [[Int]] {
    var shifts = Array(repeating: [Int](), count: engineers.count)
    for slot in holders.indices where holders[slot] >= 0 { shifts[holders[slot]].append(slot) }
    return shifts
  }

  /// The points of one engineer's plan; shifts in their order, one a week.
  func cost(_ engineer: Int, _ shifts: [Int], _ owned: [Int]) -> Int {
    let tables = engineers[engineer]
    var points = tables.idlePoints.reduce(0, +)
    var held = Array(repeating: 0, count: rotations)
    var unpopular = 0
    var last = tables.sinceLast.map { -$0 }
    for slot in shifts {
      let week = slot / rotations
      points += tables.shiftPoints[slot] - tables.idlePoints[week]
      held[slot % rotations] += 1
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
    for rotation in 0..<rotations { points += tables.countPoints[rotation][held[rotation]] }
    return points + tables.unpopularPoints[unpopular] + ownerPoints(engineer, owned)
  }

  /// The points of owning some projects, shifts aside.
  func ownerPoints(_ engineer: Int, _ owned: [Int]) -> Int {
    var points = 0
    var weeks = 0
    for (index, project) in projects.enumerated() {
      let candidate = project.candidates[engineer]
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
  /// Whether an engineer may own some projects together.
  func fits(_ owned: [Int], _ engineer: Int) -> Bool {
    // The number owned rises only where a project begins.
    owned.allSatisfy { start in
      let day = projects[start].days.lowerBound
      let running = owned.filter { projects[$0].days.contains(day) }
      return running.count <= engineers[engineer].ownedAtOnce
        && running.count { projects[$0].index == projects[start].index } == 1
    }
  }
}
