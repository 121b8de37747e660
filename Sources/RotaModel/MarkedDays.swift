public import Diagnostics

/// Dates marked in a file (time off, a holiday, a wish), with the place they are marked at.
public struct MarkedDays: Sendable, Hashable {
  public let days: Range<Day>
  public let place: Place

  public init(_ days: Range<Day>, at place: Place) {
    self.days = days
    self.place = place
  }
}

extension [MarkedDays] {
  /// The first entry that holds one of `days`, or nil.
  public func first(touching days: Range<Day>) -> MarkedDays? {
    first { $0.days.overlaps(days) }
  }

  public func touches(_ days: Range<Day>) -> Bool { first(touching: days) != nil }
}
