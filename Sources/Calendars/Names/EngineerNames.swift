internal import Diagnostics
package import RotaModel

/// Finds the engineers that a text names: by full name, alias or e-mail address, whatever the case
/// and accents, also as `Family, Given`, and never inside a longer name.
package struct EngineerNames {
  /// Whom a text names.
  struct Found: Equatable {
    /// In the order of the team file.
    var engineers: [EngineerID] = []
    /// Those whom the same name fits.
    var ambiguous: [EngineerID] = []

    var isEmpty: Bool { engineers.isEmpty && ambiguous.isEmpty }
  }

  private struct Name {
    let spelling: NameSpelling
    let engineer: Int
  }

  private let engineers: [EngineerID]
  /// By their first word, the longest first.
  private let names: [String: [Name]]
  private let addresses: [String: [Int]]
  private let ids: [String: Int]
  /// The most `-` of an id, and one more.
  private let idPieces: Int
  /// Engineers by a first name or surname.
  private let shortNames: [[String]: [Int]]

  package init(_ team: Team) {
    engineers = team.engineers.map(\.id)
    var names: [String: [Name]] = [:]
    var addresses: [String: [Int]] = [:]
    var ids: [String: Int] = [:]
    var shortNames: [[String]: [Int]] = [:]
    for (index, engineer) in team.engineers.enumerated() {
      ids[engineer.id.text] = index
      if let email = engineer.email { addresses[email.lowercased(), default: []].append(index) }
      for spelling in engineer.spellings {
        names[spelling.words[0], default: []].append(Name(spelling: spelling, engineer: index))
      }
      for name in engineer.shortNames { shortNames[name, default: []].append(index) }
    }
    self.names = names.mapValues {
      $0.sorted { $0.spelling.words.count > $1.spelling.words.count }
    }
    self.addresses = addresses
    self.ids = ids
    idPieces = ids.keys.map { $0.utf8.count { $0 == UInt8(ascii: "-") } + 1 }.max() ?? 0
    self.shortNames = shortNames
  }

  /// O(words of the texts).
  func engineers(namedIn texts: [String]) -> Found {
    sorted(Set(texts.flatMap { engineers(namedIn: $0) }))
  }

  /// As `engineers(namedIn:)`, and an id where it is a whole part of the title.
  func engineers(namedInTitle title: String) -> Found {
    let ids = TitleParts(title).meanings(ofAtMost: idPieces) { self.ids[$0.lowercased()] }
    return sorted(Set(engineers(namedIn: title) + ids.map { [$0] }))
  }

  /// The only engineer whose first name or surname is a whole part of the title; nil where there is
  /// none or more than one.
  package func engineer(byShortNameInTitle title: String) -> EngineerID? {
    let found = TitleParts(title).meanings(ofAtMost: idPieces + 1) { shortNames[Words($0).words] }
    let engineers = Set(found.joined())
    return engineers.count == 1 ? engineers.first.map { self.engineers[$0] } : nil
  }

  /// In the order of the team file.
  func inOrder(_ engineers: [EngineerID]) -> [EngineerID] {
    self.engineers.filter(engineers.contains)
  }

  // MARK: Names in texts

  /// For each name in a text, whom it fits.
  private func engineers(namedIn text: String) -> [Set<Int>] {
    let byAddress = tokens(of: text).compactMap { addresses[$0.lowercased()].map(Set.init) }
    return byAddress + named(in: NamingText(text))
  }

  /// Of overlapping names the first, then the longest counts: `Ada Lee Wong` is not `Ada Lee`.
  private func named(in text: NamingText) -> [Set<Int>] {
    var found: [Set<Int>] = []
    var index = 0
    while index < text.words.count {
      let fitting = (names[text.words[index]] ?? []).filter {
        text.holds($0.spelling, at: index)
      }
      guard let longest = fitting.first?.spelling.words.count else {
        index += 1
        continue
      }
      found.append(
        Set(fitting.filter { $0.spelling.words.count == longest }.map(\.engineer)))
      index += longest
    }
    return found
  }

  /// A name that fits two is settled where another says who of them it is.
  private func sorted(_ found: Set<Set<Int>>) -> Found {
    let certain = Set(found.filter { $0.count == 1 }.joined())
    let open = found.filter { $0.count > 1 && $0.isDisjoint(with: certain) }
    return Found(
      engineers: certain.sorted().map { engineers[$0] },
      ambiguous: Set(open.joined()).sorted().map { engineers[$0] })
  }
}

extension Engineer {
  /// All ways to write the engineer's name. One that only repeats the id is found as an id.
  fileprivate var spellings: [NameSpelling] {
    let full = name == id.text ? [] : NameSpelling.spellings(of: name)
    return full + aliases.flatMap { NameSpelling.spellings(of: $0.value) }
  }
}
