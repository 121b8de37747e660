package import Dates
package import ICalendar
package import RotaModel

/// A duty of the rotas at its time.
package struct Duty: Sendable {
  package let duty: DutySpan
  /// From handover to handover, half-open.
  package let span: Range<Instant>

  package var engineer: EngineerID { duty.engineer }
  /// The holder of the shift while somebody stands in; nil while the holder is on duty.
  package var standsInFor: EngineerID? { duty.standsInFor }
}

/// The duties of the rotas on file, on the team's clock: the one place in which days of a rota
/// become moments.
package struct DutyRoster: Sendable {
  package let handover: LocalTime
  package let zone: Zone

  package init(handover: LocalTime, zone: Zone) {
    self.handover = handover
    self.zone = zone
  }

  /// The handover of a day. One that the clock skips is later by the gap.
  package func instant(_ day: Day) -> Instant {
    zone.instant(of: LocalDateTime(day, hour: handover.hour, minute: handover.minute))
  }

  package func span(_ days: Range<Day>) -> Range<Instant> {
    instant(days.lowerBound)..<instant(days.upperBound)
  }

  /// The duties of a shift, by their start.
  package func duties(of shift: Shift, in rota: Rota) -> [Duty] {
    rota.duties(of: shift).map { Duty(duty: $0, span: span($0.days)) }
  }

  /// All duties of a rotation, by their start.
  package func duties(of rotation: RotationID, in rotas: [Rota]) -> [Duty] {
    rotas.flatMap { rota in
      rota.shifts.filter { $0.rotation == rotation }.flatMap { duties(of: $0, in: rota) }
    }.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }
}
