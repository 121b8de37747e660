package import Dates
internal import Diagnostics

/// Who works when: the facts about an engineer and a shift week that every command derives the
/// same way (`Rules.docc`, "Words of the model").
///
/// Made once from a team whose calendars have been read. Engineers and rotations are named by
/// their index in the team file. Days of a week are bits of a byte, bit 0 the week's first day.
package struct Availability: Sendable {
  private let team: Team
  /// By engineer: the dates on the team.
  private let tenures: [Range<Day>]
  private var away: [DayIndex]
  private let holidays: [DayIndex]
  private let engineerIndex: [EngineerID: Int]
  private let rotationIndex: [RotationID: Int]
  /// Per rotation and engineer: the spans of membership; nil where everybody is a member.
  private let memberships: [[[Range<Day>]]?]
  /// Per rotation and engineer: has all of its skills.
  private let skilled: [[Bool]]

  package init(_ team: Team) {
    self.team = team
    let lists = Dictionary(
      team.holidayLists.map { ($0.name, DayIndex($0.days)) },
      uniquingKeysWith: { first, _ in first }
    )
    let none = DayIndex([])
    tenures = team.engineers.map(\.tenure)
    away = team.engineers.map { DayIndex($0.away) }
    holidays = team.engineers.map { $0.holidayList.flatMap { lists[$0] } ?? none }
    let index = Dictionary(
      team.engineers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    engineerIndex = index
    rotationIndex = Dictionary(
      team.rotations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    memberships = team.rotations.map { rotation in
      rotation.members.map { members in
        var spans = [[Range<Day>]](repeating: [], count: team.engineers.count)
        for member in members {
          if let engineer = index[member.engineer] { spans[engineer].append(member.days) }
        }
        return spans
      }
    }
    skilled = team.rotations.map { rotation in
      team.engineers.map { engineer in
        rotation.skills.allSatisfy { engineer.skills.contains($0.value) }
      }
    }
  }

  /// The same where one engineer has other time off.
  package func changingAway(of engineer: Int, to away: [MarkedDays]) -> Availability {
    var changed = self
    changed.away[engineer] = DayIndex(away)
    return changed
  }

  package func index(of engineer: EngineerID) -> Int? { engineerIndex[engineer] }
  package func index(of rotation: RotationID) -> Int? { rotationIndex[rotation] }

  /// The dates of the week that are the engineer's workdays and not holidays.
  package func workingDays(of engineer: Int, in week: ShiftWeek) -> UInt8 {
    let first = week.start.weekday.rawValue - 1
    let workdays = UInt16(team.engineers[engineer].workdays.bits)
    let turned = UInt8(truncatingIfNeeded: ((workdays | workdays << 7) >> first) & 0x7F)
    return turned & ~holidays[engineer].bits(in: week)
  }

  /// The working days of the week on which the engineer has time off.
  package func awayDays(of engineer: Int, in week: ShiftWeek) -> UInt8 {
    workingDays(of: engineer, in: week) & away[engineer].bits(in: week)
  }

  /// Whether a date is one of the engineer's working days, time off or not.
  package func works(_ engineer: Int, on day: Day) -> Bool {
    workingDays(of: engineer, in: ShiftWeek(startingOn: day)) & 1 != 0
  }

  /// Whether a date is a holiday of the engineer, a workday or not.
  package func hasHoliday(_ engineer: Int, on day: Day) -> Bool {
    holidays[engineer].bits(in: ShiftWeek(startingOn: day)) & 1 != 0
  }

  /// Whether the engineer has time off on a date, a working day or not.
  package func isAway(_ engineer: Int, on day: Day) -> Bool {
    away[engineer].bits(in: ShiftWeek(startingOn: day)) & 1 != 0
  }

  /// The engineer's working days among `days`, and those of them spent away. O(length).
  package func count(of engineer: Int, in days: Range<Day>) -> (working: Int, away: Int) {
    var working = 0
    var missed = 0
    var start = days.lowerBound
    while start < days.upperBound {
      let week = ShiftWeek(startingOn: start)
      let length = min(7, start.distance(to: days.upperBound))
      let mask = UInt8(truncatingIfNeeded: (1 << length) - 1)
      working += (workingDays(of: engineer, in: week) & mask).nonzeroBitCount
      missed += (awayDays(of: engineer, in: week) & mask).nonzeroBitCount
      start = start + 7
    }
    return (working, missed)
  }

  /// Whether the engineer is on the team in the whole week.
  package func isOnTeam(_ engineer: Int, in week: ShiftWeek) -> Bool {
    isOnTeam(engineer, on: week.days)
  }

  /// Whether the engineer is on the team on all of some days.
  package func isOnTeam(_ engineer: Int, on days: Range<Day>) -> Bool {
    let tenure = tenures[engineer]
    return tenure.lowerBound <= days.lowerBound && days.upperBound <= tenure.upperBound
  }

  /// `Available(e, w)`: on the team, away no more than allowed, and with a working day left.
  package func isAvailable(_ engineer: Int, in week: ShiftWeek) -> Bool {
    guard isOnTeam(engineer, in: week) else { return false }
    return canServe(awayDays: awayDays(of: engineer, in: week), of: engineer, in: week)
  }

  /// Whether that much time off leaves the engineer able to hold a shift of the week.
  package func canServe(awayDays: UInt8, of engineer: Int, in week: ShiftWeek) -> Bool {
    awayDays.nonzeroBitCount <= team.awayDaysAllowed
      && workingDays(of: engineer, in: week) & ~awayDays != 0
  }

  /// Whether the engineer is a member of the rotation on all of some days, skilled or not.
  package func isMember(_ engineer: Int, of rotation: Int, on days: Range<Day>) -> Bool {
    guard let spans = memberships[rotation] else { return true }
    return spans[engineer].cover(days)
  }

  /// Whether the engineer is a member at any time and has the rotation's skills: in `E(r)`.
  package func isEligible(_ engineer: Int, for rotation: Int) -> Bool {
    guard skilled[rotation][engineer] else { return false }
    return memberships[rotation].map { !$0[engineer].isEmpty } ?? true
  }

  /// Whether the engineer is in `E(r, w)`.
  package func isEligible(_ engineer: Int, for rotation: Int, in week: ShiftWeek) -> Bool {
    skilled[rotation][engineer] && isMember(engineer, of: rotation, on: week.days)
  }

  package func hasSkills(_ engineer: Int, for rotation: Int) -> Bool { skilled[rotation][engineer] }

  /// `Closed(r, w)`: some member is on the team in the whole week, and none of those has a
  /// working day in it. O(engineers).
  package func isClosed(_ rotation: Int, in week: ShiftWeek) -> Bool {
    var someone = false
    for engineer in team.engineers.indices
    where isOnTeam(engineer, in: week) && isMember(engineer, of: rotation, on: week.days) {
      if workingDays(of: engineer, in: week) != 0 { return false }
      someone = true
    }
    return someone
  }
}

extension [Range<Day>] {
  /// Whether the spans together hold all of some days. O(count²), counts are one or two.
  package func cover(_ days: Range<Day>) -> Bool {
    var reached = days.lowerBound
    while reached < days.upperBound {
      guard let next = first(where: { $0.contains(reached) }) else { return false }
      reached = next.upperBound
    }
    return true
  }
}

/// Marked days merged and sorted, so that the days of a week are found in O(log n).
struct DayIndex: Sendable {
  private var spans: [Range<Day>] = []

  init(_ marked: [MarkedDays]) {
    let sorted = marked.map(\.days).filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    for days in sorted {
      if let last = spans.last, days.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<Swift.max(last.upperBound, days.upperBound)
      } else {
        spans.append(days)
      }
    }
  }

  /// The week's marked days as bits, bit 0 its first day.
  func bits(in week: ShiftWeek) -> UInt8 {
    var bits: UInt8 = 0
    for days in spans[spans.partitioningIndex(where: { $0.upperBound > week.start })...] {
      guard days.lowerBound < week.start + 7 else { break }
      for day in days.clamped(to: week.days) { bits |= 1 << UInt8(week.start.distance(to: day)) }
    }
    return bits
  }
}
