import Dates
internal import Diagnostics
internal import RotaModel

extension Reading {
  /// `ada`, `ada from 2027-01-04`, `ada until 2027-02-14`, or both in this order.
  mutating func span(_ text: Written) -> EngineerSpan? {
    let words = text.words
    guard let name = words.first else {
      report("bad-span", "this names nobody", at: text.place)
      return nil
    }
    let end = words.firstIndex { ["from", "until"].contains($0.text) } ?? words.count
    let fullName = words[..<end].map(\.text).joined(separator: " ")
    if end > 1, isFullName(fullName, at: text.place) { return nil }
    let engineer = engineer(name)
    guard let bounds = spanBounds(words.dropFirst(), of: text) else { return nil }
    let from = bounds.from.map { day($0) }
    let until = bounds.until.map {
      day($0, forever: "leave `until` out for somebody who stays")
    }
    guard let engineer, from != .some(nil), until != .some(nil) else { return nil }
    let span = EngineerSpan(engineer.value, from: from ?? nil, until: until ?? nil, at: text.place)
    if let first = span.from, let last = span.until, last < first, let place = bounds.until?.place {
      report(
        "ends-before-start", "the span ends before it starts", at: place, label: "before \(first)",
        help: ["did you mean `\(name.text) from \(last) until \(first)`?"])
      return nil
    }
    return span
  }

  /// The dates of `from DATE until DATE`, either of which may be missing; nil for other words.
  private mutating func spanBounds(_ words: ArraySlice<Written>, of text: Written)
    -> (from: Written?, until: Written?)?
  {
    var rest = words
    var bounds: (from: Written?, until: Written?) = (nil, nil)
    if rest.first?.text == "from", rest.count > 1 {
      bounds.from = rest[rest.startIndex + 1]
      rest = rest.dropFirst(2)
    }
    if rest.first?.text == "until", rest.count > 1 {
      bounds.until = rest[rest.startIndex + 1]
      rest = rest.dropFirst(2)
    }
    guard let wrong = rest.first else { return bounds }
    let guess = nearest(to: wrong.text, among: ["from", "until"])
    let alone = ["from", "until"].contains(wrong.text)
    report(
      "bad-span",
      alone ? "`\(wrong.text)` needs a date here" : "`\(wrong.text)` is not expected here",
      at: wrong.place,
      help: (alone ? [] : guess.map { ["did you mean `\($0)`?"] } ?? [])
        + ["allowed: `ada`, `ada from 2026-10-01`, `ada until 2026-11-30`, or both, `from` first"])
    return nil
  }

  /// Spans of one engineer count together, so they must not overlap. O(n log n).
  mutating func checkOverlaps(_ spans: [EngineerSpan]) {
    for pair in overlapping(spans, key: \.engineer, days: \.days) {
      guard let place = pair.later.place else { continue }
      report(
        "overlapping-spans", "`\(pair.later.engineer)` stands here twice with overlapping dates",
        at: place, label: "overlaps",
        related: pair.earlier.place.map { [Located("the other entry is here", at: $0)] } ?? [],
        help: ["end the first with `until` the day before the second's `from`"])
    }
  }

  /// `Dora Kim <dora@example.com>`, an address alone, or a name alone.
  mutating func contact(_ text: Written) -> Contact? {
    let bytes = Array(text.text.utf8)
    guard bytes.contains(0x3C) || bytes.contains(0x3E) else {
      if bytes.contains(0x40) {
        return email(text).map { Contact(name: $0, email: $0) }
      }
      return Contact(name: text.text, email: nil)
    }
    guard let open = bytes.firstIndex(of: 0x3C), bytes.last == 0x3E, open > 0 else {
      report(
        "bad-contact", "`\(text.text)` is not a name and an address", at: text.place,
        help: ["write `Dora Kim <dora@example.com>`, or the address alone"])
      return nil
    }
    let name = text.part(0..<open).trimmed.text
    guard let address = email(text.part(open + 1..<bytes.count - 1)) else { return nil }
    return Contact(name: name.isEmpty ? address : name, email: address)
  }

  /// `ada@example.com`: one `@` with something on both sides, and nothing that would break a
  /// calendar's `mailto:`.
  mutating func email(_ text: Written) -> String? {
    let bytes = Array(text.text.utf8)
    let parts = bytes.split(separator: 0x40, omittingEmptySubsequences: false)
    let odd = bytes.contains { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x2C || $0 == 0x3B }
    if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !odd { return text.text }
    report(
      "bad-email", "`\(text.text)` is not an e-mail address", at: text.place,
      help: ["an address is written `ada@example.com`"])
    return nil
  }
}
