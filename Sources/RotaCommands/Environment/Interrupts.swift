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

  static func hold() { state.store(State.held, ordering: .relaxed) }

  static var areAsked: Bool { state.load(ordering: .relaxed) == State.asked }
}
