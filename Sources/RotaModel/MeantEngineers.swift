internal import Diagnostics

extension Team {
  /// The engineers that a word of a command line may mean, whatever its case and accents: by id,
  /// else by full name, else by alias, else by a first name or surname. None fits: none; more than
  /// one at the first step that fits: all of them, in the file's order. O(engineers).
  package func engineers(meantBy text: String) -> [Engineer] {
    if let exact = engineer(EngineerID(text)) { return [exact] }
    let words = Words(text).words
    guard !words.isEmpty else { return [] }
    let steps: [(Engineer) -> Bool] = [
      { Words($0.id.text).words == words },
      { Words($0.name).words == words },
      { $0.aliases.contains { Words($0.value).words == words } },
      { $0.shortNames.contains(words) },
    ]
    for step in steps {
      let meant = engineers.filter(step)
      if !meant.isEmpty { return meant }
    }
    return []
  }
}

extension Engineer {
  /// The first name and the surnames, of which one may have several words, as `Words` gives them.
  package var shortNames: [[String]] {
    let name = Words(name).words
    return name.indices.map { $0 == 0 ? [name[0]] : Array(name[$0...]) }
  }
}
