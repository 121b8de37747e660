internal import RotaModel

/// A text in which names are looked for: its words, and how each hangs together with the next.
struct NamingText {
  /// What stands between two words.
  enum Join {
    /// Spaces, a full stop behind an initial, or nothing where a script puts none.
    case space
    /// A comma, as in `Lindqvist, Ada`.
    case comma
    /// A hyphen, an apostrophe, a full stop or `@` within one word: `Young-Larsen`.
    case glue
    /// The `'` of `Ada's`.
    case genitive
    /// A mark that no name goes across, and the ends of the text.
    case apart
  }

  let words: [String]
  /// How each word follows the one before it; at the end how the text ends.
  fileprivate let joins: [Join]

  /// O(length).
  init(_ text: String) {
    let found = Words(text)
    words = found.words
    var joins = found.separators.map(Join.init)
    joins[0] = .apart
    joins[joins.count - 1] = .apart
    for index in found.words.indices.dropFirst()
    where found.words[index] == "s" && Join.isApostrophe(found.separators[index]) {
      if joins[index + 1] != .glue { joins[index] = .genitive }
    }
    self.joins = joins
  }

  /// Whether the words from `start` on are a name, which is never a part of a longer one: `Cy
  /// Young-Larsen` is not `Cy Young`.
  func holds(_ name: NameSpelling, at start: Int) -> Bool {
    let end = start + name.words.count
    guard words[start...].starts(with: name.words), joins[start] != .glue,
      joins[start] != .genitive, joins[end] != .glue
    else { return false }
    return name.words.indices.dropFirst().allSatisfy { index in
      let join = joins[start + index]
      return join == name.joins[index]
        || name.commaBefore != index && (join == .space || join == .glue)
    }
  }
}

extension NamingText.Join {
  private static let dashes: [Unicode.Scalar] = ["-", "\u{2010}", "\u{2011}", ".", "@"]
  private static let apostrophes: [Unicode.Scalar] = ["'", "\u{2019}"]

  static func isApostrophe(_ separator: String) -> Bool {
    separator.unicodeScalars.count == 1 && separator.unicodeScalars.allSatisfy(apostrophes.contains)
  }

  init(_ separator: String) {
    let scalars = separator.unicodeScalars
    if scalars.count == 1, let only = scalars.first,
      Self.dashes.contains(only) || Self.apostrophes.contains(only)
    {
      self = .glue
      return
    }
    let marks = scalars.filter { !$0.properties.isWhitespace && $0 != "_" }
    switch marks.count {
    case 0: self = .space
    case 1 where marks.first == ",": self = .comma
    case 1 where marks.first == "." && scalars.first == ".": self = .space
    default: self = .apart
    }
  }
}

/// A way to write an engineer's name.
struct NameSpelling: Hashable {
  /// As `Words` gives them; never empty.
  let words: [String]
  /// The word before which a comma must stand: `Lindqvist, Ada`; 0 for a name as it is written.
  let commaBefore: Int
  /// How each word follows the one before it; a space or hyphen does as well.
  fileprivate let joins: [NamingText.Join]

  /// A name as it is written, and with each end of it in front as the family's: `Berg, Ada van der`
  /// and `van der Berg, Ada`. Empty for a text without letters and digits.
  static func spellings(of text: String) -> [NameSpelling] {
    let name = NamingText(text)
    let (words, joins) = (name.words, name.joins.dropLast())
    guard !words.isEmpty else { return [] }
    return [NameSpelling(words: words, commaBefore: 0, joins: Array(joins))]
      + words.indices.dropFirst().map { family in
        var turned = Array(joins[family...] + joins[..<family])
        turned[words.count - family] = .comma
        return NameSpelling(
          words: Array(words[family...] + words[..<family]), commaBefore: words.count - family,
          joins: turned)
      }
  }
}
