import Diagnostics
import ICalendar
import RotaModel
import Views

/// A duty of the rotas at its time.
struct Duty: Sendable {
  let duty: DutySpan
  /// From handover to handover, half-open.
  let span: Range<Instant>

  var engineer: EngineerID { duty.engineer }
  /// The holder of the shift while somebody stands in; nil while the holder is on duty.
  var standsInFor: EngineerID? { duty.standsInFor }

  /// Its begin and its end as people read them: `Mon 2027-01-04 09:00`.
  func times(in zone: Zone) -> [String] {
    [span.lowerBound, span.upperBound].map { moment in
      let local = zone.local(at: moment)
      return "\(local.day.weekday.shortName) \(local.day) \(local.text.suffix(5))"
    }
  }
}

/// The duties of the rotas on file, on the team's clock.
struct DutyRoster {
  let handover: LocalTime
  let zone: Zone

  func instant(_ day: Day) -> Instant { zone.instant(of: day.at(handover)) }

  /// All duties of a rotation, by their start.
  func duties(of rotation: RotationID, in rotas: [Rota]) -> [Duty] {
    rotas.flatMap { rota in
      rota.shifts.filter { $0.rotation == rotation }.flatMap(rota.duties(of:)).map { duty in
        Duty(duty: duty, span: instant(duty.days.lowerBound)..<instant(duty.days.upperBound))
      }
    }.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }
}

extension Team {
  /// Somebody in a chat.
  func slackPerson(_ engineer: EngineerID) -> String {
    SlackText.person(name(of: engineer), account: slackAccount(of: engineer))
  }

  /// The member's id there; nil for none.
  private func slackAccount(of engineer: EngineerID) -> String? {
    self.engineer(engineer)?.accounts["slack"]?.value
  }
}
