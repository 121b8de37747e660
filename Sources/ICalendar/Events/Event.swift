public import Diagnostics

/// A VEVENT as it stands in a file (RFC 5545 3.6.1); its values are decoded when asked for. It never
/// changes; a class, so that all its occurrences share one.
public final class Event: Sendable {
  public let component: Component
  public let source: SourceText

  init(_ component: Component, in source: SourceText) {
    self.component = component
    self.source = source
  }

  /// Where it starts in the file, which no other event does.
  package var line: Int { component.range.lowerBound }

  /// Its `BEGIN:VEVENT`.
  public var place: Place { source.place(ofLineIn: component.range) }
  /// Where it says when it starts.
  public var startPlace: Place {
    component["DTSTART"].map { source.place(ofLineIn: $0.range) } ?? place
  }

  /// Empty where it has none.
  public var uid: String { component["UID"]?.text ?? "" }
  public var summary: String { component["SUMMARY"]?.text ?? "" }
  public var description: String { component["DESCRIPTION"]?.text ?? "" }
  public var location: String { component["LOCATION"]?.text ?? "" }
  public var categories: [String] { component.all("CATEGORIES").flatMap(\.texts) }
  /// 0 where it has none.
  public var sequence: Int { component["SEQUENCE"].flatMap { Int($0.rawValue) } ?? 0 }

  public var isCancelled: Bool { keyword("STATUS") == "CANCELLED" }
  public var isTransparent: Bool { keyword("TRANSP") == "TRANSPARENT" }
  /// In capitals: `FREE`, `TENTATIVE`, `BUSY`, `OOF`, `WORKINGELSEWHERE`; nil where it has none.
  public var busyStatus: String? { keyword("X-MICROSOFT-CDO-BUSYSTATUS") }

  public var attendees: [Attendee] { component.all("ATTENDEE").map(Attendee.init) }
  public var organizer: Attendee? { component["ORGANIZER"].map(Attendee.init) }

  private func keyword(_ name: String) -> String? {
    component[name].map { EscapedText.capitals($0.rawValue.utf8.filter { $0 != 0x20 }) }
  }
}

/// Somebody who is invited or invites (RFC 5545 3.8.4.1, 3.8.4.3).
public struct Attendee: Sendable, Hashable {
  /// The e-mail address, or the whole URI where it is none.
  public let address: String
  /// The CN; empty where there is none.
  public let name: String
  /// PARTSTAT in capitals: `ACCEPTED`, `DECLINED`; `NEEDS-ACTION` where there is none.
  public let participation: String

  init(_ property: Property) {
    let value = property.rawValue
    let scheme = "MAILTO:"
    let isMail = EscapedText.capitals(value.utf8.prefix(scheme.utf8.count)) == scheme
    address = isMail ? String(value.dropFirst(scheme.count)) : value
    name = property.parameter("CN") ?? ""
    participation =
      property.parameter("PARTSTAT").map { EscapedText.capitals($0.utf8) } ?? "NEEDS-ACTION"
  }
}
