#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file of the system, closed when it goes out of use.
struct Descriptor: ~Copyable {
  let number: Int32
  private let path: String
  private let closes: Bool

  init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(FileProblem) {
    let number = uninterrupted { unsafe open(path, flags, mode) }
    guard number >= 0 else { throw FileProblem(path, errno: errno) }
    self.number = number
    self.path = path
    closes = true
  }

  /// Opens a file with bytes to its end. What only looks like one, a pipe, a device or a socket,
  /// might be waited for without end: it is refused before it is read.
  init(reading path: String) throws(FileProblem) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileProblem(path, errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(path, .isFolder)
    case S_IFIFO: throw FileProblem(path, .other("it is a pipe, not a file"))
    case S_IFSOCK: throw FileProblem(path, .other("it is a socket, not a file"))
    default: throw FileProblem(path, .other("it is a device, not a file"))
    }
    // Not blocking, for a pipe may have come to stand there since.
    try self.init(opening: path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  }

  /// A stream of the process, which stays open.
  init(_ number: Int32, of name: String) {
    self.number = number
    path = name
    closes = false
  }

  deinit {
    if closes { close(number) }
  }

  /// To the end of the file, at most `limit` bytes.
  func read(limit: Int) throws(FileProblem) -> [UInt8] {
    // With one byte more than the file has, its end is seen without another buffer, and thousands of
    // small files fill no more memory than they have bytes.
    let size = size
    var wanted = size > 0 ? min(size, limit - 1) + 1 : min(limit, 1 << 16)
    var bytes = try read(upTo: wanted)
    while bytes.count == wanted, wanted < limit {
      let more = min(limit - wanted, max(wanted, 1 << 16))
      bytes += try read(upTo: more)
      wanted += more
    }
    return bytes
  }

  /// What the system says; 0 of what is no file, such as a pipe.
  private var size: Int {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? Int(clamping: status.st_size) : 0
  }

  /// The next bytes, fewer than `capacity` only at the end of the file.
  private func read(upTo capacity: Int) throws(FileProblem) -> [UInt8] {
    var problem: FileProblem?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled..<capacity])
        let count = unsafe readBytes(number, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { problem = FileProblem(path, errno: errno) }
        if count <= 0 { break }
        filled += count
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// All of the bytes, however many calls it takes.
  func write(_ bytes: [UInt8]) throws(FileProblem) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
        return unsafe writeBytes(number, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path, errno: errno) }
      written += count
    }
  }
}

// Inside a type that has methods of these names the system's own would be hidden.
private let readBytes = unsafe read as @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int
private let writeBytes = unsafe write as @Sendable (Int32, UnsafeRawPointer?, Int) -> Int
