package import Diagnostics

/// A VEVENT as it stands in a file (RFC 5545 3.6.1); its values are decoded when asked for. It never
/// changes; a class, so that all its occurrences share one.
package final class Event: Sendable {
  package let component: Component
  package let source: SourceText

  init(_ component: Component, in source: SourceText) {
    self.component = component
    self.source = source
  }

  /// Where it starts in the file, which no other event does.
  package var line: Int { component.range.lowerBound }

  /// Its `BEGIN:VEVENT`.
  package var place: Place { source.place(ofLineIn: component.range) }
  /// Where it says when it starts.
  package var startPlace: Place {
    component["DTSTART"].map { source.place(ofLineIn: $0.range) } ?? place
  }

  /// Empty where it has none.
  package var uid: String { component["UID"]?.text ?? "" }
  package var summary: String { component["SUMMARY"]?.text ?? "" }
  package var description: String { component["DESCRIPTION"]?.text ?? "" }
  package var location: String { component["LOCATION"]?.text ?? "" }
  package var categories: [String] { component.all("CATEGORIES").flatMap(\.texts) }
  /// 0 where it has none.
  package var sequence: Int { component["SEQUENCE"].flatMap { Int($0.rawValue) } ?? 0 }

  package var isCancelled: Bool { keyword("STATUS") == "CANCELLED" }
  package var isTransparent: Bool { keyword("TRANSP") == "TRANSPARENT" }
  /// In capitals: `FREE`, `TENTATIVE`, `BUSY`, `OOF`, `WORKINGELSEWHERE`; nil where it has none.
  package var busyStatus: String? { keyword("X-MICROSOFT-CDO-BUSYSTATUS") }

  package var attendees: [Attendee] { component.all("ATTENDEE").map(Attendee.init) }
  package var organizer: Attendee? { component["ORGANIZER"].map(Attendee.init) }

  private func keyword(_ name: String) -> String? {
    component[name].map { EscapedText.capitals($0.rawValue.utf8.filter { $0 != 0x20 }) }
  }
}

/// Somebody who is invited or invites (RFC 5545 3.8.4.1, 3.8.4.3).
package struct Attendee: Sendable, Hashable {
  /// The e-mail address, or the whole URI where it is none.
  package let address: String
  /// The CN; empty where there is none.
  package let name: String
  /// PARTSTAT in capitals: `ACCEPTED`, `DECLINED`; `NEEDS-ACTION` where there is none.
  package let participation: String

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
