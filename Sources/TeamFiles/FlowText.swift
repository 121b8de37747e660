internal import Diagnostics
internal import RotaModel

/// A value as it is written on one line of a file: `{ at: Tuesday 14:00, for: 90 minutes }`.
func flow(_ value: JSON) -> String {
  switch value {
  case .null: "null"
  case .bool(let value): value ? "true" : "false"
  case .number(let value): String(value)
  case .string(let text): scalarText(text)
  case .array(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
  case .object(let members):
    "{ " + members.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + " }"
  }
}

/// A text as it may stand anywhere in a file, also inside brackets: plain where every reader of
/// YAML takes it for a text and nothing in it has a meaning to the format, else in double quotes.
func scalarText(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

/// A text in double quotes, with escapes where they are needed.
func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default:
      if isRefused(scalar) {
        quoted += "\\U" + String(repeating: "0", count: 8 - hex(scalar).count) + hex(scalar)
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
  }
  return quoted + "\""
}

private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }

/// Whether a file may not hold a scalar as it is.
private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
  default: false
  }
}

/// Deliberately narrower than the format: letters of any script, digits where they make no number,
/// and what dates, times, addresses, links and names need.
func isPlain(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.first, let last = scalars.last, last != " ", last != ":" else {
    return false
  }
  guard first.properties.isAlphabetic || isDateLike(text) else { return false }
  let words = ["null", "true", "false"]
  guard !words.contains(text.lowercased()) else { return false }
  return scalars.indices.allSatisfy { index in
    switch scalars[index] {
    case " ", ":":
      index + 1 < scalars.count && scalars[index + 1] != " " && scalars[index + 1] != "#"
    case "-", ".", "/", "+", "<", ">", "@", "%", "_", "(", ")", "'", ";", "0"..."9": true
    default: scalars[index].properties.isAlphabetic
    }
  }
}

/// Dates, ranges, weeks and durations begin with digits and are texts all the same.
private func isDateLike(_ text: String) -> Bool {
  guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
  return text.utf8.contains(0x20) || text.utf8.contains(0x25) || Day(text) != nil
    || text.utf8.contains(0x57)
}
