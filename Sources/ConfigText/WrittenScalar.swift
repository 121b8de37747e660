internal import Diagnostics

/// A text as a file may hold it anywhere, also inside brackets: plain where that is read as this very
/// text, by Rota and by every reader of YAML, else in quotes. O(length).
package func writtenScalar(_ text: String) -> String {
  let items = readConfig(SourceText(path: "", text: "[\(text)]")).root?.items ?? []
  guard items.count == 1, let item = items.first, item.style == .plain,
    item.scalar?.utf8.elementsEqual(text.utf8) ?? false, case .text = CoreType(Array(text.utf8))
  else { return quotedScalar(text) }
  return text
}

/// A text in quotes, in single ones where they are preferred and will do, or make it shorter; the
/// same text for every reader of YAML. O(length).
package func quotedScalar(_ text: String, prefersSingle: Bool = false) -> String {
  var double = "\""
  var single: String? = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\":
      double += "\\"
      double.unicodeScalars.append(scalar)
      single?.unicodeScalars.append(scalar)
    case "'":
      double += "'"
      single? += "''"
    default:
      if let escape = escape(for: scalar) {
        double += escape
        single = nil
      } else {
        double.unicodeScalars.append(scalar)
        single?.unicodeScalars.append(scalar)
      }
    }
  }
  if let single, prefersSingle || single.unicodeScalars.count < double.unicodeScalars.count {
    return single + "'"
  }
  return double + "\""
}

/// The shortest escape of a scalar that no file may hold, nil for all others.
private func escape(for scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x08: return "\\b"
  case 0x0A: return "\\n"
  case 0x0C: return "\\f"
  case 0x0D: return "\\r"
  case 0x09: return nil
  case ..<0x20, 0x7F..<0xA0: return "\\x" + hex(scalar, 2)
  case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069:
    return "\\u" + hex(scalar, 4)
  default: return nil
  }
}

private func hex(_ scalar: Unicode.Scalar, _ digits: Int) -> String {
  let text = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: digits - text.count) + text
}
