/// A day of the week; raw values are those of ISO 8601, Monday 1 to Sunday 7.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// So many days after a Monday; before it where there are fewer than none.
  package init(daysFromMonday days: Int) {
    self = Weekday.allCases[(days % 7 + 7) % 7]
  }

  /// `Monday`.
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// `Mon`.
  package var shortName: String { String(name.prefix(3)) }

  /// Written in full or with three letters, in any case; nil for anything else.
  package init?(named text: String) {
    // Names are letters of ASCII: cases differ in one bit.
    func isSame(_ name: String) -> Bool {
      name.utf8.elementsEqual(text.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
    let isShort = text.utf8.count == 3
    let match = Weekday.allCases.first { isSame(isShort ? $0.shortName : $0.name) }
    guard let match else { return nil }
    self = match
  }
}

/// Some of the days of the week.
package struct WeekdaySet: Sendable, Hashable {
  /// Bit `n` is the weekday with raw value `n + 1`: bit 0 is Monday.
  package private(set) var bits: UInt8 = 0

  package init(_ days: some Sequence<Weekday>) {
    for day in days { insert(day) }
  }

  package static let mondayToFriday = WeekdaySet(Weekday.allCases.prefix(5))

  package func contains(_ day: Weekday) -> Bool { bits & (1 << (day.rawValue - 1)) != 0 }
  package mutating func insert(_ day: Weekday) { bits |= 1 << (day.rawValue - 1) }
  package var isEmpty: Bool { bits == 0 }
  /// In the order of the week, Monday first.
  package var days: [Weekday] { Weekday.allCases.filter(contains) }
}
