package import Dates
package import Diagnostics
package import RotaModel

/// Warns of public holidays that end before a rota does: exporters write only the years asked for,
/// and nobody renews the file (`holidays-end`). A calendar has ended that has none in a
/// year, but some in each of the two before, or more than one in the last: a lone day of one year is
/// no yearly list.
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
        "`\(calendar.entry.path)` has no public holiday in \(year), though some in "
          + (calendar.holidaysOfYears[year - 2] == nil ? "" : "\(year - 2) and ") + "\(year - 1)",
        at: calendar.entry.place, help: ["export it anew, with the holidays of \(year)"])
    }
  }
}

extension CalendarRead {
  fileprivate func hasEnded(by year: Int) -> Bool {
    guard entry.use.isHolidays, holidaysOfYears[year] == nil else { return false }
    let lastYear = holidaysOfYears[year - 1] ?? 0
    return lastYear > 1 || lastYear > 0 && holidaysOfYears[year - 2] != nil
  }
}
