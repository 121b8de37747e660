import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that this one has started: what it is told, what it says, and how it ends.
///
/// It must be waited for, or it stays in the system's list of processes.
final class Child {
  private let id: pid_t
  /// -1 once nothing more is said to it.
  private var input: Int32
  /// What it prints and what it complains of, each until its end is seen.
  private var streams: [pollfd]
  /// What has come of the two streams and was not taken yet.
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts a program that is looked up on the PATH; `settings` go over the variables of this
  /// process. Without `input`, it has nothing to read.
  init(
    _ words: [String], settings: [(name: String, value: String)], input wantsInput: Bool = false
  ) throws(FileProblem) {
    // A child that has gone away does not listen any more: that is no reason to end with it.
    if wantsInput { _ = signal(SIGPIPE, SIG_IGN) }
    let (id, ends) = try Child.starting.withLock { _ throws(FileProblem) in
      try Child.start(words, settings, wantsInput: wantsInput)
    }
    self.id = id
    input = wantsInput ? ends[5] : -1
    streams = [ends[0], ends[2]].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  /// One at a time: a child that inherits the end to write to of another's input keeps that from
  /// ending, and no pipe is made and kept from children in one step everywhere.
  private static let starting = Mutex(())

  /// The process and this side's ends of its pipes: of output, errors and input, each two.
  private static func start(
    _ words: [String], _ settings: [(name: String, value: String)], wantsInput: Bool
  ) throws(FileProblem) -> (id: pid_t, ends: [Int32]) {
    var ends: [Int32] = []
    for _ in 0..<(wantsInput ? 3 : 2) {
      var pair: [Int32] = [-1, -1]
      guard unsafe pipe(&pair) == 0 else {
        let number = errno
        for end in ends { close(end) }
        throw FileProblem(words[0], errno: number)
      }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends += pair
    }
    var id = pid_t()
    let problem = spawn(words, settings, ends, &id)
    close(ends[1])
    close(ends[3])
    if wantsInput { close(ends[4]) }
    guard problem == 0 else {
      for end in [ends[0], ends[2]] + ends.dropFirst(5) { close(end) }
      throw FileProblem(words[0], errno: problem)
    }
    return (id, ends)
  }

  /// `ends` are the pipes' two ends, of output, errors and input: to be read from, to be written to.
  private static func spawn(
    _ words: [String], _ settings: [(name: String, value: String)], _ ends: [Int32],
    _ id: inout pid_t
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if ends.count > 4 {
      unsafe posix_spawn_file_actions_adddup2(&actions, ends[4], STDIN_FILENO)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[3], STDERR_FILENO)
    var arguments = unsafe pointers(words)
    var variables = unsafe pointers(variables(with: settings))
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    return unsafe posix_spawnp(&id, words[0], &actions, nil, &arguments, &variables)
  }

  /// Those of this process, those of `settings` in place of others of their names.
  private static func variables(with settings: [(name: String, value: String)]) -> [String] {
    let names = settings.map { $0.name + "=" }
    var variables = settings.map { "\($0.name)=\($0.value)" }
    var next = unsafe environ
    while let variable = unsafe next.pointee {
      let text = unsafe String(cString: variable)
      if !names.contains(where: text.hasPrefix) { variables.append(text) }
      unsafe next += 1
    }
    return variables
  }

  /// Ended by nil, as the system wants them; each to be freed.
  private static func pointers(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }

  /// Says something to it; false where it does not listen any more.
  func tell(_ text: String) -> Bool {
    do throws(FileProblem) {
      try Descriptor(input, of: "a process").write(Array(text.utf8))
      return true
    } catch {
      return false
    }
  }

  /// The first `count` bytes of the output, taken out of it.
  func take(_ count: Int) -> [UInt8] {
    defer { output.removeFirst(count) }
    return Array(output.prefix(count))
  }

  /// Waits for more of either stream, so that neither fills up and stops the child; false where
  /// both have ended.
  func listen() -> Bool {
    guard streams.contains(where: { $0.fd >= 0 }) else { return false }
    guard unsafe poll(&streams, nfds_t(streams.count), -1) > 0 else { return errno == EINTR }
    for index in streams.indices where streams[index].fd >= 0 && streams[index].revents != 0 {
      let count = unsafe read(streams[index].fd, &buffer, buffer.count)
      if count > 0 {
        if index == 0 { output += buffer[..<count] } else { errors += buffer[..<count] }
      } else if count == 0 || errno != EINTR {
        close(streams[index].fd)
        streams[index].fd = -1
      }
    }
    return true
  }

  /// Its exit status; 128 and the signal's number where a signal ended it.
  func wait() -> Int32 {
    if input >= 0 { close(input) }
    input = -1
    while listen() {}
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
