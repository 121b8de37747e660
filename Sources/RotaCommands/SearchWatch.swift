import Solver
import Views

/// Shows on a terminal how a long search goes, and stops it when the user interrupts the program
/// where it can tell what it has found so far.
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

  /// Runs a search that an interrupt ends with what it has found so far.
  func run<Found>(_ search: (SearchProgress.Watch) -> Found) -> Found {
    environment.holdInterrupts()
    begin()
    let found = search { progress in
      isInterrupted = isInterrupted || environment.isInterrupted
      if !isInterrupted { show(progress) }
      return !isInterrupted
    }
    clear()
    isInterrupted = isInterrupted || environment.isInterrupted
    return found
  }

  /// Runs a search that is worth nothing before its end: an interrupt ends the program.
  func shown<Found, Failure>(
    _ search: ((SearchProgress) -> Void) throws(Failure) -> Found
  ) throws(Failure) -> Found {
    begin()
    defer { clear() }
    return try search(show)
  }

  private func begin() {
    start = environment.nanoseconds
    shownAt = start
  }

  /// Takes away what is shown: before something else is written, and at the end.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func show(_ progress: SearchProgress) {
    let now = environment.nanoseconds
    if now &- start > SearchWatch.patience, now &- shownAt > SearchWatch.pause,
      environment.obeysCodes(.error)
    {
      shownAt = now
      isShown = true
      write("\r\(progress.line)\u{1B}[K")
    }
  }

  private func write(_ text: String) {
    // A terminal that is gone misses nothing.
    try? environment.write(Array(text.utf8), to: .error)
  }
}

extension SearchProgress {
  /// `searching: 226 points, at least 220, gap 2.6 %`, or `searching: 12 of 90`.
  fileprivate var line: String {
    switch self {
    case .tried(let done, let all): return "searching: \(done) of \(all)"
    case .best(let bound, nil): return "searching: no rota yet, at least \(bound) points"
    case .best(let bound, let points?):
      let gap = gapText(points, atLeast: bound)
      return "searching: \(points) points, at least \(bound), gap \(gap)"
    }
  }
}
