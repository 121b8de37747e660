internal import Calendars
internal import Diagnostics
internal import RotaModel

/// Finds whom the rows of a file mean, and keeps those who are nobody of the team.
struct ImportPeople {
  enum Meaning: Equatable {
    /// By the index in the team file.
    case engineer(Int)
    /// By the index among `strangers`.
    case stranger(Int)
    /// An empty cell, and a word for nobody.
    case empty, nobody
    /// Left out on purpose, with `--as "TEXT="`.
    case leftOut
  }

  /// A text that names nobody of the team, or more than one.
  struct Stranger {
    let text: String
    /// Whom it fits alike.
    let fitting: [Int]
  }

  private let names: WholeNames
  /// What `--as` says, by the text's words.
  private let given: [String: Int?]
  private var known: [String: Meaning] = [:]
  private(set) var strangers: [Stranger] = []
  private var strangerIndex: [String: Int] = [:]

  /// - Parameter given: what `--as` says, engineers by their index.
  init(_ team: Team, given: [(text: String, engineer: Int?)]) {
    names = WholeNames(team)
    self.given = Dictionary(
      given.map { (ImportPeople.folded($0.text), $0.engineer) }, uniquingKeysWith: { $1 })
  }

  /// Whom a cell means. O(length), and less for a text that was asked for before.
  mutating func meaning(of cell: String) -> Meaning {
    if let known = known[cell] { return known }
    let meaning = find(cell)
    // Cells of free text are many and come once.
    if known.count < 10_000 { known[cell] = meaning }
    return meaning
  }

  /// Of several cells about one person the first that names an engineer, else the first that says
  /// anything.
  mutating func meaning(ofFirstOf cells: [String]) -> Meaning {
    var other: Meaning?
    for cell in cells {
      if other != nil, !isKnown(cell) { continue }
      let meaning = meaning(of: cell)
      switch meaning {
      case .engineer, .leftOut: return meaning
      case .empty: break
      case .nobody, .stranger: other = other ?? meaning
      }
    }
    return other ?? .empty
  }

  /// Whether a cell names an engineer of the team; nobody is remembered for the question.
  func names(_ cell: String) -> Bool {
    PersonCell.texts(in: cell).contains { text in
      if case .some(.some) = given[ImportPeople.folded(text)] { return true }
      return names.engineers(namedBy: text).count == 1
    }
  }

  private func isKnown(_ cell: String) -> Bool {
    names(cell) || PersonCell.texts(in: cell).contains { given[ImportPeople.folded($0)] != nil }
  }

  /// Somebody whom an event names who is nobody of the team.
  mutating func stranger(_ text: String, fitting: [Int] = []) -> Meaning {
    let key = ImportPeople.folded(text)
    if let engineer = given[key] { return engineer.map(Meaning.engineer) ?? .leftOut }
    if let index = strangerIndex[key] { return .stranger(index) }
    strangerIndex[key] = strangers.count
    strangers.append(Stranger(text: text, fitting: fitting))
    return .stranger(strangers.count - 1)
  }

  private mutating func find(_ cell: String) -> Meaning {
    let texts = PersonCell.texts(in: cell)
    guard let first = texts.first else { return .empty }
    for text in texts where !given.isEmpty {
      if let engineer = given[ImportPeople.folded(text)] {
        return engineer.map(Meaning.engineer) ?? .leftOut
      }
    }
    if NobodyWords.contains(first), names.engineers(namedBy: first).count != 1 { return .nobody }
    var fitting: [Int] = []
    for text in texts {
      let found = names.engineers(namedBy: text)
      if found.count == 1 { return .engineer(found[0]) }
      if fitting.isEmpty { fitting = found }
    }
    return stranger(first, fitting: fitting)
  }

  /// A text's words; a text without letters and digits is itself.
  private static func folded(_ text: String) -> String {
    let words = Words(text).words
    return words.isEmpty ? text : words.joined(separator: " ")
  }
}
