package import Dates
package import RotaModel
package import Rules

/// How planners that look at one week after the other choose who is next. Each stands for programs
/// in wide use; none looks ahead, and none knows of rest, limits or projects. What people pinned stays.
package enum GreedyRule: String, Sendable, CaseIterable {
  /// The next in the order of the list, whatever the calendar says.
  case roundRobin = "round-robin"
  /// Of those who are there, the one whose last shift of the rotation lies furthest back, and
  /// first of all whoever had none (the standard scheduler of LinkedIn's Oncall).
  case leastRecent = "least recently on call"
  /// Of those who are there, the one with the fewest shifts of the period so far (the rota
  /// generators of GOV.UK and Sierra Softworks).
  case leastLoad = "least load so far"

  /// The rota of a period by this rule, after the rotas on file. Where nobody is there, a shift
  /// stays open. O(shifts · engineers).
  ///
  /// - Parameter kept: an earlier plan of the period whose weeks before `date` stay.
  package func rota(
    of period: Period, in situation: Situation, keeping kept: Rota? = nil, before date: Day? = nil
  ) -> Rota {
    var turns = Turns(situation, before: period.first)
    var shifts: [Shift] = []
    for week in period.weeks(handover: situation.team.handover.weekday) {
      for (index, rotation) in situation.team.rotations.enumerated() {
        var holder = turns.next(index, week, self)
        if let pin = situation.team.pins.first(where: {
          $0.week == week && $0.rotation == rotation.id
        }) {
          holder = situation.availability.index(of: pin.engineer)
        }
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
  private let first: Day
  /// By rotation and engineer: the start of the last shift.
  private var last: [[Day]]
  /// By engineer: the number of shifts of the period.
  private var load: [Int]
  /// By rotation: the last holder.
  private var holder: [Int?]
  /// By engineer: the week of the last shift of any rotation.
  private var busy: [Day]

  init(_ situation: Situation, before first: Day) {
    self.situation = situation
    self.first = first
    let never = situation.team.engineers.map { _ in Day.distantPast }
    last = situation.team.rotations.map { _ in never }
    load = situation.team.engineers.map { _ in 0 }
    holder = situation.team.rotations.map { _ in nil }
    busy = never
    for shift in situation.rotas.flatMap(\.shifts) where shift.week.start < first {
      if let engineer = situation.availability.index(of: shift.engineer),
        let rotation = situation.availability.index(of: shift.rotation)
      {
        take(engineer, rotation, shift.week)
      }
    }
  }

  mutating func take(_ engineer: Int, _ rotation: Int, _ week: ShiftWeek) {
    last[rotation][engineer] = week.start
    busy[engineer] = week.start
    holder[rotation] = engineer
    if week.start >= first { load[engineer] += 1 }
  }

  /// The first of several that are equal, in the order of the file.
  func next(_ rotation: Int, _ week: ShiftWeek, _ rule: GreedyRule) -> Int? {
    let availability = situation.availability
    let members = situation.team.engineers.indices.filter {
      availability.isEligible($0, for: rotation, in: week) && availability.isOnTeam($0, in: week)
    }
    let free = members.filter { availability.isAvailable($0, in: week) && busy[$0] != week.start }
    switch rule {
    case .roundRobin: return members.first { $0 > holder[rotation] ?? -1 } ?? members.first
    case .leastRecent: return free.min { last[rotation][$0] < last[rotation][$1] }
    case .leastLoad: return free.min { load[$0] < load[$1] }
    }
  }
}
