public import RotaModel
public import Scheduling

/// How planners that look at one week after the other choose who is next. Each stands for a way of
/// working that is in wide use; none looks ahead, and none knows of projects.
public enum GreedyRule: String, Sendable, CaseIterable {
  /// The next in the order of the list, whatever the calendar says.
  case roundRobin = "round-robin"
  /// Of those who are there, the one whose last shift lies furthest back.
  case leastRecent = "least recently on call"
  /// Of those who are there, the one with the fewest shifts so far.
  case leastLoad = "least load so far"

  /// The rota of a period by this rule, after the rotas on file. Where nobody is there, a shift
  /// stays open. O(shifts · engineers).
  ///
  /// - Parameter kept: an earlier plan of the period whose weeks before `date` stay.
  public func rota(
    of period: Period, in situation: Situation, keeping kept: Rota? = nil, before date: Day? = nil
  ) -> Rota {
    var turns = Turns(situation, before: period.first)
    var shifts: [Shift] = []
    for week in period.weeks(handover: situation.team.handover.weekday) {
      for (index, rotation) in situation.team.rotations.enumerated() {
        var holder = turns.next(index, week, self)
        if let kept, let date, week.start < date {
          holder = kept.shifts.first { $0.week == week && $0.rotation == rotation.id }
            .flatMap { situation.availability.index(of: $0.engineer) }
        }
        guard let holder else { continue }
        turns.take(holder, index, week)
        shifts.append(
          Shift(
            week: week, rotation: rotation.id, engineer: situation.team.engineers[holder].id))
      }
    }
    return Rota(period: period, shifts: shifts)
  }
}

/// What a greedy planner remembers from week to week.
private struct Turns {
  private let situation: Situation
  /// By engineer: the start of the last shift, and the number of shifts.
  private var last: [Day]
  private var load: [Int]
  /// By rotation: the last holder.
  private var holder: [Int?]

  init(_ situation: Situation, before date: Day) {
    self.situation = situation
    last = situation.team.engineers.map { _ in .distantPast }
    load = situation.team.engineers.map { _ in 0 }
    holder = situation.team.rotations.map { _ in nil }
    for shift in situation.rotas.flatMap(\.shifts) where shift.week.start < date {
      if let engineer = situation.availability.index(of: shift.engineer),
        let rotation = situation.availability.index(of: shift.rotation)
      {
        take(engineer, rotation, shift.week)
      }
    }
  }

  mutating func take(_ engineer: Int, _ rotation: Int, _ week: ShiftWeek) {
    last[engineer] = week.start
    load[engineer] += 1
    holder[rotation] = engineer
  }

  func next(_ rotation: Int, _ week: ShiftWeek, _ rule: GreedyRule) -> Int? {
    let engineers = situation.team.engineers.indices
    let members = engineers.filter {
      situation.availability.isEligible($0, for: rotation, in: week)
        && situation.availability.isOnTeam($0, in: week)
    }
    let free = members.filter {
      situation.availability.isAvailable($0, in: week) && last[$0] != week.start
    }
    // The first of several that are equal, in the order of the file.
    switch rule {
    case .roundRobin: return members.first { $0 > holder[rotation] ?? -1 } ?? members.first
    case .leastRecent: return free.min { last[$0] < last[$1] }
    case .leastLoad: return free.min { load[$0] < load[$1] }
    }
  }
}
