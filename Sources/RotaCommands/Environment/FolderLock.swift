#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Folders in which nobody else who asks for this lock writes while it is held: between the look at
/// what stands there and the change, no other run comes in.
///
/// The folders themselves are locked (`flock`), so that no file is left behind, and the system ends
/// the lock of a run that is killed.
enum FolderLock {
  /// How long another run is waited for: writing takes milliseconds.
  private static let (tries, pause) = (500, UInt32(10_000))

  /// Throws a problem where another run keeps a folder for seconds, and what the body throws. Where
  /// a file system knows no locks, nothing is locked.
  static func holding(
    _ paths: Set<String>, _ body: () throws(FileProblem) -> Void
  ) throws(FileProblem) {
    var folders: [Int32] = []
    defer {
      for folder in folders { close(folder) }
    }
    // In one order, so that two runs never wait for each other.
    for path in paths.sorted() {
      let folder = uninterrupted { unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC) }
      guard folder >= 0 else { continue }
      folders.append(folder)
      guard lock(folder) else {
        throw FileProblem(path, .other("another run is writing there, and does not end"))
      }
    }
    try body()
  }

  /// False where another run does not let go of it.
  private static func lock(_ folder: Int32) -> Bool {
    for _ in 0..<tries {
      if uninterrupted({ flock(folder, LOCK_EX | LOCK_NB) }) == 0 || errno != EWOULDBLOCK {
        return true
      }
      usleep(pause)
    }
    return false
  }
}

/// Does it again as long as a signal comes between.
func uninterrupted(_ call: () -> Int32) -> Int32 {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
