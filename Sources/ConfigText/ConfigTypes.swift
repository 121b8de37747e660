package import Diagnostics

// The field decides what its value is: every function takes the value as one type, or adds a
// diagnostic with the fix and gives nil.
extension ConfigNode {
  /// Whether a value was given: not left out, not `null` and not `~`.
  package var isSet: Bool {
    switch record.form {
    case .empty: false
    case .plain: plainType != .null
    default: true
    }
  }

  /// The value of an optional field; nil where it is not set.
  package var ifSet: ConfigNode? { isSet ? self : nil }

  /// Quoted text, a block, or plain text that YAML too calls a string (`no`, `12:30`, `2026-02-01`).
  package func text(_ diagnostics: inout [Diagnostic]) -> String? {
    guard let text = given("text", &diagnostics) else { return nil }
    switch record.form == .plain ? plainType : .text {
    case .number, .wholeNumber, .boolean:
      let kind = plainType == .boolean ? "a boolean" : "a number"
      diagnostics.append(
        mistake(
          "not-text", "\(name) takes text, and `\(text)` is \(kind)", label: "not in quotes",
          help: "write `\"\(text)\"`"))
      return nil
    default: return text
    }
  }

  /// Digits as one writes them, `-?(0|[1-9][0-9]*)`, plain, inside `range`.
  package func wholeNumber(
    in range: ClosedRange<Int>, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let text = given("a whole number", &diagnostics) else { return nil }
    let allowed =
      range.upperBound == .max
      ? "allowed is \(range.lowerBound) or more"
      : "allowed are \(range.lowerBound) to \(range.upperBound)"
    guard record.form == .plain, plainType == .wholeNumber else {
      let fix = wholeNumberMeant(by: text).map { "write `\($0)`" }
      diagnostics.append(
        mistake(
          "not-a-number", "\(name) takes a whole number, not \(shown(text))",
          label: fix == nil ? "not a whole number" : "not written as a whole number",
          help: fix ?? allowed))
      return nil
    }
    // What does not fit in an Int is outside every range.
    guard let number = Int(text), range.contains(number) else {
      diagnostics.append(
        mistake(
          "out-of-range", "\(name) is \(text), which is out of range", label: "out of range",
          help: allowed))
      return nil
    }
    return number
  }

  /// Plain `true` or `false`.
  package func boolean(_ diagnostics: inout [Diagnostic]) -> Bool? {
    guard let text = given("`true` or `false`", &diagnostics) else { return nil }
    if record.form == .plain, text == "true" || text == "false" { return text == "true" }
    let help: String
    if ["true", "false"].contains(text) {
      help = "write `\(text)` without quotes"
    } else {
      help =
        switch text.lowercased() {
        case "yes", "on", "y", "1": "did you mean `true`?"
        case "no", "off", "n", "0": "did you mean `false`?"
        default:
          nearest(to: text, among: ["true", "false"]).map { "did you mean `\($0)`?" }
            ?? "allowed are `true` and `false`"
        }
    }
    diagnostics.append(
      mistake(
        "not-a-boolean", "\(name) takes `true` or `false`, not \(shown(text))",
        label: "not a boolean", help: help))
    return nil
  }

  /// The items of a list.
  package func list(_ diagnostics: inout [Diagnostic]) -> [ConfigNode]? {
    if isList { return items }
    if !isSet {
      diagnostics.append(missing("a list"))
    } else if let scalar {
      diagnostics.append(
        mistake(
          "not-a-list", "\(name) takes a list, not text", label: "not a list",
          help: "write `[\(short(scalar))]`"))
    } else {
      diagnostics.append(
        mistake(
          "not-a-list", "\(name) takes a list, not a map", label: "a map",
          help: "write `[ada]`, or `- ada` on a line of its own"))
    }
    return nil
  }

  /// The entries of a map.
  package func map(_ diagnostics: inout [Diagnostic]) -> [ConfigEntry]? {
    if isMap { return entries }
    if !isSet {
      diagnostics.append(missing("a map"))
    } else if let refusal = record.keyWithoutSpace(in: tree.source) {
      diagnostics.append(refusal.diagnostic(in: tree.source))
    } else {
      let kind = isList ? "a list" : "text"
      diagnostics.append(
        mistake(
          "not-a-map", "\(name) takes a map, not \(kind)", label: "not a map",
          help: "write `key: value` lines below it, indented, or `{ key: value }`"))
    }
    return nil
  }

  // MARK: What is said

  /// The text of a scalar that is set.
  private func given(_ type: String, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let scalar else {
      let kind = isList ? "a list" : "a map"
      diagnostics.append(
        mistake(
          "not-a-scalar", "\(name) takes \(type), not \(kind)", label: kind,
          help: record.keyLength == 0 ? "write one value" : "write `\(key): …` on one line"))
      return nil
    }
    if isSet { return scalar }
    diagnostics.append(missing(type))
    return nil
  }

  private func missing(_ type: String) -> Diagnostic {
    mistake(
      "no-value", "\(name) has no value", label: "\(type) is missing",
      help: record.keyLength == 0
        ? "write a value, or remove the item" : "write a value, or remove the line")
  }

  private func mistake(_ id: String, _ message: String, label: String, help: String?) -> Diagnostic
  {
    Diagnostic(id, message, at: place, label: label, help: help.map { [$0] } ?? [])
  }

  /// The field as messages call it.
  private var name: String {
    record.keyLength == 0 ? "this item" : "`\(key)`"
  }

  private var key: String { short(ConfigEntry(self).key) }

  private func shown(_ text: String) -> String {
    record.form == .block ? "a block of text" : "`\(source(of: record.range))`"
  }

  private func source(of range: Range<Int>) -> String {
    short(String(decoding: tree.source.bytes[range], as: UTF8.self))
  }

  private func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 40 ? text : String(scalars.prefix(40)) + "…"
  }

  private var plainType: CoreType { CoreType(tree.source.bytes[record.range]) }
}

/// The whole number that was written in a way this format does not take: quoted, with a sign, with
/// leading zeros, in another base, with an exponent. Nil where there is none, or it is huge.
private func wholeNumberMeant(by text: String) -> Int? {
  let digits = text.first == "+" ? text.dropFirst() : text[...]
  if digits.first == "0", digits.count > 2 {
    let rest = digits.dropFirst(2)
    switch digits.dropFirst().first {
    case "x": return Int(rest, radix: 16)
    case "o": return Int(rest, radix: 8)
    default: break
    }
  }
  if let number = Int(digits) { return number }
  guard case .number = CoreType(Array(text.utf8)), let number = Double(text) else { return nil }
  return Int(exactly: number)
}
