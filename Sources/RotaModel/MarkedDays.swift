package import Dates
package import Diagnostics

/// Dates marked in a file (time off, a holiday, a wish), with the place they are marked at.
package struct MarkedDays: Sendable, Hashable {
  package let days: Range<Day>
  package let place: Place

  package init(_ days: Range<Day>, at place: Place) {
    self.days = days
    self.place = place
  }
}

extension [MarkedDays] {
  /// The first entry that holds one of `days`, or nil.
  package func first(touching days: Range<Day>) -> MarkedDays? {
    first { $0.days.overlaps(days) }
  }

  package func touches(_ days: Range<Day>) -> Bool { first(touching: days) != nil }
}
