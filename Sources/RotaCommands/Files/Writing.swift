import Diagnostics

/// What a run has done to files so far: said where it fails later on.
final class WrittenFiles {
  fileprivate(set) var paths: [String] = []
  fileprivate(set) var removed: [String] = []
}

extension Context {
  /// Puts files in place, all of them or none where somebody else has changed one meanwhile; throws
  /// `Unusable` where that cannot be.
  func write(_ changes: [FileChange]) throws(Unusable) {
    do throws(FileProblem) {
      try environment.replace(changes)
    } catch {
      throw Unusable(.unwritable(error))
    }
    written.paths += changes.map(\.path)
  }

  /// Takes a file away; throws `Unusable` where that cannot be.
  func remove(_ path: String) throws(Unusable) {
    do throws(FileProblem) {
      try environment.remove(path)
    } catch {
      throw Unusable(.unwritable(error))
    }
    written.removed.append(path)
  }

  /// A file that stands in place of what was read of it; a new one without.
  func write(_ path: String, _ bytes: [UInt8], insteadOf source: SourceText?) throws(Unusable) {
    let earlier: FileChange.Earlier = source.map { .bytes($0.bytes) } ?? .nothing
    try write([FileChange(path, bytes: bytes, insteadOf: earlier)])
  }
}

extension Diagnostic {
  /// Standard output takes no more, or not all.
  static func unwritable(_ problem: FileProblem, after written: WrittenFiles) -> Diagnostic {
    .unwritable(
      problem.saying("written", before: written.paths).saying("removed", before: written.removed))
  }
}

extension FileProblem {
  /// The same with what was done to files before.
  func saying(_ done: String, before paths: [String]) -> FileProblem {
    if paths.isEmpty { return self }
    let paths = paths.map { "`\($0)`" }.joined(separator: ", ")
    return FileProblem(path, .other("\(whyUnwritable); \(done) before: \(paths)"))
  }
}
