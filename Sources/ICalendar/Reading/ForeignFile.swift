/// Tells what a file is that is no calendar, by its first bytes.
enum ForeignFile {
  /// Why it cannot be read and what to do about it; nil for what may be a calendar.
  static func refusal(of bytes: ArraySlice<UInt8>) -> (reason: String, help: String)? {
    if bytes.count > CalendarLimits.bytes {
      return (
        "the file is larger than \(CalendarLimits.bytes >> 20) MiB",
        "export a shorter span of the calendar"
      )
    }
    let start = bytes.drop { $0 <= 0x20 }.prefix(4096)
    if start.isEmpty {
      return ("the file is empty", "download or export the calendar again")
    }
    if start.first == UInt8(ascii: "<") {
      return EscapedText.capitals(start).utf8Contains("<HTML")
        ? (
          "this is a web page and no calendar, perhaps a sign-in page",
          "download the calendar from an address that needs no sign-in, or export it to a file"
        ) : ("this is no calendar but XML or HTML", export)
    }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return ("this text is in UTF-16", "save it in UTF-8, which calendars are in")
    }
    if start.contains(0), !EscapedText.capitals(start).utf8Contains("BEGIN:VCALENDAR") {
      return ("this is no calendar but a binary file", export)
    }
    if !hasComponent(bytes) {
      return ("this is no calendar: it has no `BEGIN:VCALENDAR`", export)
    }
    return nil
  }

  /// What to do where a file is something else.
  static let export = "export the calendar as iCalendar (.ics)"

  /// Whether a calendar, or a part of one, begins anywhere. O(bytes).
  private static func hasComponent(_ bytes: ArraySlice<UInt8>) -> Bool {
    let begin = Array("BEGIN:V".utf8)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let line = bytes[start...].prefix(begin.count)
      if line.elementsEqual(begin, by: { $0 & 0xDF == $1 & 0xDF }) { return true }
      start = (bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex - 1) + 1
    }
    return false
  }
}

extension String {
  fileprivate func utf8Contains(_ text: String) -> Bool {
    let text = Array(text.utf8)
    let bytes = Array(utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: text) }
  }
}
