import Dates
internal import Diagnostics

/// Makes members of VEVENTs. Holds what the events of a file share: zones and what is reported.
struct EventReader {
  private let source: SourceText
  private let calendars: [Component]
  /// The zone of floating times where the calendar names none.
  private let zone: Zone
  private var resolver: ZoneResolver
  private var unknownZones: Set<String> = []
  private(set) var findings: Findings
  private(set) var broken: [BrokenEvent] = []

  /// The calendar whose events are read, and its zone of floating times.
  private var calendar = 0
  private var floating: Zone

  init(_ reading: CalendarReading, zones: ZoneDirectory, zone: Zone) {
    source = reading.source
    calendars = reading.calendars
    self.zone = zone
    floating = zone
    resolver = ZoneResolver(zones, calendars: reading.calendars)
    findings = Findings(reading.source)
  }

  /// All events that can be used, in their order; the others are in `broken`.
  mutating func members() -> [EventMember] {
    var members: [EventMember] = []
    for (index, component) in calendars.enumerated() {
      calendar = index
      floating = zone
      if let name = component["X-WR-TIMEZONE"] {
        floating = (try? resolve(name.text, at: name.range)) ?? zone
      }
      for component in component.components where component.name == "VEVENT" {
        do {
          members.append(try member(component))
        } catch {
          broken.append(
            BrokenEvent(Event(component, in: source), error.reason, at: error.range))
        }
      }
    }
    return members
  }

  private mutating func member(_ component: Component) throws(EventMember.Broken) -> EventMember {
    guard let startProperty = component["DTSTART"] else {
      throw EventMember.Broken(reason: "this event has no `DTSTART`", range: component.range)
    }
    var start = try self.start(startProperty)
    if case .time(let local, let zone) = start, saysDate(startProperty),
      component.filled("DTEND") == nil, component.filled("DURATION") == nil
    {
      // Without an end the time would last no time, and the date is all that is left to mean.
      start = .date(floating.local(at: zone.instant(of: local)).date)
    }
    var length = try self.length(of: component, from: start)
    var midnights = floating
    if case .time(let local, let zone) = start, isAllDay(component), local.secondOfDay == 0,
      length.seconds % 86_400 == 0 || length.days > 0
    {
      length = EventDuration(days: length.wholeDays)
      start = .date(local.date)
      midnights = zone
    }
    let recurrenceID = component.filled("RECURRENCE-ID")
    return EventMember(
      event: Event(component, in: source), start: start, length: length,
      repeats: try repeats(of: component, start: start, midnights: midnights),
      recurrenceID: try recurrenceID.map { id throws(EventMember.Broken) in
        try self.start(id, floating: start.zone)
      },
      coversFuture: recurrenceID?.parameter("RANGE").map {
        EscapedText.capitals($0.utf8) == "THISANDFUTURE"
      } ?? false)
  }

  /// Exchange writes an event of whole days as one from midnight to midnight and marks it.
  private func isAllDay(_ component: Component) -> Bool {
    component["X-MICROSOFT-CDO-ALLDAYEVENT"].map {
      EscapedText.capitals($0.rawValue.utf8) == "TRUE"
    } ?? false
  }

  // MARK: Starts

  private mutating func start(_ property: Property, floating: Zone? = nil)
    throws(EventMember.Broken) -> EventStart
  {
    try start(property.rawValue, of: property, floating: floating)
  }

  private mutating func start(
    _ value: String, of property: Property, floating: Zone? = nil
  ) throws(EventMember.Broken) -> EventStart {
    guard let written = WrittenDate(value) else {
      throw EventMember.Broken(
        reason: "`\(property.name)` is `\(shortened(value))`, which is no date or time",
        range: property.range)
    }
    switch written {
    case .date(let date): return .date(date)
    case .utc(let utc): return isDate(property, utc) ? .date(utc.date) : .time(utc, .utc)
    case .local(let local):
      if isDate(property, local) { return .date(local.date) }
      let tzid = property.parameter("TZID") ?? ""
      if tzid.isEmpty { return .time(local, floating ?? self.floating) }
      return .time(local, try resolve(tzid, at: property.range) ?? floating ?? self.floating)
    }
  }

  /// Of a date-time: whether it stands for its date. One that says so but has a time of day means
  /// the time.
  private func isDate(_ property: Property, _ written: LocalDateTime) -> Bool {
    written.secondOfDay == 0 && saysDate(property)
  }

  private func saysDate(_ property: Property) -> Bool {
    property.parameter("VALUE").map { EscapedText.capitals($0.utf8) == "DATE" } ?? false
  }

  /// The zone of a TZID; nil, and a warning, where nobody knows it.
  private mutating func resolve(_ tzid: String, at range: Range<Int>) throws(EventMember.Broken)
    -> Zone?
  {
    switch resolver.resolve(tzid, calendar: calendar) {
    case .zone(let zone): return zone
    case .failed(let error):
      throw EventMember.Broken(reason: "\(error.message) (\(error.help))", range: range)
    case .unknown:
      if unknownZones.insert(tzid).inserted {
        findings.report(
          .zone, .warning,
          "no time zone is called `\(shortened(tzid))`: its times are taken as \(floating) time",
          at: range)
      }
      return nil
    }
  }

