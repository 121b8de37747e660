/// How large a sample team is, written `20x26x2+20`: engineers, weeks, rotations, and projects
/// where there are any. `tight-10x26x1` is a team with so much time off that shifts clash,
/// `plain-6x13x4` one with nothing but rest and time off.
package struct TeamSize: Sendable, Hashable, CustomStringConvertible {
  package let engineers: Int
  package let weeks: Int
  package let rotations: Int
  package let projects: Int
  package let kind: Kind

  package enum Kind: String, Sendable, CaseIterable {
    /// A bit of everything that team files can say.
    case usual = ""
    case tight = "tight-"
    case plain = "plain-"
  }

  /// nil for any other spelling, or a size without an engineer, a week or a rotation.
  package init?(_ text: String) {
    kind = Kind.allCases.last { text.hasPrefix($0.rawValue) } ?? .usual
    let parts = text.dropFirst(kind.rawValue.utf8.count)
      .split(separator: "+", omittingEmptySubsequences: false)
    let numbers = (parts.first ?? "").split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let projects = parts.count == 2 ? Int(parts[1]) : 0
    guard parts.count <= 2, numbers.count == 3, let projects, (0...10_000).contains(projects),
      numbers.allSatisfy({ (1...10_000).contains($0) }), kind != .plain || projects == 0
    else { return nil }
    (engineers, weeks, rotations) = (numbers[0], numbers[1], numbers[2])
    self.projects = projects
  }

  package var description: String {
    kind.rawValue + "\(engineers)x\(weeks)x\(rotations)"
      + (projects > 0 ? "+\(projects)" : "")
  }

  /// From a handful of people to an organisation.
  package static let usual = [
    "4x6x1+2", "8x13x1+6", "12x52x1+18", "20x26x2+20", "50x52x3+60", "200x52x10", "200x52x10+200",
    "1000x52x50", "tight-10x26x1", "plain-6x13x4",
  ].compactMap(TeamSize.init)
}
