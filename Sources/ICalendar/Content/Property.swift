package import Dates

/// A property: one content line (RFC 5545 3.1), unfolded but otherwise as it stands in the file.
///
/// Parameters and value are decoded when they are asked for: of a calendar that is read most never
/// are. So a property is two strings and a place, and a file of short lines stays small.
package struct Property: Sendable, Hashable {
  /// The name, in capitals, and the parameters: `DTSTART;VALUE=DATE`.
  let head: String
  /// Everything after the colon, with its escapes.
  package let rawValue: String
  /// Where it was read. Files end at 32 MiB, so that 32 bits hold it.
  private let start: UInt32
  private let end: UInt32

  /// A property as it goes into a file; `rawValue` is escaped already where its type wants it.
  package init(_ name: String, _ parameters: [Parameter] = [], rawValue: String) {
    self.init(
      head: parameters.reduce(into: name) { $0 += $1.text }, rawValue: rawValue, range: 0..<0)
  }

  init(head: String, rawValue: String, range: Range<Int>) {
    self.head = head
    self.rawValue = rawValue
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// In capitals: `DTSTART`.
  package var name: String {
    guard let semicolon = head.utf8.firstIndex(of: UInt8(ascii: ";")) else { return head }
    return String(head[..<semicolon])
  }

  /// Whether that is its name, which is in capitals.
  package func isNamed(_ name: String) -> Bool {
    let bytes = head.utf8
    let length = name.utf8.count
    if bytes.count == length { return head == name }
    return bytes.count > length
      && bytes[bytes.index(bytes.startIndex, offsetBy: length)] == UInt8(ascii: ";")
      && head.hasPrefix(name)
  }

  /// The bytes of the file it was read from, folds and last line end included; empty where it was
  /// made by the program.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// Properties are equal that say the same; where they were read does not count.
  package static func == (a: Property, b: Property) -> Bool {
    a.head == b.head && a.rawValue == b.rawValue
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(head)
    hasher.combine(rawValue)
  }
}

extension Property {
  /// A TEXT value (RFC 5545 3.3.11), escaped.
  package static func text(_ name: String, _ text: String, _ parameters: [Parameter] = [])
    -> Property
  {
    Property(name, parameters, rawValue: EscapedText.escape(text))
  }

  /// Several TEXT values in one property, such as CATEGORIES.
  package static func texts(_ name: String, _ texts: [String]) -> Property {
    Property(name, rawValue: texts.map(EscapedText.escape).joined(separator: ","))
  }

  /// A URI (RFC 5545 3.3.13), which is not escaped; what could end the line is removed.
  package static func uri(_ name: String, _ uri: String, _ parameters: [Parameter] = []) -> Property
  {
    Property(name, parameters, rawValue: EscapedText.removingControls(uri))
  }

  package static func integer(_ name: String, _ value: Int) -> Property {
    Property(name, rawValue: String(value))
  }

  /// `DTSTART;VALUE=DATE:20270104`.
  package static func date(_ name: String, _ date: Day) -> Property {
    Property(name, [Parameter("VALUE", "DATE")], rawValue: date.basicFormat)
  }

  /// `DTSTART;TZID=Europe/Berlin:20270104T090000`; the zone's VTIMEZONE belongs into the file.
  package static func local(_ name: String, _ local: LocalDateTime, zone: String) -> Property {
    Property(name, [Parameter("TZID", zone)], rawValue: local.basicFormat)
  }

  /// `DTSTAMP:20270104T080000Z`.
  package static func utc(_ name: String, _ instant: Instant) -> Property {
    Property(name, rawValue: instant.basicFormat)
  }
}
