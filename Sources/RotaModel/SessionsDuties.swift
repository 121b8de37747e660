package import Dates

/// Some days of a shift during which one engineer does it: all of them, or what covers leave and
/// take.
package struct DutySpan: Sendable, Hashable {
  package let rotation: RotationID
  package let engineer: EngineerID
  /// The holder of the shift while somebody stands in; nil while the holder is on duty.
  package let standsInFor: EngineerID?
  /// From the handover on the first of these days to that on the day after the last, half-open.
  package let days: Range<Day>
}

extension Rota {
  /// The shift cut where covers begin and end; covers beyond its week count only within it.
  package func duties(of shift: Shift) -> [DutySpan] {
    let week = days(of: shift.week)
    let covers =
      covers
      .filter { $0.rotation == shift.rotation && $0.days.overlaps(week) }
      .sorted { $0.days.lowerBound < $1.days.lowerBound }
    var duties: [DutySpan] = []
    var next = shift.week.start
    func append(until end: Day, _ engineer: EngineerID, standsInFor holder: EngineerID? = nil) {
      guard next < end else { return }
      duties.append(
        DutySpan(
          rotation: shift.rotation, engineer: engineer, standsInFor: holder, days: next..<end))
      next = end
    }
    for cover in covers {
      let days = cover.days.clamped(to: week)
      append(until: days.lowerBound, shift.engineer)
      append(until: days.upperBound, cover.engineer, standsInFor: shift.engineer)
    }
    append(until: week.upperBound, shift.engineer)
    return duties
  }
}

/// Who is on duty when, from the shifts and covers of rotas.
struct Duties: Sendable {
  private let handover: LocalTime
  private var days: [EngineerID: [Range<Day>]] = [:]

  init(_ rotas: [Rota], handover: LocalTime) {
    self.handover = handover
    for rota in rotas {
      for duty in rota.shifts.flatMap(rota.duties(of:)) {
        days[duty.engineer, default: []].append(duty.days)
      }
    }
  }

  /// Whether the engineer is on duty at some moment of a session. O(shifts of the engineer).
  func isOnDuty(_ engineer: EngineerID, during session: Session) -> Bool {
    guard let duties = days[engineer] else { return false }
    // On a clock that begins each day at the handover, a duty is whole days.
    let start =
      session.day.number * LocalTime.minutesOfDay + session.time.minutes - handover.minutes
    let minutes = start..<start + max(1, session.minutes)
    return duties.contains { days in
      let first = days.lowerBound.number * LocalTime.minutesOfDay
      return minutes.overlaps(first..<first + days.count * LocalTime.minutesOfDay)
    }
  }
}
