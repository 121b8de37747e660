/// The id of an engineer, a rotation or a project, kept apart by type.
///
/// Ids become file names and calendar UIDs: `[a-z0-9][a-z0-9-]*`, at most 64 characters. A file
/// may name one that does not exist, so any text can be held.
package struct Identifier<Kind>: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Whether a text may be declared as an id.
  package static func allows(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, first != 0x2D else { return false }
    return bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.text < b.text }
  package var description: String { text }
}

/// What a team file declares under ids.
package protocol Declared {
  /// What one is called.
  static var noun: String { get }
}

extension Engineer: Declared { package static var noun: String { "engineer" } }
extension Rotation: Declared { package static var noun: String { "rotation" } }
extension Project: Declared { package static var noun: String { "project" } }

extension Identifier where Kind: Declared {
  /// What is said of a name that the team file does not have: `no engineer is called `grce``.
  package var unknown: String { "no \(Kind.noun) is called `\(text)`" }
}

package typealias EngineerID = Identifier<Engineer>
package typealias RotationID = Identifier<Rotation>
package typealias ProjectID = Identifier<Project>
