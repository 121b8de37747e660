/// A length of time (RFC 5545 3.3.6): days are nominal (to the same time on another day), hours,
/// minutes and seconds exact.
struct EventDuration: Sendable, Hashable {
  var days = 0
  var seconds = 0

  /// `P7W`, `P1DT2H`, `PT86400S`, `-PT15M`; nil for anything else and for more than ten thousand
  /// years.
  init?(_ text: some StringProtocol) {
    var bytes = text.utf8.filter { $0 != 0x20 && $0 != 0x09 }[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard bytes.popFirst().map({ $0 & 0xDF }) == UInt8(ascii: "P"), !bytes.isEmpty else {
      return nil
    }
    var isTime = false
    while let byte = bytes.first {
      if byte & 0xDF == UInt8(ascii: "T"), !isTime, bytes.count > 1 {
        isTime = true
        bytes.removeFirst()
        continue
      }
      let digits = bytes.prefix { (0x30...0x39).contains($0) }
      guard (1...12).contains(digits.count), let unit = bytes.dropFirst(digits.count).first else {
        return nil
      }
      let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      switch (isTime, Unicode.Scalar(unit & 0xDF)) {
      case (false, "W"): days += number * 7
      case (false, "D"): days += number
      case (true, "H"): seconds += number * 3600
      case (true, "M"): seconds += number * 60
      case (true, "S"): seconds += number
      default: return nil
      }
      bytes = bytes.dropFirst(digits.count + 1)
    }
    guard days <= 3_652_500, seconds <= 3_652_500 * 86_400 else { return nil }
    if isNegative { (days, seconds) = (-days, -seconds) }
  }

  init(days: Int = 0, seconds: Int = 0) {
    self.days = days
    self.seconds = seconds
  }

  var isNegative: Bool { days < 0 || seconds < 0 }

  /// How many dates a date-only event of this length lasts, at least one.
  var wholeDays: Int { max(1, days + (seconds + 86_399) / 86_400) }

  /// Not less than any instance can last in seconds, clock changes included.
  var longestSeconds: Int { days * 86_400 + seconds + 86_400 }

  /// Whether it keeps to the grammar, which has weeks alone, each unit once, from days to seconds,
  /// and no unit left out between two: `P1W1D` and `PT1H5S` do not.
  static func isByTheGrammar(_ text: String) -> Bool {
    var units = text.uppercased().filter { !("0"..."9").contains($0) }[...]
    if units.first == "-" || units.first == "+" { units.removeFirst() }
    let times = ["H", "HM", "HMS", "M", "MS", "S"].map { "T" + $0 }
    return (["W", "D"] + times + times.map { "D" + $0 }).contains { "P" + $0 == units }
  }
}
