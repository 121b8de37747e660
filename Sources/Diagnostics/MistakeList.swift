/// The mistakes of one file as they are found: the first thousands, and how many more there are.
///
/// A file with more is not one that somebody mends mistake by mistake; to tell them all would take
/// minutes, and a hundred times the file.
package struct MistakeList: Sendable {
  /// How many are told one by one.
  package static let most = 5000

  private var told: [Diagnostic] = []
  private var untold = 0

  package init() {}

  /// Whether the next mistake will be told.
  package var hasRoom: Bool { told.count < MistakeList.most }

  /// Adds a mistake, which is made only where there is room to tell it.
  package mutating func add(_ mistake: @autoclosure () -> Diagnostic) {
    if hasRoom {
      told.append(mistake())
    } else {
      untold += 1
    }
  }

  /// The mistakes in the order they were found; where there are more, the last one says how many, at
  /// the end of the file.
  package func diagnostics(in source: SourceText) -> [Diagnostic] {
    guard untold > 0 else { return told }
    let end = source.bytes.count
    let rest = Diagnostic(
      "more-mistakes", "\(untold) more mistake\(untold == 1 ? "" : "s") in this file",
      at: Place(source, end..<end), label: "not told one by one")
    return told + [rest]
  }
}
