import Dates

/// Reads compiled zone files: TZif version 2 and later (RFC 9636).
///
/// Every count in the file is checked against its length before it is used.
struct ZoneFile {
  /// What is wrong with a file that is no zone file.
  struct Malformed: Error {
    let reason: String
  }

  private let bytes: [UInt8]
  private var position = 0

  static func zone(named name: String, bytes: [UInt8]) throws(Malformed) -> Zone {
    var file = ZoneFile(bytes: bytes)
    return try file.zone(named: name)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private struct Header {
    let utIndicators, standardIndicators, leapSeconds, times, types, characters: Int

    /// The size of the data after the header, whose times take `width` bytes.
    func size(width: Int) -> Int {
      times * (width + 1) + types * 6 + characters + leapSeconds * (width + 4)
        + standardIndicators + utIndicators
    }
  }

  private mutating func zone(named name: String) throws(Malformed) -> Zone {
    // The first block has 32-bit times for readers of version 1.
    try skip(try header().size(width: 4))
    let header = try header()
    let end = position + header.size(width: 8)
    guard end <= bytes.count else { throw Malformed(reason: "it ends too early") }

    let times = (0..<header.times).map { Int(integer(at: position + $0 * 8, width: 8)) }
    let typeIndices = bytes[(position + header.times * 8)...].prefix(header.times).map(Int.init)
    let typesStart = position + header.times * 9
    let names = bytes[(typesStart + header.types * 6)...].prefix(header.characters)
    let offsets = (0..<header.types).map { index in
      let start = typesStart + index * 6
      let nameStart = names.startIndex + min(Int(bytes[start + 5]), names.count)
      return Zone.Offset(
        seconds: integer(at: start, width: 4), isDaylight: bytes[start + 4] != 0,
        abbreviation: String(decoding: names[nameStart...].prefix { $0 != 0 }, as: UTF8.self))
    }

    guard let initial = offsets.first, typeIndices.allSatisfy(offsets.indices.contains) else {
      throw Malformed(reason: "a change of its clocks has no offset")
    }
    guard zip(times, times.dropFirst()).allSatisfy(<) else {
      throw Malformed(reason: "the changes of its clocks are not in order")
    }
    // A day and more from UTC, or times beyond any calendar, would break our own arithmetic.
    guard times.allSatisfy({ $0 < 1 << 40 }) else {
      throw Malformed(reason: "a change of its clocks is too far in the future")
    }
    guard offsets.allSatisfy({ abs($0.seconds) < 93_600 }) else {
      throw Malformed(reason: "an offset of more than 26 hours")
    }
    let changes = zip(times, typeIndices).map { time, type in
      (instant: Instant(secondsSince1970: time), offset: offsets[type])
    }
    // Some files start with a change at the big bang; no calendar reaches before the year 1.
    let readable = changes.filter { $0.instant > ZoneFile.yearOne }
    let before = changes.count - readable.count
    return Zone(
      name: name, initial: before == 0 ? initial : changes[before - 1].offset,
      changes: readable, tail: try footer(at: end))
  }

  private static let yearOne = Instant(utc: LocalDateTime(Day(validYear: 1, month: 1, day: 1)))

  private func footer(at start: Int) throws(Malformed) -> Zone.Tail? {
    let newline = UInt8(ascii: "\n")
    guard start < bytes.count, bytes[start] == newline,
      let end = bytes[(start + 1)...].firstIndex(of: newline)
    else { throw Malformed(reason: "its footer is missing") }
    let text = bytes[(start + 1)..<end]
    if text.isEmpty { return nil }
    guard let tail = POSIXZone.parse(Array(text)) else {
      throw Malformed(reason: "its footer is no zone rule")
    }
    return tail
  }

  private mutating func header() throws(Malformed) -> Header {
    let start = position
    try skip(44)
    guard bytes[start..<(start + 4)].elementsEqual("TZif".utf8) else {
      throw Malformed(reason: "it does not start with TZif")
    }
    guard bytes[start + 4] >= UInt8(ascii: "2") else {
      throw Malformed(reason: "it is of version 1")
    }
    let counts = (0..<6).map { integer(at: start + 20 + $0 * 4, width: 4) }
    guard counts.allSatisfy({ $0 >= 0 }) else { throw Malformed(reason: "a count is negative") }
    return Header(
      utIndicators: counts[0], standardIndicators: counts[1], leapSeconds: counts[2],
      times: counts[3], types: counts[4], characters: counts[5])
  }

  private mutating func skip(_ count: Int) throws(Malformed) {
    guard count <= bytes.count - position else { throw Malformed(reason: "it ends too early") }
    position += count
  }

  /// A big-endian two's complement integer.
  private func integer(at start: Int, width: Int) -> Int {
    var value = Int(Int8(bitPattern: bytes[start]))
    for byte in bytes[(start + 1)..<(start + width)] { value = value << 8 | Int(byte) }
    return value
  }
}
