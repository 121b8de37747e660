internal import Diagnostics
package import RotaModel

/// Finds the engineer that a whole text names, as a cell of a table does:
/// by id, full name, alias, e-mail address, account, or a first name or surname, whatever the case
/// and accents, and also as `Family, Given`.
package struct WholeNames: Sendable {
  /// By what is asked first; engineers by their index in the team file.
  private let steps: [[String: [Int]]]

  package init(_ team: Team) {
    var steps = [[String: [Int]]](repeating: [:], count: 6)
    func add(_ key: String?, _ engineer: Int, _ step: Int) {
      guard let key, !key.isEmpty, steps[step][key]?.last != engineer else { return }
      steps[step][key, default: []].append(engineer)
    }
    for (index, engineer) in team.engineers.enumerated() {
      add(WholeNames.key(engineer.id.text), index, 0)
      for spelling in NameSpelling.spellings(of: engineer.name) { add(spelling.key, index, 1) }
      for alias in engineer.aliases {
        for spelling in NameSpelling.spellings(of: alias.value) { add(spelling.key, index, 2) }
      }
      add(engineer.email?.lowercased(), index, 3)
      for account in engineer.accounts.values { add(account.value.lowercased(), index, 4) }
      for name in engineer.shortNames { add(name.joined(separator: " "), index, 5) }
    }
    self.steps = steps
  }

  /// Those whom the text fits at the first step at which it fits any; more than one where it does
  /// not tell them apart. O(length).
  package func engineers(namedBy text: String) -> [Int] {
    let key = WholeNames.key(text)
    let plain = text.lowercased()
    for (index, step) in steps.enumerated() {
      if let found = step[[3, 4].contains(index) ? plain : key] { return found }
    }
    return []
  }

  /// Its words, with the one comma that stands behind a family's name.
  private static func key(_ text: String) -> String {
    let words = Words(text)
    var key = ""
    for (index, word) in words.words.enumerated() {
      if index > 0 {
        let between = words.separators[index]
        let isComma = between != " " && between.unicodeScalars.filter { $0 != " " } == [","]
        key += isComma ? ", " : " "
      }
      key += word
    }
    return key
  }
}

extension NameSpelling {
  fileprivate var key: String {
    words.enumerated().map { index, word in
      index == 0 ? word : (index == commaBefore ? ", " : " ") + word
    }.joined()
  }
}
