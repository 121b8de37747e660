extension Diagnostic {
  /// That a file holds the marks which git leaves where two sides of a merge differ; nil where it
  /// holds none. O(bytes).
  package static func unsettledMerge(in source: SourceText) -> Diagnostic? {
    let marks = source.mergeMarks
    guard let first = marks.first(where: { $0.byte != UInt8(ascii: "=") }) else { return nil }
    let others = marks.filter { $0.range.lowerBound > first.range.lowerBound }.prefix(2)
    return Diagnostic(
      "merge-conflict", .error,
      "the file holds both sides of a merge: what stands between its marks is not settled",
      at: Place(source, first.range), label: "a mark of the merge",
      related: others.map { Located("another mark", at: Place(source, $0.range)) },
      help: [
        "keep what is right of the two sides, and remove the lines that begin with `<<<<<<<`, "
          + "`=======` and `>>>>>>>`"
      ])
  }
}

extension SourceText {
  fileprivate typealias Mark = (byte: UInt8, range: Range<Int>)

  /// Lines of seven equal signs of four kinds, alone or with a space and a name behind them.
  fileprivate var mergeMarks: [Mark] {
    let length = 7
    let bytes = bytes
    var marks: [Mark] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.span.lineEnd(from: start)
      let byte = bytes[start]
      if "<|=>".utf8.contains(byte), end - start >= length,
        bytes[start..<start + length].allSatisfy({ $0 == byte }),
        end == start + length || [0x20, 0x0D].contains(bytes[start + length])
      {
        marks.append((byte, start..<start + length))
      }
      start = end + 1
    }
    return marks
  }
}
