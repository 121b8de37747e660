package import Dates
package import RotaModel

/// The columns of every chart of a rota: its shift weeks, from left to right.
package struct ChartColumns: Sendable {
  package let weeks: [ShiftWeek]
  /// The dates of each: seven, but for the last one before another handover weekday.
  package let days: [Range<Day>]
  /// `W05`, by column.
  package let numbers: [String]

  package init(of rota: Rota, handover: Weekday) {
    weeks = rota.weeks(handover: handover)
    days = weeks.map(rota.days(of:))
    numbers = weeks.map { ISOWeek(holding: $0.start).number }
  }

  /// From the first to the last date that a column shows; nil where there is no column.
  package var span: Range<Day>? {
    guard let first = days.first, let last = days.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// A day, or the shown one that is nearest to it: what happens just beside the chart stands at its
  /// edge. nil where there is no column.
  package func nearest(to day: Day) -> Day? {
    span.map { min(max(day, $0.lowerBound), $0.upperBound - 1) }
  }

  /// Whether the name of the month stands above a column.
  package func beginsMonth(_ column: Int) -> Bool {
    column == 0 || weeks[column - 1].start.month != weeks[column].start.month
  }
}
