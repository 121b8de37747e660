extension ConfigReading {
  /// The file in canonical form: a value a line, indented by two, without comments. It reads back as
  /// the same tree: the same texts in the same styles, but that lists and maps of brackets become
  /// lines unless they are empty. Empty for an empty file.
  package var canonicalText: String {
    guard let root else { return "" }
    var text = ""
    root.write(into: &text, indentation: 0)
    return text
  }
}

extension ConfigNode {
  /// Writes a value where its first line has been begun up to its column.
  fileprivate func write(into text: inout String, indentation: Int) {
    let margin = String(repeating: " ", count: indentation)
    switch content {
    case .scalar(let scalar):
      text += style == .block ? block(scalar, margin) : written(scalar, record.form) + "\n"
    case .list where !hasChildren: text += "[]\n"
    case .map where !hasChildren: text += "{}\n"
    case .list(let items):
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "" : margin) + "- "
        item.write(into: &text, indentation: indentation + 2)
      }
    case .map(let entries):
      for (index, entry) in entries.enumerated() {
        let value = entry.value
        text += (index == 0 ? "" : margin) + writtenKey(entry) + ":"
        if value.style == .empty {
          text += "\n"
        } else if value.hasChildren {
          text += "\n  " + margin
          value.write(into: &text, indentation: indentation + 2)
        } else {
          text += " "
          value.write(into: &text, indentation: indentation + 2)
        }
      }
    }
  }

  private var hasChildren: Bool { Int(record.next) > index + 1 }
}

private func writtenKey(_ entry: ConfigEntry) -> String {
  let key = entry.key
  // In brackets a key may begin like a marker; in column 1 it may not.
  let isMarker = key.utf8.starts(with: "---".utf8) || key.utf8.starts(with: "...".utf8)
  return written(key, isMarker ? .double : entry.value.record.keyForm)
}

private func written(_ text: String, _ form: Form) -> String {
  form == .plain || form == .empty ? text : quotedScalar(text)
}

/// A text as a literal block with `margin` before each line. What was a block can always be one: it
/// has text, its first line does not begin with a space, and no line is spaces only.
private func block(_ text: String, _ margin: String) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  var header = "|-"
  if lines.last == "" {
    lines.removeLast()
    header = lines.last == "" ? "|+" : "|"
  }
  return lines.reduce(header + "\n") { $0 + ($1.isEmpty ? "" : margin + $1) + "\n" }
}
