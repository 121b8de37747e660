extension Team {
  /// The engineers that a word of a command line may mean, whatever its case and accents: by id,
  /// else by full name, else by a first name or surname. None fits: none; more than one at the
  /// first step that fits: all of them, in the file's order. O(engineers).
  package func engineers(meantBy text: String) -> [Engineer] {
    if let exact = engineer(EngineerID(text)) { return [exact] }
    let words = Words(text).words
    guard !words.isEmpty else { return [] }
    let steps: [(Engineer) -> Bool] = [
      { Words($0.id.text).words == words },
      { Words($0.name).words == words },
      { engineer in
        let name = Words(engineer.name).words
        return name.first.map { [$0] } == words || name.dropFirst().ends(with: words)
      },
    ]
    for step in steps {
      let meant = engineers.filter(step)
      if !meant.isEmpty { return meant }
    }
    return []
  }
}

extension Collection where Self: BidirectionalCollection, Element == String {
  /// Whether the last elements are these: a surname may have several words.
  fileprivate func ends(with words: [String]) -> Bool { suffix(words.count).elementsEqual(words) }
}
