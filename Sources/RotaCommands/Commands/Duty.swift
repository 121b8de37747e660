import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Views

extension Duty {
  /// Its begin and its end as people read them: `Mon 2027-01-04 09:00`.
  func times(in zone: Zone) -> [String] {
    [span.lowerBound, span.upperBound].map { moment in
      let local = zone.local(at: moment)
      return "\(local.date.weekday.shortName) \(local.date) \(local.text.suffix(5))"
    }
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
