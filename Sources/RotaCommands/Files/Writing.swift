import Diagnostics

/// What a run has written so far: said where it fails later on.
final class WrittenFiles {
  fileprivate(set) var paths: [String] = []
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
      written.paths.isEmpty ? problem : problem.saying(writtenBefore: written.paths))
  }
}

extension FileProblem {
  /// The same with the files that stand there already.
  func saying(writtenBefore paths: [String]) -> FileProblem {
    let paths = paths.map { "`\($0)`" }.joined(separator: ", ")
    return FileProblem(path, .other("\(whyUnwritable); written before: \(paths)"))
  }
}
