internal import Diagnostics

// Keys of a map differ, compared as NFC text: canonically equivalent keys look the same.
extension Reader {
  /// Notes every key of a map that stood there before. O(keys).
  mutating func findDuplicates(in map: Int) {
    let first = map + 1
    let end = records.count
    var count = 0
    var child = first
    while child < end {
      count += 1
      child = Int(records[child].next)
    }
    if count < 2 { return }
    if !findDuplicates(from: first, count: count, as: .bytes) {
      _ = findDuplicates(from: first, count: count, as: .strings)
    }
  }

  private enum Comparison {
    /// Fast; only for keys of ASCII that are written as they are.
    case bytes
    /// As strings, whose equality is canonical equivalence.
    case strings
  }

  /// Looks every key up in a table of those before it. False, with nothing noted, where bytes will
  /// not do: a key is escaped or not ASCII, or so many keys fall on one slot that somebody must have
  /// chosen them.
  private mutating func findDuplicates(
    from first: Int, count: Int, as comparison: Comparison
  ) -> Bool {
    let slots = 1 << (Int.bitWidth - (count &* 2 &- 1).leadingZeroBitCount)
    keyTable.removeAll(keepingCapacity: true)
    keyTable.append(contentsOf: repeatElement(0, count: slots))
    var found: [(key: Int, first: Int)] = []
    var key = first
    while key < records.count {
      guard let hash = hash(of: key, as: comparison) else { return false }
      var slot = hash & (slots &- 1)
      var tries = 0
      while keyTable[slot] != 0, !isSame(key, Int(keyTable[slot]), as: comparison) {
        slot = (slot &+ 1) & (slots &- 1)
        tries += 1
        if tries > 64, comparison == .bytes { return false }
      }
      if keyTable[slot] == 0 {
        keyTable[slot] = UInt32(truncatingIfNeeded: key)
      } else {
        found.append((key, Int(keyTable[slot])))
      }
      key = Int(records[key].next)
    }
    for (key, first) in found { noteDuplicate(key, of: first) }
    return true
  }

  private mutating func noteDuplicate(_ key: Int, of first: Int) {
    let name = text(records[key].keyText)
    let places = (key: records[key].keyRange, first: records[first].keyRange)
    let source = source
    duplicates.add(
      Refusal(.duplicateKey, places.key, found: name, related: ("first here", places.first))
        .diagnostic(in: source))
  }

  /// Nil where the key cannot be compared in this way.
  private func hash(of key: Int, as comparison: Comparison) -> Int? {
    if comparison == .strings { return string(key).hashValue }
    let record = records[key]
    if record.keyForm == .singleDoubled || record.keyForm == .doubleEscaped { return nil }
    return bytes.span.hashOfASCII(record.keyText).map { Int(truncatingIfNeeded: $0) }
  }

  private func isSame(_ a: Int, _ b: Int, as comparison: Comparison) -> Bool {
    if comparison == .strings { return string(a) == string(b) }
    let a = records[a].keyText
    let b = records[b].keyText
    if a.count != b.count { return false }
    for offset in 0..<a.count
    where bytes[a.lowerBound &+ offset] != bytes[b.lowerBound &+ offset] { return false }
    return true
  }

  private func string(_ key: Int) -> String {
    decodedText(of: records[key].keyForm, records[key].keyRange, in: bytes)
  }
}

extension ConfigRecord {
  /// The key without its quotes.
  fileprivate var keyText: Range<Int> {
    let quote = keyForm == .plain ? 0 : 1
    return Int(keyStart) &+ quote..<Int(keyStart) &+ Int(keyLength) &- quote
  }
}
