internal import Calendars

/// A cell `NAME (NAME on DATE, NAME on RANGE)`: the holder of a shift and who stands in.
struct CoversInCell {
  struct Cover {
    let name: String
    let days: DateCell
  }

  let holder: String
  let covers: [Cover]

  /// nil for any other text. O(length).
  init?(_ text: String) {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let parts = text[text.index(after: open)...].dropLast().split(separator: ",")
    var covers: [Cover] = []
    for part in parts {
      guard let on = part.firstRange(of: " on ") else { return nil }
      let days = DateCell(Array(String(part[on.upperBound...]).trimmingSpaces.utf8)[...])
      guard days.isReadable else { return nil }
      covers.append(
        Cover(name: String(part[..<on.lowerBound]).trimmingSpaces, days: days))
    }
    guard !covers.isEmpty else { return nil }
    holder = String(text[..<open]).trimmingSpaces
    self.covers = covers
  }

  /// The text without covers.
  static func holder(of text: String) -> String {
    text.utf8.last == UInt8(ascii: ")") ? CoversInCell(text)?.holder ?? text : text
  }
}
