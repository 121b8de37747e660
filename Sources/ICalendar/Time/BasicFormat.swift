import Dates

extension Day {
  /// `20270104` (RFC 5545 3.3.4).
  package var basicFormat: String {
    BasicFormat.string { $0.append(self) }
  }
}

extension LocalDateTime {
  /// `20270104T090000` (RFC 5545 3.3.5).
  package var basicFormat: String {
    BasicFormat.string { $0.append(self) }
  }
}

extension Instant {
  /// `20270104T080000Z` (RFC 5545 3.3.5).
  package var basicFormat: String {
    BasicFormat.string {
      $0.append(utc)
      $0.append(UInt8(ascii: "Z"))
    }
  }
}

/// Dates as digits without separators. A calendar is half made of them, so that they are written
/// digit by digit and not put together from strings.
private struct BasicFormat {
  private var bytes: [UInt8] = []

  static func string(_ write: (inout BasicFormat) -> Void) -> String {
    var format = BasicFormat()
    format.bytes.reserveCapacity(16)
    write(&format)
    return String(decoding: format.bytes, as: UTF8.self)
  }

  mutating func append(_ date: Day) {
    let (anyYear, month, day) = date.civil
    // The format has no others: times near its edges, moved between zones, stay within them.
    let year = min(max(anyYear, 0), 9999)
    append(twoDigits: year / 100)
    append(twoDigits: year % 100)
    append(twoDigits: month)
    append(twoDigits: day)
  }

  mutating func append(_ local: LocalDateTime) {
    let (date, second) = (local.date, local.secondOfDay)
    append(date)
    append(UInt8(ascii: "T"))
    append(twoDigits: second / 3600)
    append(twoDigits: second / 60 % 60)
    append(twoDigits: second % 60)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  private mutating func append(twoDigits number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
