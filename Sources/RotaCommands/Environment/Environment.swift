package import ICalendar

/// The only door to the world: files, output, the clock and the variables of the process.
///
/// The program has a real one, tests a fake one; nothing else in Rota reads or writes anything.
package protocol Environment {
  /// The file's bytes, or its first `limit` bytes where it is longer.
  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8]

  /// What comes in by standard input, or its first `limit` bytes where there are more.
  func readInput(limit: Int) throws(FileProblem) -> [UInt8]

  /// The names in a folder, sorted; files, folders and hidden ones alike. In a name that is not UTF-8,
  /// U+FFFD stands for what is not.
  func names(inFolder path: String) throws(FileProblem) -> [String]

  /// The absolute path with every symbolic link on it followed; nil where nothing can be found.
  func realPath(_ path: String) -> String?

  /// Puts files in place, each whole, or leaves everything as it was: also where one of them is not
  /// what the change was made of. Folders that are missing are made; a symbolic link stays one, and
  /// the file it leads to keeps its mode.
  func replace(_ changes: [FileChange]) throws(FileProblem)

  /// By which a file that is written anew is known; nil where there is none.
  func stamp(of path: String) -> FileStamp?

  /// Waits; shorter where an interrupt comes.
  func pause(seconds: Double)

  /// Takes a file away.
  func remove(_ path: String) throws(FileProblem)

  /// Writes all of `bytes`. What nobody reads any more (a closed pipe) is dropped without a word.
  func write(_ bytes: [UInt8], to stream: Stream) throws(FileProblem)

  func isTerminal(_ stream: Stream) -> Bool

  /// How many columns the terminal has that a stream goes to; nil where it does not tell.
  func columns(of stream: Stream) -> Int?

  /// An environment variable; nil where it is not set.
  func variable(_ name: String) -> String?

  /// The present moment.
  var now: Instant { get }

  /// Nanoseconds on a clock that only ever moves forward.
  var nanoseconds: UInt64 { get }

  /// From here on an interrupt (Ctrl-C) does not end the program: the work asks for it. Another
  /// one does.
  func holdInterrupts()

  /// Whether the user has interrupted the program since.
  var isInterrupted: Bool { get }

  /// Runs git in the folder that Rota runs in, and waits for its end.
  func git(_ arguments: [String]) -> GitProcess.Result

  /// The objects of the git repository around that folder.
  func gitObjects() -> GitObjects

  /// Where the system's link to its time zone leads; nil where there is none.
  var zoneLink: String? { get }

  /// Where time zones are read from.
  var zones: ZoneDirectory { get }
  /// The release of that data; nil where it cannot be told.
  var zoneRelease: ZoneRelease? { get }
}

extension Environment {
  /// Whether a stream goes to a terminal that knows colours and can take a line back.
  func obeysCodes(_ stream: Stream) -> Bool {
    isTerminal(stream) && variable("TERM") != "dumb"
  }
}

package enum Stream: Sendable { case output, error }

/// Why a file could not be read or written.
package struct FileProblem: Error, Equatable, Sendable {
  package enum Reason: Sendable, Equatable {
    case missing
    /// A folder stands there.
    case isFolder
    /// The system's own words.
    case other(String)
  }

  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// What the system says of a file without reading it.
package struct FileStamp: Equatable, Sendable {
  let size: Int
  /// Nanoseconds since 1970, or anything else that changes with the bytes.
  let modified: Int
  /// Which file it is: a save may put another one in its place.
  let file: UInt64

  package init(size: Int, modified: Int, file: UInt64 = 0) {
    self.size = size
    self.modified = modified
    self.file = file
  }
}
