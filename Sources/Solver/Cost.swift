/// What an answer comes to, worked out from the tables.
extension Problem {
  /// The points of any holders and owners that keep the hard rules.
  ///
  /// - Parameters:
  ///   - holders: by week and rotation: the engineer, or −1.
  ///   - owned: by engineer: the projects owned, as indices.
  package func points(_ holders: [Int], _ owned: [[Int]]) -> Int {
    var shifts: [[(week: Int, rotation: Int)]] = Array(repeating: [], count: engineers)
    for slot in holders.indices where holders[slot] >= 0 {
      shifts[holders[slot]].append((slot / rotations, slot % rotations))
    }
    return (0..<engineers).reduce(constant) { $0 + cost($1, shifts[$1], owned[$1]) }
  }

  /// The points of one engineer's plan; shifts in the order of their weeks, one a week.
  func cost(_ engineer: Int, _ shifts: [(week: Int, rotation: Int)], _ owned: [Int]) -> Int {
    var points = 0
    var held = Array(repeating: 0, count: rotations)
    var unpopular = 0
    var next = 0
    for week in 0..<weeks {
      guard next < shifts.count, shifts[next].week == week else {
        points += idlePoints[engineer * weeks + week]
        continue
      }
      let rotation = shifts[next].rotation
      points += shiftPoints[cell(engineer, week, rotation)]
      held[rotation] += 1
      unpopular += isUnpopular[week] ? 1 : 0
      let last = next > 0 ? shifts[next - 1].week : sinceLast[engineer].map { -$0 }
      if let last {
        let lane = min(week - last - least, Problem.lanes - 1)
        points += chainPoints[engineer * Problem.lanes + max(lane, 0)]
      }
      for project in owned {
        for link in projects[project].links[engineer] where link.week == week {
          points += link.points
        }
      }
      next += 1
    }
    for rotation in 0..<rotations {
      points += countPoints[engineer * rotations + rotation][held[rotation]]
    }
    points += unpopularPoints[engineer][unpopular]
    return points + ownerPoints(engineer, owned)
  }

  /// The points of owning some projects, shifts aside.
  func ownerPoints(_ engineer: Int, _ owned: [Int]) -> Int {
    var points = 0
    var weeks = 0
    for (index, project) in projects.enumerated() {
      if owned.contains(index) {
        points += project.ownPoints[engineer]
        weeks += project.ownerWeeks[engineer]
      } else {
        points += project.otherPoints[engineer]
      }
    }
    return points + ownerWeekPoints[engineer][weeks]
  }
}

extension Problem {
  /// Whether an engineer may own some projects together.
  func fits(_ owned: [Int], _ engineer: Int) -> Bool {
    // The number owned rises only where a project begins.
    owned.allSatisfy { start in
      let day = projects[start].days.lowerBound
      let running = owned.filter { projects[$0].days.contains(day) }
      return running.count <= ownedAtOnce[engineer]
        && running.count { projects[$0].index == projects[start].index } == 1
    }
  }
}
