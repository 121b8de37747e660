package import Diagnostics

extension ConfigReading {
  /// The file as JSON: maps with their keys in order, every scalar a string whatever it looks like,
  /// a missing value the empty string; `null` for an empty file. Ends with a line end.
  ///
  /// The text comes in pieces of some 64 KiB, so that a large file takes no memory twice. Not for a
  /// file with mistakes: its tree is not whole.
  /// - Throws: only what `write` throws.
  package func writeJSON(
    _ layout: JSON.Layout = .pretty, to write: ([UInt8]) throws -> Void
  ) rethrows {
    guard let tree = root?.tree else { return try write(Array("null\n".utf8)) }
    var writer = TreeWriter(tree, layout)
    try writer.writeValue(at: 0, to: write)
    try write(writer.text.bytes + [.newline])
  }
}

/// Copies what stands in the file as it is needed, without making strings of it.
private struct TreeWriter: ~Copyable {
  let records: [ConfigRecord]
  let bytes: [UInt8]
  var text: JSONText

  init(_ tree: ConfigTree, _ layout: JSON.Layout) {
    records = tree.records
    bytes = tree.source.bytes
    text = JSONText(layout)
  }

  /// Writes a subtree, depth first; a tree is at most 64 deep.
  mutating func writeValue(at index: Int, to write: ([UInt8]) throws -> Void) rethrows {
    if text.bytes.count >= 1 << 16 {
      try write(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
    }
    let record = records[index]
    switch record.form {
    case .list, .bracketList:
      text.open("[")
      try writeChildren(of: index, haveKeys: false, to: write)
      text.close("]")
    case .map, .bracketMap:
      text.open("{")
      try writeChildren(of: index, haveKeys: true, to: write)
      text.close("}")
    default:
      if let range = record.form.verbatim(record.range) {
        text.append(utf8: bytes, range)
      } else {
        text.append(decodedText(of: record.form, record.range, in: bytes))
      }
    }
  }

  private mutating func writeChildren(
    of index: Int, haveKeys: Bool, to write: ([UInt8]) throws -> Void
  ) rethrows {
    var child = index + 1
    while child < Int(records[index].next) {
      if haveKeys { writeKey(of: records[child]) }
      try writeValue(at: child, to: write)
      child = Int(records[child].next)
    }
  }

  private mutating func writeKey(of record: ConfigRecord) {
    if let range = record.keyForm.verbatim(record.keyRange) {
      text.key(utf8: bytes, range)
    } else {
      text.key(decodedText(of: record.keyForm, record.keyRange, in: bytes))
    }
  }
}

extension Form {
  /// Where the file has the text of a token at `range` as it is; nil where it must be decoded.
  fileprivate func verbatim(_ range: Range<Int>) -> Range<Int>? {
    switch self {
    case .plain: range
    case .single, .double: range.lowerBound + 1..<range.upperBound - 1
    default: nil
    }
  }
}
