// Keys of a map differ, compared as NFC text: canonically equivalent keys look the same.
extension Reader {
  /// Notes every key of a map that stood there before. O(keys).
  mutating func findDuplicates(in map: Int) {
    var keys: [Int] = []
    var child = map + 1
    let end = records.count
    var areAllASCII = true
    while child < end {
      keys.append(child)
      if areAllASCII { areAllASCII = isPlainASCII(records[child]) }
      child = Int(records[child].next)
    }
    if keys.count < 2 { return }
    if areAllASCII, keys.count <= 8 {
      for (position, key) in keys.enumerated() {
        let first = keys[..<position].first {
          isSameText(records[$0].keyText, records[key].keyText)
        }
        if let first { noteDuplicate(key, of: first) }
      }
      return
    }
    var seen: [String: Int] = [:]
    for key in keys {
      let text = decodedText(of: records[key].keyForm, records[key].keyRange, in: bytes)
      if let first = seen[text] {
        noteDuplicate(key, of: first)
      } else {
        seen[text] = key
      }
    }
  }

  private mutating func noteDuplicate(_ key: Int, of first: Int) {
    duplicates.append(
      Refusal(
        .duplicateKey, records[key].keyRange, found: text(records[key].keyText),
        related: ("first here", records[first].keyRange)))
  }

  private func isPlainASCII(_ record: ConfigRecord) -> Bool {
    switch record.keyForm {
    case .plain, .single, .double: !bytes[record.keyRange].contains { $0 >= 0x80 }
    default: false
    }
  }

  private func isSameText(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && bytes[a].elementsEqual(bytes[b])
  }
}

extension ConfigRecord {
  /// The key without its quotes.
  fileprivate var keyText: Range<Int> {
    keyForm == .plain ? keyRange : keyRange.dropFirst().dropLast()
  }
}
