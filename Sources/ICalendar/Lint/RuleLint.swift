/// Checks a recurrence rule, by itself and with the start it repeats (RFC 5545 3.3.10).
enum RuleLint {
  static func check(
    _ property: Property, start: Property?, isObservance: Bool, _ lint: inout Lint
  ) {
    func report(_ message: String) {
      lint.error(message, "5545 3.3.10", at: property.range)
    }
    let rule: RecurrenceRule
    do {
      rule = try RecurrenceRule(property.rawValue)
    } catch {
      return report("in `RRULE`, \(error.reason)")
    }
    for message in misspelledParts(of: property.rawValue) + misplacedParts(of: rule) {
      report(message)
    }
    if rule.count != nil, rule.until != nil { report("`COUNT` and `UNTIL` do not stand together") }
    guard let start, let written = WrittenDate(start.rawValue) else { return }
    let isDate = if case .date = written { true } else { false }
    if isDate, !rule.hours.isEmpty || !rule.minutes.isEmpty || !rule.seconds.isEmpty {
      report("a rule of whole dates has no `BYHOUR`, `BYMINUTE` or `BYSECOND`")
    }
    if isDate, rule.frequency < .daily { report("a rule of whole dates is at least `DAILY`") }
    if let until = rule.until { check(until, written, start, isObservance, report) }
  }

  /// What readers take, and the grammar does not have.
  private static func misspelledParts(of text: String) -> [String] {
    var messages: [String] = []
    if text.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 }) {
      messages.append("a rule has no blanks")
    }
    let parts = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    if parts.contains(where: \.isEmpty) {
      messages.append("a `;` stands only between two parts of a rule")
    }
    let names = parts.map { EscapedText.capitals($0.prefix { $0 != UInt8(ascii: "=") }) }
    for name in Set(names).sorted() where !name.isEmpty && names.count(where: { $0 == name }) > 1 {
      messages.append("`\(name)` stands only once in a rule")
    }
    if names.contains("SKIP"), !names.contains("RSCALE") {
      messages.append("`SKIP` stands only beside `RSCALE` (RFC 7529 4.1)")
    }
    return messages
  }

  /// Parts beside a frequency that they must not be used with.
  private static func misplacedParts(of rule: RecurrenceRule) -> [String] {
    let frequency = "\(rule.frequency)".uppercased()
    let hasOrdinals = rule.days.contains { $0.ordinal != 0 }
    let hasOthers =
      !(rule.months + rule.weekNumbers + rule.yearDays + rule.monthDays + rule.hours + rule.minutes
      + rule.seconds).isEmpty || !rule.days.isEmpty
    let isDayRule = [.daily, .weekly, .monthly].contains(rule.frequency)
    var messages: [String] = []
    if !rule.weekNumbers.isEmpty, rule.frequency != .yearly {
      messages.append("`BYWEEKNO` does not stand in a \(frequency) rule")
    }
    if !rule.yearDays.isEmpty, isDayRule {
      messages.append("`BYYEARDAY` does not stand in a \(frequency) rule")
    }
    if !rule.monthDays.isEmpty, rule.frequency == .weekly {
      messages.append("`BYMONTHDAY` does not stand in a WEEKLY rule")
    }
    if hasOrdinals, rule.frequency < .monthly {
      messages.append("`BYDAY` has no numbers in a \(frequency) rule")
    }
    if hasOrdinals, !rule.weekNumbers.isEmpty {
      messages.append("`BYDAY` has no numbers beside `BYWEEKNO`")
    }
    if !rule.setPositions.isEmpty, !hasOthers {
      messages.append("`BYSETPOS` stands only beside another BY part")
    }
    return messages
  }

  private static func check(
    _ until: WrittenDate, _ written: WrittenDate, _ start: Property, _ isObservance: Bool,
    _ report: (String) -> Void
  ) {
    switch (written, until) {
    case (.date, .date): break
    case (.date, _): report("`UNTIL` is a date where `DTSTART` is one")
    case (_, .date): report("`UNTIL` is a time where `DTSTART` is one")
    case (.local, .local) where isObservance || start.parameter("TZID") != nil:
      report("`UNTIL` is in UTC where `DTSTART` has a zone")
    case (.utc, .local): report("`UNTIL` is in UTC where `DTSTART` is")
    case (.local, .utc) where !isObservance && start.parameter("TZID") == nil:
      report("`UNTIL` is a local time where `DTSTART` is one without a zone")
    default: break
    }
  }
}
