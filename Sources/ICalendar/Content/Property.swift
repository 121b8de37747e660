/// A property: one content line (RFC 5545 3.1), unfolded but otherwise as it stands in the file.
///
/// Parameters and value are decoded when they are asked for. Of a calendar that is read most
/// never are, so a property costs two short strings.
public struct Property: Sendable, Hashable {
  /// In capitals: `DTSTART`.
  public let name: String
  /// Everything between the name and the colon: `;VALUE=DATE`, or empty.
  let parameterText: String
  /// Everything after the colon, with its escapes.
  public let rawValue: String
  /// Where it was read: its bytes in the file, folds and last line end included. Files end at 32
  /// MiB, so 32 bits hold it, which halves what a file of short lines costs.
  private let start: UInt32
  private let end: UInt32

  /// A property as it goes into a file; `rawValue` is escaped already where its type wants it.
  public init(_ name: String, _ parameters: [Parameter] = [], rawValue: String) {
    self.init(
      name: name, parameterText: parameters.map(\.text).joined(), rawValue: rawValue, range: 0..<0)
  }

  init(name: String, parameterText: String, rawValue: String, range: Range<Int>) {
    self.name = name
    self.parameterText = parameterText
    self.rawValue = rawValue
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// The bytes of the file it was read from; empty where it was made by the program.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Properties are equal that say the same; where they were read does not count.
  public static func == (a: Property, b: Property) -> Bool {
    a.name == b.name && a.rawValue == b.rawValue && a.parameterText == b.parameterText
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(parameterText)
    hasher.combine(rawValue)
  }
}

extension Property {
  /// A TEXT value (RFC 5545 3.3.11), escaped.
  public static func text(_ name: String, _ text: String, _ parameters: [Parameter] = [])
    -> Property
  {
    Property(name, parameters, rawValue: EscapedText.escape(text))
  }

  /// Several TEXT values in one property, such as CATEGORIES.
  public static func texts(_ name: String, _ texts: [String]) -> Property {
    Property(name, rawValue: texts.map(EscapedText.escape).joined(separator: ","))
  }

  /// A URI (RFC 5545 3.3.13), which is not escaped; what could end the line is removed.
  public static func uri(_ name: String, _ uri: String, _ parameters: [Parameter] = []) -> Property
  {
    Property(name, parameters, rawValue: EscapedText.removingControls(uri))
  }

  public static func integer(_ name: String, _ value: Int) -> Property {
    Property(name, rawValue: String(value))
  }

  /// `DTSTART;VALUE=DATE:20270104`.
  public static func date(_ name: String, _ date: DateOnly) -> Property {
    Property(name, [Parameter("VALUE", "DATE")], rawValue: date.basicFormat)
  }

  /// `DTSTART;TZID=Europe/Berlin:20270104T090000`; the zone's VTIMEZONE belongs into the file.
  public static func local(_ name: String, _ local: LocalDateTime, zone: String) -> Property {
    Property(name, [Parameter("TZID", zone)], rawValue: local.basicFormat)
  }

  /// `DTSTAMP:20270104T080000Z`.
  public static func utc(_ name: String, _ instant: Instant) -> Property {
    Property(name, rawValue: instant.basicFormat)
  }
}
