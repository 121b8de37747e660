import Dates
internal import ICalendar
internal import RotaModel

/// An event as it goes into a file.
struct FiledEvent {
  enum Content {
    case written(Component)
    /// The bytes of the file it stands in already.
    case kept(ArraySlice<UInt8>)
  }

  let uid: String
  /// As it is written.
  private let start: String
  /// What its start and end say.
  let component: Component
  let content: Content

  init(_ component: Component) {
    uid = component["UID"]?.text ?? ""
    start = component["DTSTART"]?.rawValue ?? ""
    self.component = component
    content = .written(component)
  }

  init(keeping event: EarlierEvent) {
    uid = event.uid
    start = event.component["DTSTART"]?.rawValue ?? ""
    component = event.component
    content = .kept(event.bytes)
  }

  /// Events stand in the order of their starts as written, then of their UIDs.
  static func inOrder(_ a: FiledEvent, _ b: FiledEvent) -> Bool {
    a.start == b.start ? a.uid < b.uid : a.start < b.start
  }

  /// The zones that its times name.
  fileprivate var zones: [String] { component.properties.compactMap { $0.parameter("TZID") } }

  /// The dates of its start and end.
  fileprivate var dates: [Day] {
    [component["DTSTART"], component["DTEND"]].compactMap { property in
      property.flatMap { Day(basic: $0.rawValue) }
    }
  }
}

/// Writes a calendar file.
struct CalendarText {
  let name: String
  let zone: Zone
  /// A CSS colour that is the same in every run.
  let color: String
  /// Whether nobody is asked to take part: a published event has no guests (RFC 5546 3.2.1).
  let isPublished: Bool

  init(of sheet: CalendarSheet, earlier: EarlierCalendar?, zone: Zone, isPublished: Bool = true) {
    name = sheet.name ?? earlier?.name ?? ""
    self.zone = zone
    self.isPublished = isPublished
    let sum = sheet.path.utf8.reduce(0) { $0 + Int($1) }
    color = CalendarText.colors[sum % CalendarText.colors.count]
  }

  /// - Parameter zones: other zones that kept events name, as they were written.
  func bytes(_ events: [FiledEvent], zones: [String: ArraySlice<UInt8>]) -> [UInt8] {
    let events = events.sorted(by: FiledEvent.inOrder)
    var lines = ContentLines()
    lines.begin("VCALENDAR")
    let isPublished = isPublished && !events.contains { $0.component["ATTENDEE"] != nil }
    for property in header where isPublished || property.name != "METHOD" { lines.append(property) }
    let zonesOfEvents = events.map(\.zones)
    let named = Set(zonesOfEvents.joined())
    if named.contains(zone.name) {
      let own = zip(events, zonesOfEvents).filter { $1.contains(zone.name) }.map(\.0)
      lines.append(zone.component(for: span(of: own)))
    }
    for name in named.sorted() where name != zone.name {
      if let bytes = zones[name] { lines.append(verbatim: bytes.withCRLF) }
    }
    for event in events {
      switch event.content {
      case .written(let component): lines.append(component)
      case .kept(let bytes): lines.append(verbatim: bytes.withCRLF)
      }
    }
    lines.end("VCALENDAR")
    return lines.bytes
  }

  private var header: [Property] {
    let interval = "PT12H"
    return [
      .text("VERSION", "2.0"), .text("PRODID", "-//Rota//Rota//EN"),
      .text("CALSCALE", "GREGORIAN"), .text("METHOD", "PUBLISH"), .text("NAME", name),
      .text("X-WR-CALNAME", name),
      Property("REFRESH-INTERVAL", [Parameter("VALUE", "DURATION")], rawValue: interval),
      .text("X-PUBLISHED-TTL", interval), .text("X-WR-TIMEZONE", zone.name),
      .text("COLOR", color),
    ]
  }

  /// The moments that the zone's rules must be right for.
  ///
  /// - Parameter events: those whose times name the zone.
  private func span(of events: [FiledEvent]) -> Range<Instant> {
    let dates = events.flatMap(\.dates)
    let first = dates.min() ?? Day(number: 0)
    let last = dates.max() ?? first
    let start = zone.instant(of: LocalDateTime(first))
    return start..<max(start, zone.instant(of: LocalDateTime(last + 1)))
  }

  /// Names of CSS 3 (RFC 7986 5.9), dark enough for white text on them.
  private static let colors = [
    "steelblue", "seagreen", "indianred", "slateblue", "darkcyan", "peru", "mediumvioletred",
    "olivedrab", "royalblue", "sienna", "teal",
  ]
}

extension ArraySlice<UInt8> {
  /// With CR LF at each line end, as it already is unless other tools have been at the file.
  fileprivate var withCRLF: ArraySlice<UInt8> {
    let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    var previous: UInt8 = 0
    var isClean = last == lf
    for byte in self {
      if (byte == lf) != (previous == cr) { isClean = false }
      previous = byte
    }
    if isClean { return self }
    var bytes: [UInt8] = []
    var index = startIndex
    while index < endIndex {
      let byte = self[index]
      index += 1
      if byte == cr || byte == lf {
        if byte == cr, index < endIndex, self[index] == lf { index += 1 }
        bytes += [cr, lf]
      } else {
        bytes.append(byte)
      }
    }
    if bytes.last != lf { bytes += [cr, lf] }
    return bytes[...]
  }
}
