import ICalendar

/// The world with the files of a commit instead of those of the work tree; all else is as it is.
///
/// Files are read, never written. A path outside of the repository is missing.
struct CommitEnvironment: Environment {
  private let world: any Environment
  private let repository: Repository
  private let commit: Repository.Commit

  init(_ world: any Environment, _ repository: Repository, at commit: Repository.Commit) {
    self.world = world
    self.repository = repository
    self.commit = commit
  }

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard let inside = repository.path(fromTop: path) else { throw FileProblem(path, .missing) }
    let bytes: [UInt8]?
    let isFolder: Bool
    do throws(GitProblem) {
      bytes = try repository.file(inside, at: commit)
      let names = try bytes == nil ? repository.names(inFolder: inside, at: commit) : nil
      isFolder = names != nil
    } catch {
      throw FileProblem(path, .other(error.words))
    }
    guard let bytes else { throw FileProblem(path, isFolder ? .isFolder : .missing) }
    return Array(bytes.prefix(limit))
  }

  func readInput(limit: Int) throws(FileProblem) -> [UInt8] { try world.readInput(limit: limit) }

  func names(inFolder path: String) throws(FileProblem) -> [String] {
    guard let inside = repository.path(fromTop: path) else { throw FileProblem(path, .missing) }
    let names: [String]?
    do throws(GitProblem) {
      names = try repository.names(inFolder: inside, at: commit)
    } catch {
      throw FileProblem(path, .other(error.words))
    }
    guard let names else { throw FileProblem(path, .missing) }
    return names
  }

  /// A commit has no links that lead out of it: git gives what stands at a path, and nothing else.
  func realPath(_ path: String) -> String? { nil }

  func replace(_ changes: [FileChange]) throws(FileProblem) {
    throw FileProblem(changes.first?.path ?? "", .other("a commit stays as it is"))
  }

  /// A commit never changes.
  func stamp(of path: String) -> FileStamp? { nil }
  func pause(seconds: Double) { world.pause(seconds: seconds) }

  func remove(_ path: String) throws(FileProblem) {
    throw FileProblem(path, .other("a commit stays as it is"))
  }

  func write(_ bytes: [UInt8], to stream: Stream) throws(FileProblem) {
    try world.write(bytes, to: stream)
  }

  func isTerminal(_ stream: Stream) -> Bool { world.isTerminal(stream) }
  func columns(of stream: Stream) -> Int? { world.columns(of: stream) }
  func variable(_ name: String) -> String? { world.variable(name) }
  var now: Instant { world.now }
  var nanoseconds: UInt64 { world.nanoseconds }
  func holdInterrupts() { world.holdInterrupts() }
  var isInterrupted: Bool { world.isInterrupted }
  func git(_ arguments: [String]) -> GitProcess.Result { world.git(arguments) }
  func gitObjects() -> GitObjects { world.gitObjects() }
  var zoneLink: String? { world.zoneLink }
  var zones: ZoneDirectory { world.zones }
  var zoneRelease: ZoneRelease? { world.zoneRelease }
}
