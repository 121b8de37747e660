import Dates
import RotaModel

extension Markup {
  /// A text of the program's words with names in it. A name that is written from right to left is
  /// set apart, so that the words beside it stay where they are; other names turn nothing.
  ///
  /// O(length), and O(length · names) where a name may be written so.
  static func sentence(_ text: String, of team: Team) -> Markup {
    guard text.mayTurnDirection else { return Markup(text) }
    let names =
      (team.engineers.map(\.name) + team.rotations.map(\.name) + team.projects.map(\.name))
      .filter(\.mayTurnDirection)
    var markup = Markup.none
    var rest = text[...]
    // The first name that stands there, and of several that begin there the longest.
    while let next = names.compactMap({ name in rest.firstRange(of: name) })
      .min(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
    {
      markup += Markup(String(rest[..<next.lowerBound])) + .name(String(rest[next]))
      rest = rest[next.upperBound...]
    }
    return markup + Markup(String(rest))
  }
}

extension String {
  /// Whether a letter of a script that is written from right to left stands in it: Hebrew, Arabic
  /// and their neighbours (Unicode Standard Annex 9, classes R and AL).
  fileprivate var mayTurnDirection: Bool {
    // Those below U+0590 take two bytes of which the first is at most 0xD6.
    utf8.contains { $0 >= 0xD6 }
      && unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
          true
        default: false
        }
      }
  }
}
