import Diagnostics
import RotaModel

@testable import Scheduling

extension Referee {
  func points(_ rota: Rota) -> [Term: Int] {
    var points: [Term: Int] = [:]
    for (e, engineer) in team.engineers.enumerated() {
      let held = rota.shifts.filter { $0.engineer == engineer.id && weeks.contains($0.week) }
      for (r, rotation) in team.rotations.enumerated()
      where facts.isEverEligible(engineer, rotation) {
        let count = held.count { $0.rotation == rotation.id }
        points[.fair, default: 0] +=
          team.weights[.fair] * distancePoints(count, shares.targets[e][r])
      }
      let unpopular = held.count { touches(team.unpopular, $0.week) }
      points[.unpopular, default: 0] +=
        team.weights[.unpopular] * distancePoints(unpopular, shares.unpopularTargets[e])
      let ideal = shares.idealDistances[e]
      let chain = ([neighbours(engineer.id).before].compactMap(\.self) + held.map(\.week)).sorted()
      for (first, second) in zip(chain, chain.dropFirst()) where first != second {
        let short = max(0, ideal - distance(first, second))
        points[.spacing, default: 0] += team.weights[.spacing] * short * short
      }
      points[.avoid, default: 0] +=
        team.weights[.avoid] * held.count { touches(engineer.avoid, $0.week) }
      points[.prefer, default: 0] +=
        team.weights[.prefer]
        * weeks.count { week in
          touches(engineer.prefer, week) && facts.isAvailable(engineer, week)
            && !held.contains { $0.week == week }
            && team.rotations.contains {
              facts.isEligible(engineer, $0, week) && !facts.isClosed($0, week)
            }
        }
      var ownerWeeks = 0
      for project in projects {
        let owned = weeks.filter { week in
          week.days.contains { owns(engineer.id, project, $0, in: rota) }
        }
        ownerWeeks += owned.count
        let weight = team.weights[project.ownersNeeded == 1 ? .protectSole : .protectShared]
        points[.protect, default: 0] +=
          weight
          * owned.count { week in
            isProtected(week, of: project)
              && (!facts.isAvailable(engineer, week) || held.contains { $0.week == week })
          }
        if engineer.wants.contains(where: { $0.value == project.id }), mayOwn(engineer, project),
          fixedOwners(project).isEmpty,
          !project.life.contains(where: { owns(engineer.id, project, $0, in: rota) })
        {
          points[.want, default: 0] += team.weights[.want]
        }
      }
      points[.balance, default: 0] += team.weights[.balance] * balancePoints(ownerWeeks, e)
    }
    return points
  }

  private func touches(_ marked: [MarkedDays], _ week: ShiftWeek) -> Bool {
    week.days.contains { day in marked.contains { $0.days.contains(day) } }
  }

  private func isProtected(_ week: ShiftWeek, of project: Project) -> Bool {
    switch project.protect {
    case .none: false
    case .all: week.days.contains { project.life.contains($0) }
    case .edges: week.days.contains(project.firstDay) || week.days.contains(project.lastDay)
    case .days(let marked): touches(marked, week)
    }
  }

  /// `Q(n, T)`.
  private func distancePoints(_ count: Int, _ target: Int) -> Int {
    func worth(_ n: Int) -> Int { 50 * n * n - target * n }
    let least = (0...max(1, target / 100 + 1)).map(worth).min() ?? 0
    return worth(count) - least
  }

  /// `B(k)`.
  private func balancePoints(_ count: Int, _ engineer: Int) -> Int {
    let ownerWeeks = projects.reduce(0) { sum, project in
      sum + project.ownersNeeded * weeks.count { $0.days.overlaps(project.life) }
    }
    let turns = team.engineers.map { one in
      one.load * weeks.count { facts.isAvailable(one, $0) }
    }
    let all = turns.reduce(0, +)
    guard all > 0 else { return balance(count, 0) }
    return balance(count, floorOfHalfUp(100 * ownerWeeks * turns[engineer], all))
  }

  private func balance(_ count: Int, _ share: Int) -> Int {
    var sums = [0]
    for j in 0..<max(count, share / 100 + 2) {
      // `floor((100·j + 50 − P) / 50)`, also below zero.
      let dividend = 100 * j + 50 - share
      sums.append(sums[j] + (dividend - ((dividend % 50) + 50) % 50) / 50)
    }
    return sums[count] - (sums.min() ?? 0)
  }
}
