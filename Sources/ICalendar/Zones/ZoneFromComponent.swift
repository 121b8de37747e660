import Dates

extension Zone {
  /// The zone that a VTIMEZONE says (RFC 5545 3.6.5); nil where it says none.
  ///
  /// Its rules are followed from 1900 to 2200: Exchange starts them in 1601. Many writers list only
  /// the changes near their events: what lies before the first, and after the last where clocks
  /// change twice a year and no rule goes on, is that of `named`, the zone the TZID names.
  convenience init?(_ component: Component, named: Zone?, budget: inout ExpansionBudget)
    throws(ExpansionBudget.Exhausted)
  {
    let observances = component.components.compactMap(ObservanceParts.init)
    var changes: [(instant: Instant, before: Offset, after: Offset)] = []
    for observance in observances {
      for onset in try observance.onsets(budget: &budget) {
        changes.append(
          (Instant(utc: onset) + -observance.from.seconds, observance.from, observance.to))
      }
    }
    changes.sort { $0.instant < $1.instant }
    guard let first = changes.first, let last = changes.last else { return nil }
    var all = changes.map { (instant: $0.instant, offset: $0.after) }
    if let named {
      let start = Zone.readable.lowerBound
      let earlier = named.transitions(in: start..<max(start, first.instant))
      all.insert(contentsOf: earlier.map { ($0.instant, $0.after) }, at: 0)
      let changesTwiceAYear = Set(observances.map(\.to.isDaylight)).count == 2
      if changesTwiceAYear, !observances.contains(where: \.isEndless) {
        let end = Zone.readable.upperBound
        let later = named.transitions(in: min(last.instant + 1, end)..<end)
        all += later.map { ($0.instant, $0.after) }
      }
    }
    self.init(
      name: component["TZID"]?.rawValue ?? "", initial: named?.initial ?? first.before,
      changes: all)
  }

  /// From the year 1, which no change of clocks is before, to 2200.
  private static let readable =
    Instant(
      utc: LocalDateTime(Day(validYear: 1, month: 1, day: 1)))..<Instant(
      utc: ObservanceParts.years.upperBound)
}

/// A STANDARD or DAYLIGHT, read.
private struct ObservanceParts {
  let from: Zone.Offset
  let to: Zone.Offset
  private let start: LocalDateTime
  private let rules: [RecurrenceRule]
  private let dates: [LocalDateTime]

  /// Nil where it is another component, or lacks its start or its offsets.
  init?(_ component: Component) {
    let isDaylight = component.name == "DAYLIGHT"
    guard isDaylight || component.name == "STANDARD",
      let fromText = component["TZOFFSETFROM"]?.rawValue,
      let from = Zone.Offset.seconds(fromText),
      let toText = component["TZOFFSETTO"]?.rawValue, let to = Zone.Offset.seconds(toText),
      let startText = component["DTSTART"]?.rawValue, let start = WrittenDate(startText)
    else { return nil }
    // What was kept before the first change is only known by its offset.
    self.from = Zone.Offset(seconds: from)
    self.to = Zone.Offset(
      seconds: to, isDaylight: isDaylight, abbreviation: component["TZNAME"]?.text ?? "")
    self.start = start.wallTime(offset: from)
    rules = component.all("RRULE").compactMap { try? RecurrenceRule($0.rawValue) }
    dates = component.all("RDATE").flatMap { property in
      property.rawValue.split(separator: ",").compactMap {
        WrittenDate($0)?.wallTime(offset: from)
      }
    }
  }

  /// Those that rules are followed in.
  static let years =
    LocalDateTime(
      Day(validYear: 1900, month: 1, day: 1))..<LocalDateTime(
      Day(validYear: 2200, month: 1, day: 1))

  /// Clocks have changed once a month at most.
  private static let mostOnsets = 300 * 12

  /// Whether it comes again every year from now on.
  var isEndless: Bool { rules.contains { $0.until == nil && $0.count == nil } }

  func onsets(budget: inout ExpansionBudget) throws(ExpansionBudget.Exhausted) -> [LocalDateTime] {
    var onsets = Set(dates + [start])
    for rule in rules {
      let until = rule.until?.wallTime(offset: from.seconds)
      let expansion = RecurrenceExpansion(rule, start: start, until: until)
      try expansion.forEach(in: ObservanceParts.years, budget: &budget) {
        onset, budget throws(ExpansionBudget.Exhausted) in
        try budget.spend(1)
        if onsets.count == ObservanceParts.mostOnsets { throw .instances }
        onsets.insert(onset)
      }
    }
    return Array(onsets)
  }
}

extension WrittenDate {
  /// On a clock `offset` seconds ahead of UTC.
  fileprivate func wallTime(offset: Int) -> LocalDateTime {
    switch self {
    case .date(let date): LocalDateTime(date)
    case .local(let local): local
    case .utc(let utc): LocalDateTime(wallSeconds: utc.wallSeconds + offset)
    }
  }
}

extension Zone.Offset {
  /// Of `+0530`, `-005328` (RFC 5545 3.3.14); writers leave out the sign, or put a colon in.
  static func seconds(_ text: String) -> Int? {
    var bytes = text.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: ":") }[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard bytes.count == 4 || bytes.count == 6, bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let digits = bytes.map { Int($0 - 0x30) }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    guard pairs[0] < 24, pairs.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    let seconds = pairs[0] * 3600 + pairs[1] * 60 + (pairs.count == 3 ? pairs[2] : 0)
    return isNegative ? -seconds : seconds
  }
}
