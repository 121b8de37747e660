import Dates
import Diagnostics
import ICalendar
import RotaModel
import TeamFiles

extension Context {
  /// What a clock on the team's wall shows: now, or noon of the date that stands in for today.
  func now(in zone: () throws -> Zone) throws -> LocalDateTime {
    if let day = try dateGiven() { return day.at(hour: 12, minute: 0) }
    return try zone().local(at: environment.now)
  }

  /// The present moment: noon in a zone where a date stands in for today.
  func moment(in zone: Zone) throws -> Instant {
    if let day = try dateGiven() { return zone.instant(of: day.at(hour: 12, minute: 0)) }
    return environment.now
  }

  /// The date that `--today` or the variable `ROTA_TODAY` gives.
  private func dateGiven() throws -> Day? {
    if let day = arguments.day(.today) { return day }
    guard let text = environment.variable("ROTA_TODAY"), !text.isEmpty else { return nil }
    do throws(OneText.Mistakes) {
      return try OneText(text).day()
    } catch {
      throw Unusable(
        error.findings.map { .usage($0.id, "ROTA_TODAY: \($0.message)", help: $0.help) })
    }
  }
}
