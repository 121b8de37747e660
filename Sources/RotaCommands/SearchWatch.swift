import Scheduling

/// Shows on a terminal how a long search goes, and stops it when the user interrupts the program.
final class SearchWatch {
  private let environment: any Environment
  private var start: UInt64 = 0
  private var shownAt: UInt64 = 0
  private var isShown = false
  private(set) var isInterrupted = false

  /// Nanoseconds before anything is shown, and between two lines.
  private static let patience: UInt64 = 500_000_000
  private static let pause: UInt64 = 100_000_000

  init(_ environment: any Environment) { self.environment = environment }

  /// Before the search: from here on an interrupt is asked for.
  func begin() {
    start = environment.nanoseconds
    shownAt = start
    environment.holdInterrupts()
  }

  /// Whether the search may go on.
  func goesOn(_ progress: SolverProgress) -> Bool {
    if environment.isInterrupted {
      isInterrupted = true
      return false
    }
    let now = environment.nanoseconds
    if now &- start > SearchWatch.patience, now &- shownAt > SearchWatch.pause,
      environment.isTerminal(.error)
    {
      shownAt = now
      isShown = true
      write("\r\(progress.line)\u{1B}[K")
    }
    return true
  }

  /// Takes away what was shown.
  func end() {
    if environment.isInterrupted { isInterrupted = true }
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) {
    // A terminal that is gone misses nothing.
    try? environment.write(Array(text.utf8), to: .error)
  }
}

extension SolverProgress {
  /// `searching: 226 points, at least 220, gap 2.6 %`.
  fileprivate var line: String {
    guard let points else { return "searching: no rota yet, at least \(bound) points" }
    let permille = points == 0 ? 0 : (1000 * max(0, points - bound) + points / 2) / points
    return "searching: \(points) points, at least \(bound), gap \(permille / 10).\(permille % 10) %"
  }
}
