package import ICalendar

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process as it runs: its files, streams, clock and variables.
package struct SystemEnvironment: Environment {
  /// From here on, writing to a closed pipe is an error that is handled, not the process's end, and
  /// an interrupt ends it with the exit status that says so.
  package init() {
    _ = signal(SIGPIPE, SIG_IGN)
    Interrupts.listen()
  }

  package func holdInterrupts() { Interrupts.hold() }
  package var isInterrupted: Bool { Interrupts.areAsked }

  package func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try Descriptor(reading: path)
    return try file.read(limit: limit)
  }

  package func readInput(limit: Int) throws(FileProblem) -> [UInt8] {
    try Descriptor(STDIN_FILENO, of: "-").read(limit: limit)
  }

  package func names(inFolder path: String) throws(FileProblem) -> [String] {
    var opened = unsafe opendir(path)
    while unsafe opened == nil, errno == EINTR { unsafe opened = opendir(path) }
    guard let folder = unsafe opened else { throw FileProblem(path, errno: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        // At the end of the folder nothing is wrong; half of it would be taken for all.
        if errno != 0 { throw FileProblem(path, errno: errno) }
        break
      }
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  package func replace(_ changes: [FileChange]) throws(FileProblem) {
    // From here on the run ends by itself, and says what it has written.
    Interrupts.hold()
    try Interrupts.holdingAll { () throws(FileProblem) in try AtomicFile.replace(changes) }
  }

  package func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileStamp(
      size: Int(status.st_size), modified: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec),
      file: UInt64(status.st_ino))
  }

  package func pause(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

  package func remove(_ path: String) throws(FileProblem) {
    guard unsafe unlink(path) == 0 else { throw FileProblem(path, errno: errno) }
  }

  package func write(_ bytes: [UInt8], to stream: Stream) throws(FileProblem) {
    do throws(FileProblem) {
      switch stream {
      case .output: try Descriptor(STDOUT_FILENO, of: "standard output").write(bytes)
      case .error: try Descriptor(STDERR_FILENO, of: "standard error").write(bytes)
      }
    } catch {
      // Whoever reads has seen enough: `rota show | head -1`.
      if error.reason != .other(FileProblem.words(for: EPIPE)) { throw error }
    }
  }

  package func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1
  }

  package func columns(of stream: Stream) -> Int? {
    var size = winsize()
    let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  package func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  package var now: Instant { Instant(secondsSince1970: time(nil)) }

  package var nanoseconds: UInt64 {
    var moment = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
    return UInt64(moment.tv_sec) &* 1_000_000_000 &+ UInt64(moment.tv_nsec)
  }

  package func git(_ arguments: [String]) -> GitProcess.Result { GitProcess.run(arguments) }
  package func gitObjects() -> GitObjects { GitObjects() }

  package var zoneLink: String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/etc/localtime", &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package var zones: ZoneDirectory { .system(tzdir: variable("TZDIR")) }
  package var zoneRelease: ZoneRelease? { zones.release }
}

extension FileProblem {
  /// The problem that the system names by a number.
  init(_ path: String, errno number: Int32) {
    switch number {
    case ENOENT: self.init(path, .missing)
    case EISDIR: self.init(path, .isFolder)
    default: self.init(path, .other(FileProblem.words(for: number)))
    }
  }

  /// The system's words: `Permission denied`.
  static func words(for number: Int32) -> String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words)
  }
}
