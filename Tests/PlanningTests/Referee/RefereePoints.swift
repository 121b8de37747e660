import Dates
import Diagnostics
import RotaModel

@testable import Planning
@testable import Rules

extension Referee {
  /// A shift of the period by the indices of its week and rotation.
  typealias Turn = (week: Int, rotation: Int)

  func points(_ rota: Rota) -> [Term: Int] {
    var points: [Term: Int] = [:]
    for (e, held) in turns(rota).enumerated() {
      points.merge(shiftPoints(e, held).byTerm, uniquingKeysWith: +)
      points.merge(ownerPoints(e, held.map(\.week), in: rota), uniquingKeysWith: +)
    }
    return points
  }

  /// By engineer: what is held, in order.
  func turns(_ rota: Rota) -> [[Turn]] {
    team.engineers.map { engineer in
      rota.shifts.filter { $0.engineer == engineer.id }.compactMap { shift -> Turn? in
        guard let week = weeks.firstIndex(of: shift.week),
          let rotation = team.rotations.firstIndex(where: { $0.id == shift.rotation })
        else { return nil }
        return (week, rotation)
      }.sorted { $0.week < $1.week }
    }
  }

  struct ShiftPoints {
    var fair = 0
    var unpopular = 0
    var spacing = 0
    var avoid = 0
    var prefer = 0

    var total: Int { fair + unpopular + spacing + avoid + prefer }
    var byTerm: [Term: Int] {
      [.fair: fair, .unpopular: unpopular, .spacing: spacing, .avoid: avoid, .prefer: prefer]
    }
  }

  /// What an engineer's shifts cost, given by week.
  func shiftPoints(_ e: Int, _ held: [Turn]) -> ShiftPoints {
    var points = ShiftPoints()
    let engineer = team.engineers[e]
    for (r, rotation) in team.rotations.enumerated()
    where facts.isEverEligible(engineer, rotation) {
      let count = held.count { $0.rotation == r }
      points.fair += team.weights[.fair] * distancePoints(count, shares.targets[e][r])
    }
    let unpopular = held.count { marks[e][$0.week].isUnpopular }
    points.unpopular =
      team.weights[.unpopular] * distancePoints(unpopular, shares.unpopularTargets[e])
    var last = lastBefore[e]
    for turn in held where last != weeks[turn.week] {
      if let last {
        let short = max(0, shares.idealDistances[e] - distance(last, weeks[turn.week]))
        points.spacing += team.weights[.spacing] * short * short
      }
      last = weeks[turn.week]
    }
    points.avoid = team.weights[.avoid] * held.count { marks[e][$0.week].isAvoided }
    points.prefer =
      team.weights[.prefer]
      * weeks.indices.count { week in
        marks[e][week].isPreferred && !held.contains { $0.week == week }
      }
    return points
  }

  /// What an engineer's projects cost, beside shifts in some weeks.
  func ownerPoints(_ e: Int, _ held: [Int], in rota: Rota) -> [Term: Int] {
    let engineer = team.engineers[e]
    var points: [Term: Int] = [:]
    var ownerWeeks = 0
    for project in projects {
      let owned = weeks.indices.filter { week in
        weeks[week].days.contains { owns(engineer.id, project, $0, in: rota) }
      }
      ownerWeeks += owned.count
      let weight = team.weights[project.ownersNeeded == 1 ? .protectSole : .protectShared]
      points[.protect, default: 0] +=
        weight
        * owned.count { week in
          isProtected(weeks[week], of: project)
            && (!marks[e][week].isAvailable || held.contains(week))
        }
      if engineer.wants.contains(where: { $0.value == project.id }), mayOwn(engineer, project),
        fixedOwners(project).isEmpty,
        !project.life.contains(where: { owns(engineer.id, project, $0, in: rota) })
      {
        points[.want, default: 0] += team.weights[.want]
      }
    }
    points[.balance] = team.weights[.balance] * balance(ownerWeeks, ownerWeekShares[e])
    return points
  }

  func touches(_ marked: [MarkedDays], _ week: ShiftWeek) -> Bool {
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
