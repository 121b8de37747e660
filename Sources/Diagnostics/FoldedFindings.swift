extension [Diagnostic] {
  /// How many warnings of one rule are told each for itself.
  private static let mostApart = 2
  /// How many of the others are named below the first.
  private static let mostNamed = 3

  /// The findings as a person reads them: three and more warnings of one rule in one file are one.
  /// The first is told whole, with how many they are; the next three stand below it with their
  /// places, and then how many are left. Errors and conflicts stay: each of them is to be mended.
  /// What programs read is not folded. O(n).
  ///
  /// - Parameter command: what lists them all.
  package func folded(listedBy command: String) -> [Diagnostic] {
    var groups: [Repeated: [Int]] = [:]
    for (index, finding) in enumerated() where finding.severity == .warning {
      groups[Repeated(finding), default: []].append(index)
    }
    var folded = self
    var hidden: Set<Int> = []
    for indices in groups.values where indices.count > Self.mostApart {
      let others = indices.dropFirst()
      folded[indices[0]].others = others.prefix(Self.mostNamed).map { self[$0].line }
      let rest = others.count - Self.mostNamed
      if rest > 0 {
        folded[indices[0]].others.append(
          "and \(rest) more: `\(command)` lists all \(indices.count)")
      }
      hidden.formUnion(others)
    }
    return folded.indices.filter { !hidden.contains($0) }.map { folded[$0] }
  }
}

/// What warnings have in common that are told as one.
private struct Repeated: Hashable {
  let id: String
  let file: String?

  init(_ finding: Diagnostic) {
    id = finding.id
    file = finding.place?.file
  }
}

extension Diagnostic {
  /// The message and where it holds, in the file of the finding it stands below.
  fileprivate var line: String {
    message + (place.map { " (\($0.line):\($0.column))" } ?? "")
  }
}
