internal import RotaModel

/// Finds the engineers that a text names: by their full name, their e-mail address or their id,
/// each as whole words.
struct EngineerNames {
  /// Whom a text names.
  struct Found: Equatable {
    /// In the order of the team file.
    var engineers: [EngineerID] = []
    /// Those whom the same name fits, where nothing else says who of them is meant.
    var ambiguous: [EngineerID] = []
  }

  private struct Name {
    let words: [String]
    let engineer: Int
  }

  private let engineers: [EngineerID]
  /// By their first word, the longest first.
  private let names: [String: [Name]]
  private let ids: [String: Int]
  private let addresses: [String: [Int]]

  init(_ team: Team) {
    engineers = team.engineers.map(\.id)
    var names: [String: [Name]] = [:]
    var ids: [String: Int] = [:]
    var addresses: [String: [Int]] = [:]
    for (index, engineer) in team.engineers.enumerated() {
      ids[engineer.id.text] = index
      if let email = engineer.email { addresses[email.lowercased(), default: []].append(index) }
      // A name that only repeats the id is found as such.
      let words = Words(engineer.name).words
      if let first = words.first, engineer.name != engineer.id.text {
        names[first, default: []].append(Name(words: words, engineer: index))
      }
    }
    self.names = names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.ids = ids
    self.addresses = addresses
  }

  /// O(words of the texts).
  func engineers(namedIn texts: [String]) -> Found {
    var certain: Set<Int> = []
    var uncertain: Set<Set<Int>> = []
    func add(_ found: Set<Int>) {
      if found.count == 1 { certain.formUnion(found) } else { uncertain.insert(found) }
    }
    for text in texts {
      for token in tokens(of: text) {
        if let id = ids[String(token)] { add([id]) }
        if let owners = addresses[token.lowercased()] { add(Set(owners)) }
      }
      for found in fullNames(in: Words(text).words) { add(found) }
    }
    // A name that fits two is settled where an address or id says who of them it is.
    let open = uncertain.filter { $0.isDisjoint(with: certain) }
    return Found(
      engineers: certain.sorted().map { engineers[$0] },
      ambiguous: Set(open.joined()).sorted().map { engineers[$0] })
  }

  /// The only engineer whose first name, or id in any case, is a word of the text; nil where there
  /// is none or more than one.
  func engineer(byFirstNameIn text: String) -> EngineerID? {
    let words = Set(Words(text).words)
    var found: Set<Int> = []
    for (first, names) in names where words.contains(first) {
      found.formUnion(names.map(\.engineer))
    }
    for (id, engineer) in ids where words.contains(id) { found.insert(engineer) }
    return found.count == 1 ? found.first.map { engineers[$0] } : nil
  }

  /// Whether the text is the engineer's name or address, alone.
  func means(_ engineer: EngineerID, _ text: String) -> Bool {
    engineers(namedIn: [text]).engineers == [engineer]
  }

  /// For each stretch of words that is a full name, whose it is. Of overlapping names the first,
  /// then the longest counts: `Ada Lee Wong` is not `Ada Lee`.
  private func fullNames(in words: [String]) -> [Set<Int>] {
    var found: [Set<Int>] = []
    var index = 0
    while index < words.count {
      let fitting = (names[words[index]] ?? []).filter {
        words[index...].starts(with: $0.words)
      }
      guard let longest = fitting.first?.words.count else {
        index += 1
        continue
      }
      found.append(Set(fitting.filter { $0.words.count == longest }.map(\.engineer)))
      index += longest
    }
    return found
  }
}
