/// All points of a problem at once: to weigh it otherwise, or to look at them.
extension Problem {
  /// The same problem with all points changed in one way.
  func mapPoints(_ change: (Int) -> Int) -> Problem {
    var changed = self
    changed.constant = change(constant)
    changed.engineers = engineers.mapValues { $0.mapPoints(change) }
    for project in projects.indices {
      changed.projects[project].candidates = projects[project].candidates.mapValues {
        $0.mapPoints(change)
      }
    }
    return changed
  }
}

extension Problem.Engineer {
  func mapPoints(_ change: (Int) -> Int) -> Problem.Engineer {
    var changed = self
    changed.shiftPoints = shiftPoints.mapValues(change)
    changed.idlePoints = idlePoints.mapValues(change)
    changed.chainPoints = chainPoints.map(change)
    changed.countPoints = countPoints.mapValues { $0.map(change) }
    changed.unpopularPoints = unpopularPoints.map(change)
    changed.ownerWeekPoints = ownerWeekPoints.map(change)
    return changed
  }
}

extension Problem.Candidate {
  func mapPoints(_ change: (Int) -> Int) -> Problem.Candidate {
    var changed = self
    changed.ownPoints = change(ownPoints)
    changed.otherPoints = change(otherPoints)
    changed.links = links.map { Problem.Link(week: $0.week, points: change($0.points)) }
    return changed
  }
}
