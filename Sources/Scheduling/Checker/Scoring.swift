import Diagnostics
import RotaModel

extension Roster {
  /// The points of the rota as it is, by replaying every soft rule's function on it.
  func points() -> Points {
    var points = Points()
    for rule in RuleBook.rules {
      guard let term = Term(rawValue: rule.id), rule.kind == .soft else { continue }
      for shape in rule.shapes { points[term] += self.points(of: shape) }
    }
    return points
  }

  private func points(of shape: Shape) -> Int {
    switch shape {
    case .cellPoints(let points):
      return placed.reduce(0) {
        $0 + points(frame, Cell(engineer: $1.engineer, rotation: $1.rotation, week: $1.week))
      }
    case .weekPoints(let points):
      let held = weeksHeld()
      return frame.engineers.reduce(0) { sum, engineer in
        frame.weeks.indices.reduce(sum) {
          $0 + points(frame, engineer, $1, held[engineer].contains($1))
        }
      }
    case .chainPoints(let points):
      let held = weeksHeld()
      return frame.engineers.reduce(0) { sum, engineer in
        let weeks =
          [frame.lastBefore[engineer]?.week].compactMap(\.self)
          + held[engineer].sorted().map { frame.weeks[$0] }
        return zip(weeks, weeks.dropFirst()).reduce(sum) {
          $0 + points(frame, engineer, $1.0.weeks(to: $1.1))
        }
      }
    case .shiftCountPoints(let points):
      var held = Array(repeating: 0, count: frame.engineers.count * frame.rotations.count)
      for shift in placed { held[shift.engineer * frame.rotations.count + shift.rotation] += 1 }
      return frame.engineers.reduce(0) { sum, engineer in
        frame.rotations.reduce(sum) {
          $0 + points(frame, engineer, $1, held[engineer * frame.rotations.count + $1])
        }
      }
    case .unpopularCountPoints(let points):
      var held = Array(repeating: 0, count: frame.engineers.count)
      for shift in placed where frame.isUnpopular[shift.week] { held[shift.engineer] += 1 }
      return frame.engineers.reduce(0) { $0 + points(frame, $1, held[$1]) }
    case .ownerWeekPoints(let points):
      return frame.engineers.reduce(0) { sum, engineer in
        let owned = frame.projects.indices.reduce(0) {
          $0 + weeksOwned($1, by: engineer).count
        }
        return sum + points(frame, engineer, owned)
      }
    case .ownerPoints(let points):
      return frame.engineers.reduce(0) { sum, engineer in
        frame.projects.indices.reduce(sum) { sum, project in
          let own = owners[project].filter { $0.engineer == engineer && !$0.days.isEmpty }
          let ahead = frame.projects[project].daysToDecide
          let owned = Owned(
            ever: !own.isEmpty, ahead: own.contains { $0.days.overlaps(ahead) })
          return sum + points(frame, engineer, project, owned)
        }
      }
    case .projectPoints(let points):
      return frame.projects.indices.reduce(0) { $0 + points(frame, $1) }
    case .linkPoints(let points):
      let held = weeksHeld()
      return frame.engineers.reduce(0) { sum, engineer in
        frame.projects.indices.reduce(sum) { sum, project in
          weeksOwned(project, by: engineer).reduce(sum) {
            $0 + points(frame, engineer, project, $1, held[engineer].contains($1))
          }
        }
      }
    case .cell, .chain, .limit, .owner, .ownedAtOnce, .cover, .rota, .team:
      return 0
    }
  }

  /// The shifts that count: of known engineers and rotations, in weeks of the period.
  var placed: [(engineer: Int, rotation: Int, week: Int)] {
    shifts.compactMap { held in
      guard let engineer = held.engineer, let rotation = held.rotation, let week = held.week else {
        return nil
      }
      return (engineer, rotation, week)
    }
  }

  /// By engineer, the weeks with a shift.
  private func weeksHeld() -> [Set<Int>] {
    var held = [Set<Int>](repeating: [], count: frame.engineers.count)
    for shift in placed { held[shift.engineer].insert(shift.week) }
    return held
  }

  /// The weeks of the period in which an engineer owns a project on some day.
  private func weeksOwned(_ project: Int, by engineer: Int) -> [Int] {
    let own = owners[project].filter { $0.engineer == engineer && !$0.days.isEmpty }
    guard !own.isEmpty else { return [] }
    return frame.projects[project].weeks.filter { week in
      own.contains { $0.days.overlaps(frame.weeks[week].days) }
    }
  }
}
