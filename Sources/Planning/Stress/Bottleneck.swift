import Dates
import Diagnostics
package import RotaModel
import Rules

/// What hangs on one person, or on as few as are needed.
package enum Bottleneck: Sendable, Hashable {
  /// Only this engineer is able to hold the shift, pins and other shifts of the rota aside; nil
  /// for nobody.
  case shift(ShiftWeek, RotationID, EngineerID?)
  /// Only this engineer has a skill that rotations and projects of the period ask for.
  case skill(String, EngineerID, neededBy: [String])
  /// Only as many engineers as the project needs may own it; perhaps fewer.
  case project(ProjectID, [EngineerID])

  /// Those of the weeks that have not begun: shifts by week, skills by name, projects in the team
  /// file's order.
  static func all(in frame: Frame, _ coming: Range<Int>) -> [Bottleneck] {
    shifts(frame, coming) + skills(frame, coming)
      + projects(frame).map {
        .project($0.project.id, $0.able(in: frame))
      }
  }

  private static func shifts(_ frame: Frame, _ coming: Range<Int>) -> [Bottleneck] {
    coming.flatMap { week in
      frame.rotations.filter { !frame.isClosed($0, week) }.compactMap { rotation in
        let able = frame.engineers.filter { engineer in
          let stops = frame.stops(Cell(engineer: engineer, rotation: rotation, week: week))
          return stops.allSatisfy(\.isPin)
        }
        guard able.count <= 1 else { return nil }
        return .shift(
          frame.weeks[week], frame.team.rotations[rotation].id,
          able.first.map { frame.team.engineers[$0].id })
      }
    }
  }

  private static func skills(_ frame: Frame, _ coming: Range<Int>) -> [Bottleneck] {
    var needs: [String: [String]] = [:]
    for rotation in frame.team.rotations {
      for skill in rotation.skills { needs[skill.value, default: []].append(rotation.id.text) }
    }
    for framed in ahead(frame) {
      for skill in framed.project.skills {
        needs[skill.value, default: []].append(framed.project.id.text)
      }
    }
    return needs.sorted { $0.key < $1.key }.compactMap { skill, neededBy in
      let skilled = frame.team.engineers.filter { engineer in
        engineer.skills.contains(skill)
          && coming.contains { engineer.tenure.overlaps(frame.weeks[$0].days) }
      }
      guard skilled.count == 1 else { return nil }
      return .skill(skill, skilled[0].id, neededBy: neededBy)
    }
  }

  private static func projects(_ frame: Frame) -> [FramedProject] {
    ahead(frame).filter { $0.able(in: frame).count <= $0.ownersNeeded }
  }

  /// The projects that go on after today.
  private static func ahead(_ frame: Frame) -> [FramedProject] {
    frame.projects.filter {
      !$0.daysToDecide.isEmpty && $0.daysToDecide.upperBound > frame.situation.today
    }
  }
}

extension FramedProject {
  fileprivate func able(in frame: Frame) -> [EngineerID] {
    frame.engineers.filter { mayOwn[$0] }.map { frame.team.engineers[$0].id }
  }
}
