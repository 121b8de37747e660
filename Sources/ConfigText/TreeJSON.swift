public import Diagnostics

extension ConfigReading {
  /// The file as JSON: maps with their keys in order, every scalar a string whatever it looks like,
  /// a missing value the empty string; `null` for an empty file. Ends with a line end.
  ///
  /// The text comes in pieces of some 64 KiB, so that a large file takes no memory twice. Not for a
  /// file with mistakes: its tree is not whole.
  /// - Throws: only what `write` throws.
  public func writeJSON(
    _ layout: JSON.Layout = .pretty, to write: ([UInt8]) throws -> Void
  ) rethrows {
    var text = JSONText(layout)
    if let root {
      try root.writeJSON(into: &text, to: write)
    } else {
      text.append(.null)
    }
    text.bytes.append(.newline)
    try write(text.bytes)
  }
}

extension ConfigNode {
  fileprivate func writeJSON(
    into text: inout JSONText, to write: ([UInt8]) throws -> Void
  ) rethrows {
    if text.bytes.count >= 1 << 16 {
      try write(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
    }
    if let scalar {
      text.append(scalar)
      return
    }
    text.open(isMap ? "{" : "[")
    var child = index + 1
    while child < Int(record.next) {
      let value = ConfigNode(tree: tree, index: child)
      if isMap { text.key(ConfigEntry(value).key) }
      try value.writeJSON(into: &text, to: write)
      child = Int(value.record.next)
    }
    text.close(isMap ? "}" : "]")
  }
}
