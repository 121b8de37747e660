/// What plain text means to a reader of YAML 1.2's core schema (10.3.2).
enum CoreType {
  case null, boolean, number
  /// A whole number as one writes it: `-?(0|[1-9][0-9]*)`.
  case wholeNumber
  case text

  init(_ text: some BidirectionalCollection<UInt8>) {
    guard let first = text.first else {
      self = .null
      return
    }
    switch first {
    case .plus, .dash, .dot, UInt8(ascii: "0")...UInt8(ascii: "9"):
      self =
        isWholeNumber(text) ? .wholeNumber : isNumber(text) ? .number : .text
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      // All words of the schema but `.inf` and `.nan` are at most five letters.
      switch text.count <= 5 ? String(decoding: text, as: UTF8.self) : "" {
      case "null", "Null", "NULL", "~": self = .null
      case "true", "True", "TRUE", "false", "False", "FALSE": self = .boolean
      default: self = .text
      }
    default: self = .text
    }
  }
}

private func isWholeNumber(_ text: some BidirectionalCollection<UInt8>) -> Bool {
  let digits = text.first == .dash ? text.dropFirst() : text[...]
  guard let first = digits.first, digits.allSatisfy(\.isDigit) else { return false }
  return first != UInt8(ascii: "0") || digits.count == 1
}

/// `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`, `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`,
/// `[-+]?\.(inf|Inf|INF)`, `\.(nan|NaN|NAN)`.
private func isNumber(_ text: some BidirectionalCollection<UInt8>) -> Bool {
  let isSigned = text.first == .plus || text.first == .dash
  var rest = isSigned ? text.dropFirst() : text[...]
  if rest.count == 4, rest.first == .dot {
    let word = String(decoding: rest.dropFirst(), as: UTF8.self)
    if ["inf", "Inf", "INF"].contains(word) { return true }
    if !isSigned, ["nan", "NaN", "NAN"].contains(word) { return true }
  }
  if !isSigned, rest.first == UInt8(ascii: "0"), rest.count > 2 {
    let digits = rest.dropFirst(2)
    switch rest.dropFirst().first {
    case UInt8(ascii: "x"): return digits.allSatisfy { $0.hexValue != nil }
    case UInt8(ascii: "o"):
      return digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "7") ~= $0 }
    default: break
    }
  }
  let whole = rest.prefix(while: \.isDigit).count
  rest = rest.dropFirst(whole)
  var fraction = 0
  if rest.first == .dot {
    fraction = rest.dropFirst().prefix(while: \.isDigit).count
    rest = rest.dropFirst(1 + fraction)
  }
  guard whole > 0 || fraction > 0 else { return false }
  guard let e = rest.first else { return true }
  guard e == UInt8(ascii: "e") || e == UInt8(ascii: "E") else { return false }
  rest = rest.dropFirst()
  if rest.first == .plus || rest.first == .dash { rest = rest.dropFirst() }
  return !rest.isEmpty && rest.allSatisfy(\.isDigit)
}
