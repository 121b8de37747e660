import Dates
internal import ICalendar
internal import RotaModel

/// An event that the rotas say, before it is known whether the calendar has it already.
struct PlannedEvent {
  enum Time {
    case dates(Range<Day>)
    case wallTimes(Range<LocalDateTime>)
  }

  /// How an event shows in the free-busy view of a client.
  enum Load {
    /// A week-long duty must not block the week.
    case free
    case busy
  }

  enum Category: String {
    case shift = "Shift"
    case cover = "Cover"
    case project = "Project"
    case sharing = "Knowledge sharing"
    case pairing = "Pairing"
    case feedback = "Feedback"
  }

  let uid: EventUID
  let time: Time
  let summary: String
  /// The lines of the description.
  let details: [String]
  let category: Category
  var load = Load.free
  var url: String?
  /// Who takes part; the first with an address is written as the organizer.
  var people: [Contact] = []
  /// Minutes before its start, or before the midnight at which its first date starts.
  var reminder: Int?

  /// The dates it touches.
  var dates: Range<Day> {
    switch time {
    case .dates(let days): days
    case .wallTimes(let span): span.lowerBound.date..<span.upperBound.date + 1
    }
  }
}

/// What tells one version of an event from the next.
struct EventStamp: Equatable {
  let sequence: Int
  /// Of the day on which its content last changed.
  let modified: Instant

  static let names: Set = ["SEQUENCE", "DTSTAMP", "LAST-MODIFIED"]

  /// In the order in which they stand in an event, after its UID.
  var properties: [Property] {
    [
      .utc("DTSTAMP", modified), .utc("LAST-MODIFIED", modified), .integer("SEQUENCE", sequence),
    ]
  }
}

extension PlannedEvent {
  func component(domain: String, clock: TeamClock, stamp: EventStamp) -> Component {
    var properties: [Property] = [.text("UID", uid.text(domain: domain))]
    properties += stamp.properties
    properties += timeProperties(clock)
    properties.append(.text("SUMMARY", summary))
    if !details.isEmpty {
      properties.append(.text("DESCRIPTION", details.joined(separator: "\n")))
    }
    properties.append(.texts("CATEGORIES", [category.rawValue]))
    if let url { properties.append(.uri("URL", url)) }
    properties.append(.text("STATUS", "CONFIRMED"))
    switch load {
    case .free:
      properties.append(.text("TRANSP", "TRANSPARENT"))
      properties.append(.text("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"))
    case .busy:
      properties.append(.text("TRANSP", "OPAQUE"))
      properties.append(.text("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY"))
    }
    properties += peopleProperties
    return Component(
      "VEVENT", properties: properties,
      components: reminder.map { [alarm(minutesBefore: $0)] } ?? [])
  }

  private func timeProperties(_ clock: TeamClock) -> [Property] {
    switch time {
    case .dates(let days):
      [.date("DTSTART", days.lowerBound), .date("DTEND", days.upperBound)]
    case .wallTimes(let span):
      [clock.property("DTSTART", span.lowerBound), clock.property("DTEND", span.upperBound)]
    }
  }

  private var peopleProperties: [Property] {
    let addressed = people.filter { $0.email != nil }
    guard let organizer = addressed.first else { return [] }
    return [organizer.property("ORGANIZER")]
      + addressed.map { $0.property("ATTENDEE", [Parameter("ROLE", "REQ-PARTICIPANT")]) }
  }

  /// RFC 5545 3.6.6. Days are nominal, so that the alarm keeps its time over a change of clocks.
  private func alarm(minutesBefore minutes: Int) -> Component {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
    let time = (hours == 0 ? "" : "\(hours)H") + (rest == 0 ? "" : "\(rest)M")
    let trigger =
      "-P" + (days == 0 ? "" : "\(days)D") + (time.isEmpty ? "" : "T" + time)
    return Component(
      "VALARM",
      properties: [
        .text("ACTION", "DISPLAY"), .text("DESCRIPTION", summary),
        Property("TRIGGER", rawValue: minutes == 0 ? "PT0S" : trigger),
      ])
  }
}

extension Contact {
  fileprivate func property(_ property: String, _ parameters: [Parameter] = []) -> Property {
    let commonName = name.isEmpty ? [] : [Parameter("CN", name)]
    return .uri(property, "mailto:" + URIText.encoding(email ?? ""), commonName + parameters)
  }
}
