import Dates
internal import Diagnostics
internal import ICalendar
internal import RotaModel

/// An event of a calendar file that is in the folder already.
struct EarlierEvent {
  /// As it stands in the file.
  let uid: String
  /// nil for an event that somebody else put there.
  let parts: EventUID?
  let component: Component
  /// Its bytes in the file.
  let bytes: ArraySlice<UInt8>

  var sequence: Int { component["SEQUENCE"].flatMap { Int($0.rawValue) } ?? 0 }
  var isCancelled: Bool { component["STATUS"]?.rawValue.uppercased() == "CANCELLED" }

  /// The dates it touches as it is written, in whatever zone: that of its start to that of its
  /// end, a DATE's end excluded. nil where it has no start.
  var dates: Range<Day>? {
    guard let start = component["DTSTART"].flatMap({ Day(basic: $0.rawValue) }) else { return nil }
    guard let property = component["DTEND"], let end = Day(basic: property.rawValue) else {
      return start..<start + 1
    }
    let isDate = property.rawValue.utf8.count == 8
    return start..<max(start + 1, isDate ? end : end + 1)
  }

  /// The date of its end; nil where it has none.
  var end: Day? {
    (component["DTEND"] ?? component["DTSTART"]).flatMap { Day(basic: $0.rawValue) }
  }

  /// What it says, without what tells its versions apart.
  var content: Component { component.withoutStamp }
}

extension Component {
  var withoutStamp: Component {
    Component(
      name, properties: properties.filter { !EventStamp.names.contains($0.name) },
      components: components)
  }
}

/// A calendar file that is in the folder already.
struct EarlierCalendar {
  let name: String
  /// In the order of the file, our own only once each.
  let events: [EarlierEvent]
  /// The VTIMEZONEs as they are written, by their TZID.
  let zones: [String: ArraySlice<UInt8>]
  /// What these say, likewise.
  let clocks: [String: Zone]

  /// Whether any of its events is of a team's calendars.
  var isOurs: Bool { events.contains { $0.parts != nil } }

  /// - Throws: what is wrong with the file, if anything is: half-read, it would lose events.
  init(_ source: SourceText) throws(Unreadable) {
    let reading = readCalendar(source)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Unreadable(diagnostics: errors.map(\.inTheWay)) }
    name = reading.calendars.first?["NAME"]?.text ?? ""
    var events: [EarlierEvent] = []
    var indices: [String: Int] = [:]
    var zones: [String: ArraySlice<UInt8>] = [:]
    var clocks: [String: Zone] = [:]
    for component in reading.calendars.flatMap(\.components) {
      let bytes = source.bytes[component.range]
      switch component.name {
      case "VTIMEZONE":
        let name = component["TZID"]?.text ?? ""
        zones[name] = bytes
        clocks[name] = component.writtenZone
      case "VEVENT":
        let uid = component["UID"]?.text ?? ""
        let event = EarlierEvent(
          uid: uid, parts: EventUID(uid), component: component, bytes: bytes)
        if event.parts == nil {
          events.append(event)
        } else if let index = indices[uid] {
          if event.sequence >= events[index].sequence { events[index] = event }
        } else {
          indices[uid] = events.count
          events.append(event)
        }
      default: break
      }
    }
    self.events = events
    self.zones = zones
    self.clocks = clocks
  }

  struct Unreadable: Error {
    let diagnostics: [Diagnostic]
  }
}

extension Diagnostic {
  /// The same mistake in a file that was to be written.
  fileprivate var inTheWay: Diagnostic {
    Diagnostic(
      id, severity, message, at: place, label: label, related: related,
      help: ["delete the file to have it written anew, or put back the last one that was whole"])
  }
}

extension Day {
  /// Of `20270104` and whatever follows it.
  init?(basic text: String) {
    let digits = Array(text.utf8.prefix(8))
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    self.init(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }
}
