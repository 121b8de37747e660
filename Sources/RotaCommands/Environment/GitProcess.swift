#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run of git as a process of its own, in the folder that Rota runs in or another.
public struct GitProcess {
  /// What git printed, and how it ended.
  public struct Result: Sendable {
    public let output: [UInt8]
    public let errors: String
    /// 0 where all went well; 127 where git is not installed.
    public let status: Int32

    public init(output: [UInt8], errors: String, status: Int32) {
      self.output = output
      self.errors = errors
      self.status = status
    }
  }

  /// Runs git and waits for its end.
  ///
  /// It never asks for a password, takes no lock, and speaks English, so that its words can be
  /// shown beside Rota's own.
  package static func run(_ arguments: [String], in folder: String? = nil) -> Result {
    let settings = ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"]
    let place = folder.map { ["-C", $0] } ?? []
    let words = ["env"] + settings + ["git"] + place + arguments
    return Child.run(words)
  }
}

/// A child process whose two streams are read to their ends.
private enum Child {
  static func run(_ words: [String]) -> GitProcess.Result {
    var output: [Int32] = [-1, -1]
    var errors: [Int32] = [-1, -1]
    guard unsafe pipe(&output) == 0, unsafe pipe(&errors) == 0 else { return failed(errno) }
    var id = pid_t()
    let problem = spawn(words, output: output[1], errors: errors[1], closing: output + errors, &id)
    close(output[1])
    close(errors[1])
    defer {
      close(output[0])
      close(errors[0])
    }
    guard problem == 0 else { return failed(problem) }
    let texts = drain([output[0], errors[0]])
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    let ended = status & 0x7F == 0
    return GitProcess.Result(
      output: texts[0], errors: String(decoding: texts[1], as: UTF8.self),
      status: ended ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
  }

  private static func failed(_ number: Int32) -> GitProcess.Result {
    GitProcess.Result(output: [], errors: FileProblem.words(for: number), status: 127)
  }

  private static func spawn(
    _ words: [String], output: Int32, errors: Int32, closing: [Int32], _ id: inout pid_t
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    for number in closing { unsafe posix_spawn_file_actions_addclose(&actions, number) }
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in words.indices { unsafe free(pointers[index]) } }
    return unsafe posix_spawnp(&id, words[0], &actions, nil, &pointers, environ)
  }

  /// Reads both streams as their bytes come, so that neither fills up and stops the child.
  private static func drain(_ numbers: [Int32]) -> [[UInt8]] {
    var texts = numbers.map { _ in [UInt8]() }
    var open = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while open.contains(where: { $0.fd >= 0 }) {
      let ready = unsafe poll(&open, nfds_t(open.count), -1)
      if ready < 0, errno != EINTR { break }
      guard ready > 0 else { continue }
      for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
        let count = unsafe read(open[index].fd, &buffer, buffer.count)
        if count > 0 {
          texts[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          open[index].fd = -1
        }
      }
    }
    return texts
  }
}
