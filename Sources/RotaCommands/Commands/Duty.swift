import ICalendar
import RotaModel

/// Some time of a shift during which one engineer does it: all of it, or what covers leave and
/// take.
struct Duty: Sendable {
  let rotation: RotationID
  let engineer: EngineerID
  /// The holder of the shift while somebody stands in; nil while the holder is on duty.
  let standsInFor: EngineerID?
  /// From handover to handover, half-open.
  let span: Range<Instant>
}

/// The duties of the rotas on file, on the team's clock.
struct DutyRoster {
  let handover: LocalTime
  let zone: Zone

  func instant(_ day: Day) -> Instant { zone.instant(of: day.at(handover)) }

  /// All duties of a rotation, by their start.
  func duties(of rotation: RotationID, in rotas: [Rota]) -> [Duty] {
    rotas.flatMap { rota in
      rota.shifts.filter { $0.rotation == rotation }.flatMap { duties(of: $0, in: rota) }
    }.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// The stretches of a shift, cut where covers begin and end.
  private func duties(of shift: Shift, in rota: Rota) -> [Duty] {
    var duties: [Duty] = []
    var day = shift.week.start
    let end = shift.week.start + 7
    let covers = rota.covers.filter { $0.rotation == shift.rotation }
    while day < end {
      let cover = covers.first { $0.days.contains(day) }
      var next = day + 1
      while next < end, cover == covers.first(where: { $0.days.contains(next) }) { next = next + 1 }
      duties.append(
        Duty(
          rotation: shift.rotation, engineer: cover?.engineer ?? shift.engineer,
          standsInFor: cover.map { _ in shift.engineer }, span: instant(day)..<instant(next)))
      day = next
    }
    return duties
  }
}
