import Dates

extension Day {
  /// Exactly `YYYY-MM-DD` with ASCII digits, of a date that exists and that `Limits` take; nil
  /// otherwise.
  package init?(_ text: String) {
    self.init(anyYear: text)
    guard Limits.years.contains(year) else { return nil }
  }

  package init?(_ text: Substring) { self.init(String(text)) }
}

extension Range<Day> {
  /// As files have it: `2027-01-06`, or `2027-01-06 to 2027-01-07` with both days in it. The range is
  /// not empty.
  package var text: String {
    count == 1 ? "\(lowerBound)" : "\(lowerBound) to \(upperBound - 1)"
  }

  /// In a sentence: `on 2027-01-06`, or `from 2027-01-06 to 2027-01-07`. The range is not empty.
  package var phrase: String { (count == 1 ? "on " : "from ") + text }
}
