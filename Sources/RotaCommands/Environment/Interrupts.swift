import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an interrupt (SIGINT) does to the process.
enum Interrupts {
  private enum State {
    static let ends = 0
    static let held = 1
    static let asked = 2
  }

  private static let state = Atomic<Int>(State.ends)

  /// An interrupt ends the process, unless it is held: files are replaced whole or not at all.
  static func listen() {
    // Made before the handler needs it, which must not allocate.
    _ = state.load(ordering: .relaxed)
    _ = signal(SIGINT) { @Sendable _ in
      let held = Interrupts.state.compareExchange(
        expected: State.held, desired: State.asked, ordering: .relaxed)
      if !held.exchanged { _exit(ExitStatus.interrupted.rawValue) }
    }
  }

  /// Signals that would end the process wait for the end of the body: no file of a temporary name is
  /// left behind.
  static func holdingAll(_ body: () throws(FileProblem) -> Void) throws(FileProblem) {
    var (held, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// One that was asked for before stays so.
  static func hold() {
    _ = state.compareExchange(
      expected: State.ends, desired: State.held, ordering: .relaxed)
  }

  static var areAsked: Bool { state.load(ordering: .relaxed) == State.asked }
}
