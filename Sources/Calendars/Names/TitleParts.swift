/// The parts of an event's title between separators, in which an id or a first name may stand
/// alone: `ada: vacation` has two.
///
/// A `-` separates, too, but may be a part of what stands there: the parts are given in pieces
/// between hyphens.
package struct TitleParts {
  /// Pieces of one part, in the title's order.
  package let parts: [[Substring]]

  package init(_ title: String) {
    let separators: Set<Unicode.Scalar> = [":", "–", "—", "|", ",", "/", "(", ")", "[", "]"]
    parts = Substring(title).unicodeScalars.split(whereSeparator: separators.contains).map { part in
      part.split(separator: "-", omittingEmptySubsequences: false).map { Substring($0) }
    }
  }

  /// What some run of pieces means, of each part the longest first, and never two that overlap.
  ///
  /// - Parameters:
  ///   - most: how many pieces what is looked for may have.
  ///   - meaning: of a text without spaces around it; nil where it means nothing.
  package func meanings<Meaning>(ofAtMost most: Int, _ meaning: (String) -> Meaning?) -> [Meaning] {
    parts.flatMap { pieces in
      var isTaken = pieces.map { _ in false }
      var found: [(start: Int, meaning: Meaning)] = []
      for length in stride(from: min(most, pieces.count), to: 0, by: -1) {
        for start in 0...pieces.count - length {
          let run = start..<start + length
          guard !isTaken[run].contains(true) else { continue }
          let text = pieces[run].joined(separator: "-")
          guard let meant = meaning(text.trimmingSpaces) else { continue }
          for index in run { isTaken[index] = true }
          found.append((start, meant))
        }
      }
      return found.sorted { $0.start < $1.start }.map(\.meaning)
    }
  }
}

extension String {
  /// Without blanks around it.
  package var trimmingSpaces: String {
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
      return self
    }
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let scalars = unicodeScalars.drop(while: isBlank)
    let trailing = scalars.reversed().prefix(while: isBlank).count
    return String(String.UnicodeScalarView(scalars.dropLast(trailing)))
  }
}
