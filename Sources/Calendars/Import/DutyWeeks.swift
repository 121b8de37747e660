internal import Diagnostics
internal import ICalendar
internal import RotaModel

/// A shift, whoever holds it.
struct Slot: Hashable {
  let week: ShiftWeek
  let rotation: RotationID

  init(week: ShiftWeek, rotation: RotationID) {
    self.week = week
    self.rotation = rotation
  }

  init(of shift: Shift) { self.init(week: shift.week, rotation: shift.rotation) }
}

/// Sorts imported duties into shift weeks and finds who holds each.
struct DutyWeeks {
  /// What remains of the days before and after a handover at another time than the team's.
  private static let leastMinutes = 1440

  private let team: Team
  private let period: Period?
  private let weeks: WeekFinder
  private var parts: [Slot: [(duty: ImportedDuty, minutes: Int)]] = [:]

  init(team: Team, period: Period?, weeks: WeekFinder) {
    self.team = team
    self.period = period
    self.weeks = weeks
  }

  mutating func add(_ duty: ImportedDuty) {
    // On a clock that begins each day at the handover, a shift week is whole days.
    let start = duty.minutes.lowerBound - team.handover.time.minutes
    let end = duty.minutes.upperBound - team.handover.time.minutes
    var day = Day(number: start.flooredDays)
    while day.number * 1440 < end {
      let (week, next) = weeks.week(holding: day)
      let minutes = min(end, next.number * 1440) - max(start, day.number * 1440)
      if minutes > 0, period?.holds(week.start) ?? true {
        parts[Slot(week: week, rotation: duty.rotation), default: []].append((duty, minutes))
      }
      day = next
    }
  }

  /// By week, then in the team file's order of rotations.
  func held() -> (shifts: [Shift], events: Int, diagnostics: [Diagnostic]) {
    var shifts: [Shift] = []
    var matched: Set<Int> = []
    var left: [ImportedDuty] = []
    for slot in parts.keys.inOrder(of: team) {
      let parts = parts[slot] ?? []
      let holder = holder(parts)
      if let holder {
        shifts.append(Shift(week: slot.week, rotation: slot.rotation, engineer: holder))
      }
      for part in parts {
        if part.duty.engineer == holder {
          matched.insert(part.duty.line)
        } else if holder == nil || part.minutes >= DutyWeeks.leastMinutes {
          left.append(part.duty)
        }
      }
    }
    var reported = matched
    let diagnostics = left.filter { reported.insert($0.line).inserted }.map {
      Diagnostic.unmatched(
        "this event is less than half of a shift week", at: $0.event.summaryPlace)
    }
    return (shifts, matched.count, diagnostics)
  }

  /// Who has more than half of the time that events give, and at least a day.
  private func holder(_ parts: [(duty: ImportedDuty, minutes: Int)]) -> EngineerID? {
    var minutes: [EngineerID: Int] = [:]
    for part in parts { minutes[part.duty.engineer, default: 0] += part.minutes }
    let all = minutes.values.reduce(0, +)
    return minutes.first { 2 * $0.value > all && $0.value >= DutyWeeks.leastMinutes }?.key
  }
}

extension Collection<Slot> {
  /// By week, then in the team file's order of rotations.
  func inOrder(of team: Team) -> [Slot] {
    let order = Dictionary(
      team.rotations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return sorted { ($0.week, order[$0.rotation] ?? 0) < ($1.week, order[$1.rotation] ?? 0) }
  }
}

extension ImportedDuty {
  /// Where its event starts in the file.
  fileprivate var line: Int { event.component.range.lowerBound }
}

extension Int {
  /// Whole days of so many minutes, rounded down.
  fileprivate var flooredDays: Int { self >= 0 ? self / 1440 : (self - 1439) / 1440 }
}
