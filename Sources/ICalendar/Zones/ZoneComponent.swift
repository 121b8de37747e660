import Dates

extension Zone {
  /// The VTIMEZONE (RFC 5545 3.6.5) that says this zone's offsets over `span`.
  ///
  /// A yearly rule is written as one from its first year on, so that the component changes only
  /// when the rules over the span do. Every change outside a rule is an observance of its own: two
  /// widespread readers take only the first of several dates in an RDATE.
  package func component(for span: Range<Instant>) -> Component {
    let first = transition(atOrBefore: span.lowerBound)
    let next = span.lowerBound + 1
    let listed = ([first].compactMap(\.self) + transitions(in: next..<max(next, span.upperBound)))
      .filter { !isRuled($0) }
    var observances = listed.map { ZoneObservance($0).component }
    if first == nil { observances.insert(constantObservance(before: span.lowerBound), at: 0) }
    observances += ruledObservances(until: span.upperBound)
    return Component(
      "VTIMEZONE", properties: [.text("TZID", name)], components: observances)
  }

  /// Of a zone whose clocks have not changed yet.
  private func constantObservance(before instant: Instant) -> Component {
    let start = LocalDateTime(wallSeconds: min(0, local(at: instant).wallSeconds))
    return ZoneObservance(constant: offset(at: instant), from: start).component
  }

  /// Whether an RRULE says this change.
  private func isRuled(_ transition: Transition) -> Bool {
    guard case .yearly(let rule) = tail, rule.start.recurrence != nil, rule.end.recurrence != nil
    else { return false }
    return transitions.last.map { transition.instant > $0.instant } ?? true
  }

  /// The yearly rule's two changes as they first happen, each to be repeated every year.
  private func ruledObservances(until end: Instant) -> [Component] {
    guard case .yearly(let rule) = tail, let toDaylight = rule.start.recurrence,
      let toStandard = rule.end.recurrence
    else { return [] }
    // A rule without any list before it is written from 1970 on.
    let start = transitions.last?.instant ?? Instant(secondsSince1970: 0)
    let twoYears = (start + 1)..<(start + 800 * 86_400)
    return rule.transitions(in: twoYears).prefix(2).filter { $0.instant < end }.map { first in
      ZoneObservance(first, rule: first.after == rule.daylight ? toDaylight : toStandard).component
    }
  }
}

/// One STANDARD or DAYLIGHT of a VTIMEZONE.
private struct ZoneObservance {
  let component: Component

  init(_ transition: Zone.Transition, rule: String? = nil) {
    let after = transition.after
    // In Dublin and Casablanca it is the winter's offset that the zone data call daylight saving;
    // in a VTIMEZONE DAYLIGHT is the one that is ahead.
    let changesKind = transition.before.isDaylight != after.isDaylight
    let isAhead = after.seconds > transition.before.seconds
    self.init(
      isDaylight: changesKind ? isAhead : after.isDaylight, start: transition.wallTimeBefore,
      from: transition.before, to: after, rule: rule)
  }

  init(constant offset: Zone.Offset, from start: LocalDateTime) {
    self.init(isDaylight: false, start: start, from: offset, to: offset, rule: nil)
  }

  private init(
    isDaylight: Bool, start: LocalDateTime, from: Zone.Offset, to: Zone.Offset, rule: String?
  ) {
    var properties = [Property("DTSTART", rawValue: start.basicFormat)]
    if let rule { properties.append(Property("RRULE", rawValue: rule)) }
    properties.append(Property("TZOFFSETFROM", rawValue: from.basicFormat))
    properties.append(Property("TZOFFSETTO", rawValue: to.basicFormat))
    if !to.abbreviation.isEmpty { properties.append(.text("TZNAME", to.abbreviation)) }
    component = Component(isDaylight ? "DAYLIGHT" : "STANDARD", properties: properties)
  }
}

extension Zone.Offset {
  /// `+0530` or, with seconds, `-005328` (RFC 5545 3.3.14).
  var basicFormat: String {
    let (hours, minutes) = (abs(seconds) / 3600, abs(seconds) / 60 % 60)
    let odd = abs(seconds) % 60
    return (seconds < 0 ? "-" : "+") + padded(hours, to: 2) + padded(minutes, to: 2)
      + (odd == 0 ? "" : padded(odd, to: 2))
  }
}

extension YearlyChange {
  /// The RRULE that repeats its day; nil where there is none.
  var recurrence: String? {
    guard case .weekday(let month, let week, let weekday) = day else { return nil }
    let days = LocalDateTime(Day(number: 0), secondOfDay: seconds).date.number
    if days == 0 {
      let ordinal = week == 5 ? "-1" : String(week)
      return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)\(weekday.code)"
    }
    // 26:00 on the fourth Thursday is a Friday, though not always the fourth: it is the Friday
    // among seven dates of the month.
    let length = Day.count(ofMonth: month, year: 2027)
    let firstDate = (week == 5 ? length - 6 : week * 7 - 6) + days
    guard firstDate >= 1, firstDate + 6 <= length, !(month == 2 && week == 5) else { return nil }
    let dates = (firstDate...(firstDate + 6)).map(String.init).joined(separator: ",")
    let shifted = Weekday(daysFromMonday: weekday.rawValue - 1 + days)
    return "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(dates);BYDAY=\(shifted.code)"
  }
}
