#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is replaced whole or not at all: the new bytes go to a neighbour of a temporary
/// name, and one `rename` puts it in place. A run that is killed leaves the old file.
struct AtomicFile {
  private let change: FileChange
  /// The file itself, behind any symbolic links.
  private let target: String

  private var path: String { change.path }
  private var folder: String { FilePath.folder(of: target) }

  private init(_ change: FileChange) throws(FileProblem) {
    self.change = change
    target = try AtomicFile.following(change.path)
  }

  /// Replaces files, none of them where one is not what the change was made of.
  static func replace(_ changes: [FileChange]) throws(FileProblem) {
    var files: [AtomicFile] = []
    for change in changes { files.append(try AtomicFile(change)) }
    for file in files { try makeFolder(file.folder) }
    try FolderLock.holding(Set(files.map(\.folder))) { () throws(FileProblem) in
      for file in files { try file.refuseOthersChanges() }
      try putInPlace(files)
    }
  }

  /// Files written together reach the disk sooner than one by one; a process has 256 open and more.
  private static let filesOpen = 64

  /// What can go wrong, a full disk before all, goes wrong while nothing is in its place yet.
  private static func putInPlace(_ files: [AtomicFile]) throws(FileProblem) {
    defer {
      for file in files { unsafe unlink(file.temporary) }
    }
    for start in stride(from: 0, to: files.count, by: filesOpen) {
      var written: [WrittenFile] = []
      for file in files[start...].prefix(filesOpen) { written.append(try file.writeBeside()) }
      for file in written { try file.sync() }
    }
    for (index, file) in files.enumerated() {
      guard uninterrupted({ unsafe rename(file.temporary, file.target) }) == 0 else {
        throw FileProblem(file.path, errno: errno)
          .saying("written", before: files[..<index].map(\.path))
      }
    }
  }

  private func refuseOthersChanges() throws(FileProblem) {
    if change.earlier == .anything { return }
    let found: [UInt8]?
    do throws(FileProblem) {
      found = try Descriptor(reading: target).read(limit: .max)
    } catch {
      guard error.reason == .missing else { throw FileProblem(path, error.reason) }
      found = nil
    }
    guard change.earlier.agrees(with: found) else { throw .changed(path) }
  }

  private var temporary: String {
    FilePath.join(folder, ".\(FilePath.name(of: target)).\(getpid()).tmp")
  }

  private func writeBeside() throws(FileProblem) -> WrittenFile {
    var old = stat()
    let mode: mode_t? = unsafe stat(target, &old) == 0 ? old.st_mode & 0o7777 : nil
    guard mode == nil || old.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(path, .isFolder) }
    do throws(FileProblem) {
      return try WrittenFile(temporary, change.bytes, mode: mode, reportedAs: path)
    } catch {
      throw FileProblem(path, error.reason)
    }
  }

  /// Where symbolic links lead, also one that leads to nothing yet.
  private static func following(_ path: String) throws(FileProblem) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let length = unsafe readlink(path, &buffer, buffer.count)
      guard length >= 0 else { return path }
      // Another name in its place would be another file.
      let bytes = buffer[..<length].map(UInt8.init(bitPattern:))
      let link = String(decoding: bytes, as: UTF8.self)
      guard link.utf8.elementsEqual(bytes) else {
        throw FileProblem(path, .other("it is a link to a name that is not UTF-8"))
      }
      path = FilePath.join(FilePath.folder(of: path), link)
    }
    throw FileProblem(path, errno: ELOOP)
  }

  /// Makes a folder and those it lies in.
  private static func makeFolder(_ path: String) throws(FileProblem) {
    if path.isEmpty || path == "/" { return }
    var status = stat()
    if unsafe stat(path, &status) == 0 { return }
    try makeFolder(FilePath.folder(of: path))
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileProblem(path, errno: errno)
    }
  }
}

/// A file whose bytes the system has, and perhaps not yet the disk.
private final class WrittenFile {
  private let file: Descriptor
  private let reportedPath: String

  /// - Parameter reportedAs: the path that a problem names.
  init(
    _ path: String, _ bytes: [UInt8], mode: mode_t?, reportedAs reportedPath: String
  ) throws(FileProblem) {
    self.reportedPath = reportedPath
    file = try Descriptor(
      opening: path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode: 0o666)
    if let mode { fchmod(file.number, mode) }
    try file.write(bytes)
  }

  /// Waits for the disk: a full one may show itself only here.
  func sync() throws(FileProblem) {
    guard uninterrupted({ fsync(file.number) }) == 0 || errno == EINVAL else {
      throw FileProblem(reportedPath, errno: errno)
    }
  }
}
