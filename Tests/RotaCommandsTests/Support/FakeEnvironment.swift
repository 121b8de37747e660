import Dates
import ICalendar
import RotaCommands
import Testing

/// A world in memory: files, streams that remember, a clock that stands still unless told to tick.
final class FakeEnvironment: Environment {
  var files: [String: [UInt8]]
  var variables: [String: String] = [:]
  var isTerminal = false
  /// Files that cannot be written or read, with the system's words.
  var refusals: [String: String] = [:]
  /// Files that can be read and not written.
  var unwritable: Set<String> = []
  var now = Instant(utc: LocalDateTime(Day(number: 20_000)))
  /// What was written, in its order, a piece for each change of stream.
  private var pieces: [(stream: Stream, bytes: [UInt8])] = []

  init(files: [String: [UInt8]] = [:]) { self.files = files }

  convenience init(texts: [String: String]) {
    self.init(files: texts.mapValues { Array($0.utf8) })
  }

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    if let words = refusals[path] { throw FileProblem(path, .other(words)) }
    guard let bytes = files[FakeEnvironment.plain(path)] else {
      throw FileProblem(path, isFolder(path) ? .isFolder : .missing)
    }
    return Array(bytes.prefix(limit))
  }

  /// What stands in the file `-`.
  func readInput(limit: Int) throws(FileProblem) -> [UInt8] { try read("-", limit: limit) }

  /// Where symbolic links lead.
  var links: [String: String] = [:]

  func realPath(_ path: String) -> String? {
    let path = FakeEnvironment.plain(path)
    return "/here/" + (links[path] ?? path)
  }

  /// Without `..`; there are no other links on the way.
  private static func plain(_ path: String) -> String {
    guard path.contains("..") else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  func names(inFolder path: String) throws(FileProblem) -> [String] {
    if let words = refusals[path] { throw FileProblem(path, .other(words)) }
    guard isFolder(path) else {
      let isFile = files[path] != nil
      throw FileProblem(path, isFile ? .other("Not a directory") : .missing)
    }
    let inside = files.keys.filter { $0.hasPrefix(path + "/") }
    let names = inside.compactMap { $0.dropFirst(path.count + 1).split(separator: "/").first }
    return Set(names.map(String.init)).sorted()
  }

  /// What somebody else does just before files are replaced.
  var meanwhile: (() -> Void)?

  func replace(_ changes: [FileChange]) throws(FileProblem) {
    meanwhile?()
    for change in changes {
      let path = change.path
      if let words = refusals[path] { throw FileProblem(path, .other(words)) }
      if unwritable.contains(path) { throw FileProblem(path, .other("Permission denied")) }
      if isFolder(path) { throw FileProblem(path, .isFolder) }
      if !change.earlier.agrees(with: files[FakeEnvironment.plain(path)]) {
        throw .changed(path)
      }
    }
    for change in changes { files[FakeEnvironment.plain(change.path)] = change.bytes }
  }

  func stamp(of path: String) -> FileStamp? {
    files[FakeEnvironment.plain(path)].map { bytes in
      FileStamp(size: bytes.count, modified: bytes.reduce(0) { ($0 &* 31) &+ Int($1) })
    }
  }

  /// What happens during each pause, in order; then an interrupt comes.
  var pauses: [() -> Void] = []
  func pause(seconds: Double) {
    if pauses.isEmpty { patience = 0 } else { pauses.removeFirst()() }
  }

  func remove(_ path: String) throws(FileProblem) {
    if unwritable.contains(path) { throw FileProblem(path, .other("Permission denied")) }
    guard files.removeValue(forKey: path) != nil else { throw FileProblem(path, .missing) }
  }

  /// Whether standard output takes nothing more.
  var isOutputFull = false
  /// A line that standard error refuses, once.
  var refusedLine: String?

  func write(_ bytes: [UInt8], to stream: Stream) throws(FileProblem) {
    guard !bytes.isEmpty else { return }
    if stream == .output, isOutputFull {
      throw FileProblem("standard output", .other("No space left on device"))
    }
    if let refusedLine, stream == .error,
      String(decoding: bytes, as: UTF8.self) == refusedLine + "\n"
    {
      self.refusedLine = nil
      throw FileProblem("standard error", .other("Input/output error"))
    }
    if pieces.last?.stream == stream {
      pieces[pieces.count - 1].bytes += bytes
    } else {
      pieces.append((stream, bytes))
    }
  }

  func isTerminal(_ stream: Stream) -> Bool { isTerminal }
  /// The terminal's width; nil where it does not tell.
  var columns: Int?
  func columns(of stream: Stream) -> Int? { columns }
  func variable(_ name: String) -> String? { variables[name] }
  /// By how many nanoseconds the clock moves on whenever it is looked at.
  var tick: UInt64 = 0
  private var time: UInt64 = 0
  var nanoseconds: UInt64 {
    time += tick
    return time
  }
  private var holdsInterrupts = false
  func holdInterrupts() { holdsInterrupts = true }
  /// How often the program may still ask before it is interrupted; nil for never.
  var patience: Int?
  var isInterrupted: Bool {
    guard let patience else { return false }
    if patience == 0, !holdsInterrupts { Issue.record("an interrupt that nobody holds ends it") }
    self.patience = max(0, patience - 1)
    return patience == 0
  }
  /// A folder on disk with a git repository whose files are those of this world; nil for none.
  var repository: String?
  /// What git was asked, in order.
  private(set) var gitRuns: [[String]] = []
  func git(_ arguments: [String]) -> GitProcess.Result {
    guard let repository else {
      return GitProcess.Result(output: [], errors: "fatal: not a git repository\n", status: 128)
    }
    gitRuns.append(arguments)
    return GitProcess.run(arguments, in: repository)
  }
  func gitObjects() -> GitObjects { GitObjects(in: repository) }
  var zoneLink: String?
  let zones = ZoneDirectory.system(tzdir: nil)
  /// The same on every machine.
  var zoneRelease = ZoneRelease("2027a")

  private func isFolder(_ path: String) -> Bool { files.keys.contains { $0.hasPrefix(path + "/") } }
}

extension FakeEnvironment {
  /// What one command line wrote.
  struct Outcome {
    let status: Int32
    /// What was written, in its order, a piece for each change of stream.
    let pieces: [(stream: Stream, text: String)]

    var output: String { pieces.filter { $0.stream == .output }.map(\.text).joined() }
    var errors: String { pieces.filter { $0.stream == .error }.map(\.text).joined() }
    /// Both streams as they were written.
    var transcript: String { pieces.map(\.text).joined() }
  }

  /// Runs a command line as a shell would split it at spaces; words `NAME=value` before the
  /// command are variables.
  func run(line: String) -> Outcome {
    var words = line.split(separator: " ").map(String.init)
    while let word = words.first, !word.hasPrefix("-"), let sign = word.firstIndex(of: "=") {
      variables[String(word[..<sign])] = String(word[word.index(after: sign)...])
      words.removeFirst()
    }
    return run(words)
  }

  func run(_ words: [String]) -> Outcome {
    outcome { RotaCommands.run(words, in: self) }
  }

  /// What a run writes that gives its exit status.
  func outcome(_ run: () -> Int32) -> Outcome {
    pieces = []
    let status = run()
    return Outcome(
      status: status, pieces: pieces.map { ($0.stream, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
