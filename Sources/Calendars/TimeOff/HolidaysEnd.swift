package import Diagnostics
package import RotaModel

/// Warns of public holidays that end before a rota does: exporters write only the years asked for,
/// and nobody renews the file (`model.md`, `holidays-end`). A calendar that has none in a year, but
/// some in each of the two before, has ended.
///
/// - Parameters:
///   - periods: of the rotas; those that have ended before today are past.
/// - Returns: one for each calendar and year, by the team file's order.
package func warningsOfEndedHolidays(
  in calendars: [CalendarRead], periods: [Period], today: Day
) -> [Diagnostic] {
  let years = Set(
    periods.filter { $0.last >= today }.flatMap { $0.first.year...$0.last.year })
  return calendars.flatMap { calendar in
    years.sorted().filter { calendar.hasEnded(by: $0) }.map { year in
      Diagnostic(
        "holidays-end", .warning,
        "`\(calendar.entry.path)` has no public holiday in \(year), though some in \(year - 2) "
          + "and \(year - 1)",
        at: calendar.entry.place, help: ["export it anew, with the holidays of \(year)"])
    }
  }
}

extension CalendarRead {
  fileprivate func hasEnded(by year: Int) -> Bool {
    guard entry.use.isHolidays else { return false }
    return !holidayYears.contains(year) && holidayYears.isSuperset(of: [year - 2, year - 1])
  }
}
