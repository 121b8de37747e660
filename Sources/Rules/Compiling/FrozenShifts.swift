package import Solver

/// Who holds the weeks that stay as they are.
package struct FrozenShifts: Sendable {
  package let weeks: Int
  private let rotations: Int
  /// By week (all of the period) and rotation: the engineer; −1 where nobody holds it, −2 for a
  /// name the team file does not have.
  package let held: [Int]
  /// By engineer: shifts in unpopular weeks, two in one week both.
  package let unpopular: [Int]

  package init(_ roster: Roster, weeks: Int) {
    let frame = roster.frame
    self.weeks = weeks
    rotations = frame.rotations.count
    var held = Array(repeating: -1, count: frame.weeks.count * rotations)
    for shift in roster.shifts {
      guard let week = shift.week, let rotation = shift.rotation else { continue }
      held[week * rotations + rotation] = shift.engineer ?? -2
    }
    self.held = held
    let duties = rotations
    unpopular = frame.engineers.map { engineer in
      (0..<weeks * duties).count { held[$0] == engineer && frame.isUnpopular[$0 / duties] }
    }
  }

  package func count(of engineer: Int) -> Int {
    held.prefix(weeks * rotations).count { $0 == engineer }
  }

  package func count(of engineer: Int, _ rotation: Int) -> Int {
    (0..<weeks).count { held[$0 * rotations + rotation] == engineer }
  }

  package func holds(_ engineer: Int, _ week: Int) -> Bool {
    held[week * rotations..<(week + 1) * rotations].contains(engineer)
  }

  package func last(of engineer: Int) -> Int? { (0..<weeks).last { holds(engineer, $0) } }
}

extension Problem {
  /// The problem of the weeks after those that stay as they are: the chain goes on from there, and
  /// what their shifts cost an owner is part of owning. (Counts and limits go on in the tables.)
  package func afterFreezing(_ frozen: FrozenShifts) -> Problem {
    var rest = self
    rest.weeks = weeks - frozen.weeks
    let slots = frozen.weeks * rotations
    rest.open = Array(open.dropFirst(slots))
    rest.isUnpopular = Array(isUnpopular.dropFirst(frozen.weeks))
    for engineer in engineers.indices {
      let whole = engineers[engineer]
      rest.engineers[engineer].allowed = Array(whole.allowed.dropFirst(slots))
      rest.engineers[engineer].shiftPoints = Array(whole.shiftPoints.dropFirst(slots))
      rest.engineers[engineer].idlePoints = Array(whole.idlePoints.dropFirst(frozen.weeks))
      rest.engineers[engineer].sinceLast =
        frozen.last(of: engineer).map { frozen.weeks - $0 }
        ?? whole.sinceLast.map { $0 + frozen.weeks }
      for index in rest.projects.indices {
        let links = projects[index].candidates[engineer].links
        rest.projects[index].candidates[engineer].links =
          links.filter { $0.week >= frozen.weeks }.map {
            Link(week: $0.week - frozen.weeks, points: $0.points)
          }
        rest.projects[index].candidates[engineer].ownPoints += links.reduce(0) {
          $1.week < frozen.weeks && frozen.holds(engineer, $1.week) ? $0 + $1.points : $0
        }
      }
    }
    return rest
  }
}
