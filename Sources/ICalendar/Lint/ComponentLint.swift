/// Checks what properties of one component say together.
enum ComponentLint {
  static func check(_ component: Component, _ lint: inout Lint) {
    switch component.name {
    case "VEVENT": checkSpan(component, end: "DTEND", section: "5545 3.6.1", &lint)
    case "VTODO": checkSpan(component, end: "DUE", section: "5545 3.6.2", &lint)
    case "VTIMEZONE": checkZone(component, &lint)
    case "STANDARD", "DAYLIGHT": checkObservance(component, &lint)
    case "VALARM": checkAlarm(component, &lint)
    default: break
    }
    for rule in component.all("RRULE") {
      RuleLint.check(rule, start: component["DTSTART"], isObservance: component.isObservance, &lint)
    }
    if let second = component.all("RRULE").dropFirst().first {
      lint.warning(
        "a second `RRULE` means different things to different readers",
        "5545 3.8.5.3", at: second.range)
    }
    checkDateTypes(component, &lint)
  }

  private static func checkSpan(
    _ component: Component, end name: String, section: String, _ lint: inout Lint
  ) {
    guard let end = component[name] else {
      checkDuration(component, section: section, &lint)
      return
    }
    if let duration = component["DURATION"] {
      lint.error("`\(name)` and `DURATION` do not stand together", section, at: duration.range)
    }
    guard let start = component["DTSTART"], let first = WrittenDate(start.rawValue),
      let last = WrittenDate(end.rawValue)
    else { return }
    switch (first, last) {
    case (.date(let first), .date(let last)):
      if last <= first { report(&lint) }
    case (.local(let first), .local(let last))
    where start.parameter("TZID") == end.parameter("TZID"):
      if last <= first { report(&lint) }
    case (.utc(let first), .utc(let last)):
      if last <= first { report(&lint) }
    case (.date, _), (_, .date):
      lint.error(
        "`\(name)` and `DTSTART` are both dates or both times", sectionOf(name), at: end.range)
    default:
      if isFloating(start, first) != isFloating(end, last) {
        lint.error(
          "`\(name)` and `DTSTART` both have a zone, or neither has", sectionOf(name), at: end.range
        )
      }
    }
    func report(_ lint: inout Lint) {
      lint.error("`\(name)` is not later than `DTSTART`", sectionOf(name), at: end.range)
    }
  }

  /// A time of every zone: the wall clock's, wherever it hangs.
  private static func isFloating(_ property: Property, _ written: WrittenDate) -> Bool {
    if case .local = written { property.parameter("TZID") == nil } else { false }
  }

  private static func checkDuration(
    _ component: Component, section: String, _ lint: inout Lint
  ) {
    guard let property = component["DURATION"], let duration = EventDuration(property.rawValue),
      let start = component["DTSTART"], case .date? = WrittenDate(start.rawValue)
    else { return }
    if duration.seconds != 0 {
      lint.error(
        "the duration of an event of whole dates is in days or weeks", section, at: property.range)
    }
  }

  /// RECURRENCE-ID, RDATE and EXDATE are dates where DTSTART is, and times where it is.
  private static func checkDateTypes(_ component: Component, _ lint: inout Lint) {
    guard let start = component["DTSTART"], let written = WrittenDate(start.rawValue) else {
      return
    }
    let isDate = if case .date = written { true } else { false }
    for property in component.properties {
      guard ["RECURRENCE-ID", "RDATE", "EXDATE"].contains(property.name),
        property.parameter("VALUE") != "PERIOD",
        let first = property.rawValue.split(separator: ",").first,
        let other = WrittenDate(first)
      else { continue }
      let otherIsDate = if case .date = other { true } else { false }
      if isDate != otherIsDate {
        lint.error(
          "`\(property.name)` and `DTSTART` are both dates or both times",
          sectionOf(property.name), at: property.range)
      }
    }
  }

  private static func checkZone(_ component: Component, _ lint: inout Lint) {
    if !component.components.contains(where: \.isObservance) {
      lint.error(
        "a `VTIMEZONE` has at least one `STANDARD` or `DAYLIGHT`", "5545 3.6.5",
        at: component.range)
    }
  }

  private static func checkObservance(_ component: Component, _ lint: inout Lint) {
    guard let start = component["DTSTART"], let written = WrittenDate(start.rawValue) else {
      return
    }
    guard case .local = written, start.parameter("TZID") == nil else {
      return lint.error(
        "`DTSTART` of a `\(component.name)` is a local time without a zone", "5545 3.6.5",
        at: start.range)
    }
  }

  private static func checkAlarm(_ component: Component, _ lint: inout Lint) {
    let action = component["ACTION"].map { EscapedText.capitals($0.rawValue.utf8) }
    let needed: [String] =
      switch action {
      case "DISPLAY": ["DESCRIPTION"]
      case "EMAIL": ["DESCRIPTION", "SUMMARY", "ATTENDEE"]
      default: []
      }
    for name in needed where component[name] == nil {
      lint.error(
        "an alarm of action \(action ?? "") has a `\(name)`", "5545 3.6.6", at: component.range)
    }
    if (component["DURATION"] == nil) != (component["REPEAT"] == nil) {
      lint.error("`DURATION` and `REPEAT` stand together", "5545 3.6.6", at: component.range)
    }
  }

  private static func sectionOf(_ property: String) -> String {
    PropertyKind.named(property)?.section ?? "5545 3.8"
  }
}

extension Component {
  /// A part of a VTIMEZONE.
  var isObservance: Bool { name == "STANDARD" || name == "DAYLIGHT" }
}
