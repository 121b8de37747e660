internal import Diagnostics

/// What there is to say of a file while it is read.
struct ImportNotes {
  /// Why nothing can be imported, with `--partial` or without.
  var errors: [Diagnostic] = []
  /// Rows that are left out, each kind of thing once.
  private(set) var leftOut: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []
  /// What was decided, and by what, a line each.
  private(set) var said: [String] = []
  var tally = ImportTally()

  /// A file may have the same thing wrong on every line.
  private static let most = 1000

  /// What is told of several cells of a row is told once.
  mutating func leaveOut(_ finding: @autoclosure () -> Diagnostic) {
    guard leftOut.count < ImportNotes.most else { return }
    let finding = finding()
    if let last = leftOut.last, last.id == finding.id, last.message == finding.message,
      last.place == finding.place
    {
      return
    }
    leftOut.append(finding)
  }

  mutating func warn(_ finding: @autoclosure () -> Diagnostic) {
    if warnings.count < ImportNotes.most { warnings.append(finding()) }
  }

  mutating func say(_ line: String?) {
    if let line { said.append(line) }
  }
}
