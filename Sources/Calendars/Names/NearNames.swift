internal import Diagnostics
internal import RotaModel

/// Finds whom a text most likely means that names nobody: a name, id or address with a slip in it.
struct NearNames {
  private struct Name {
    let words: String
    /// As the team file has it.
    let shown: String
  }

  /// Slips are looked for where names stand: at the beginning of a text.
  private static let mostWords = 12
  /// Of three letters one slip leaves too little.
  private static let leastLetters = 4

  /// By their number of words, in the order of the team file.
  private var names: [Int: [Name]] = [:]
  private let addresses: [String]

  init(_ team: Team) {
    addresses = team.engineers.compactMap(\.email)
    for engineer in team.engineers {
      add(Words(engineer.id.text).words, shown: engineer.id.text)
      let words = Words(engineer.name).words
      add(words, shown: engineer.name)
      add(Array(words.prefix(1)), shown: engineer.name)
    }
  }

  private mutating func add(_ words: [String], shown: String) {
    let name = Name(words: words.joined(separator: " "), shown: shown)
    names[words.count, default: []].append(name)
  }

  /// As the team file has it; nil where none is near. The longest stretch of words decides.
  /// O(1): of a long text the beginning alone is looked at.
  func nearest(in text: String) -> String? {
    let start = String(text.unicodeScalars.prefix(1000))
    for token in tokens(of: start) where token.contains("@") {
      if let address = Diagnostics.nearest(to: String(token), among: addresses) { return address }
    }
    let words = Words(start).words.prefix(NearNames.mostWords)
    for length in names.keys.sorted(by: >) where (1..<words.count + 1).contains(length) {
      for first in 0...words.count - length {
        let stretch = words[first..<first + length].joined(separator: " ")
        if let name = nearest(toStretch: stretch, length) { return name }
      }
    }
    return nil
  }

  private func nearest(toStretch stretch: String, _ length: Int) -> String? {
    guard stretch.unicodeScalars.count >= NearNames.leastLetters, let names = names[length] else {
      return nil
    }
    let found = Diagnostics.nearest(to: stretch, among: names.lazy.map(\.words))
    return names.first { $0.words == found }?.shown
  }
}