  // MARK: Lengths

  private mutating func length(of component: Component, from start: EventStart)
    throws(EventMember.Broken) -> EventDuration
  {
    if let property = component.filled("DTEND") {
      return try length(from: start, to: try self.start(property, floating: start.zone), property)
    }
    if let property = component.filled("DURATION") {
      guard let length = EventDuration(property.rawValue), !length.isNegative else {
        throw EventMember.Broken(
          reason: "`DURATION` is `\(shortened(property.rawValue))`, which is no length of time",
          range: property.range)
      }
      return length
    }
    // RFC 5545 3.6.1: a date lasts its day, a date-time no time.
    return EventDuration(days: start.zone == nil ? 1 : 0)
  }

  private func length(from start: EventStart, to end: EventStart, _ property: Property)
    throws(EventMember.Broken) -> EventDuration
  {
    let length: EventDuration
    switch (start, end) {
    case (.date(let first), .date(let end)):
      // An end on the day of the start is wrong, and means that day.
      length = EventDuration(days: first == end ? 1 : first.distance(to: end))
    case (.date(let first), .time(let end, _)):
      let days = first.distance(to: end.date)
      length = EventDuration(days: end.secondOfDay == 0 && days > 0 ? days : days + 1)
    case (.time(let local, let zone), .date(let end)):
      let midnight = LocalDateTime(end == local.date ? end + 1 : end)
      length = EventDuration(seconds: zone.instant(of: midnight) - zone.instant(of: local))
    case (.time(let local, let zone), .time(let end, let endZone)):
      length = EventDuration(seconds: endZone.instant(of: end) - zone.instant(of: local))
    }
    if length.isNegative || (start.zone == nil && length.days == 0) {
      throw EventMember.Broken(reason: "this event ends before it starts", range: property.range)
    }
    return length
  }

  // MARK: Repeating

  /// - Parameter midnights: the zone in which dates begin that UNTIL gives in UTC.
  private mutating func repeats(of component: Component, start: EventStart, midnights: Zone)
    throws(EventMember.Broken) -> EventRepeats?
  {
    guard EventRepeats.properties.contains(where: { component[$0] != nil }) else { return nil }
    var dates: [(start: EventStart, length: EventDuration?)] = []
    for property in component.all("RDATE") {
      for value in property.rawValue.split(separator: ",") {
        dates.append(try date(String(value), of: property, in: start.zone))
      }
    }
    var exceptions: [EventStart] = []
    for property in component.all("EXDATE") {
      for value in property.rawValue.split(separator: ",") {
        exceptions.append(try self.start(String(value), of: property, floating: start.zone))
      }
    }
    return EventRepeats(
      rules: try rules(component.all("RRULE"), start: start, midnights: midnights),
      exceptionRules: try rules(component.all("EXRULE"), start: start, midnights: midnights),
      dates: dates, exceptions: exceptions)
  }

  /// A date, or a period: `19970101T180000Z/PT5H30M`.
  private mutating func date(_ value: String, of property: Property, in zone: Zone?)
    throws(EventMember.Broken) -> (start: EventStart, length: EventDuration?)
  {
    let sides = value.split(separator: "/", maxSplits: 1).map(String.init)
    let start = try self.start(sides.first ?? "", of: property, floating: zone)
    guard sides.count == 2 else { return (start, nil) }
    if let length = EventDuration(sides[1]), !length.isNegative { return (start, length) }
    let end = try self.start(sides[1], of: property, floating: zone)
    return (start, try length(from: start, to: end, property))
  }

  private func rules(_ properties: [Property], start: EventStart, midnights: Zone)
    throws(EventMember.Broken) -> [EventRepeats.Rule]
  {
    var rules: [EventRepeats.Rule] = []
    for property in properties where !property.rawValue.isEmpty {
      do {
        var rule = try RecurrenceRule(property.rawValue)
        // Exchange ends a series of dates at the local midnight of its last, in UTC.
        if case .date = start, case .utc(let utc) = rule.until {
          rule.until = .date(midnights.local(at: Instant(utc: utc)).date)
        }
        rules.append(EventRepeats.Rule(rule: rule, range: property.range))
      } catch {
        throw EventMember.Broken(
          reason: "in `\(property.name)`, \(error.reason)", range: property.range)
      }
    }
    return rules
  }

  /// Values are quoted in messages, and may be megabytes.
  private func shortened(_ value: String) -> String {
    value.unicodeScalars.count <= 60 ? value : String(value.unicodeScalars.prefix(60)) + "…"
  }
}

extension Component {
  /// The first property of that name; some writers leave what they don't need empty.
  fileprivate func filled(_ name: String) -> Property? {
    properties.first { !$0.rawValue.isEmpty && $0.isNamed(name) }
  }
}
