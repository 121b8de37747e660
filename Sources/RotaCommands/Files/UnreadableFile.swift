import Diagnostics

extension Diagnostic {
  /// A file that cannot be read, named where no other file refers to it.
  static func unreadable(
    _ problem: FileProblem, _ kind: String, at place: Place? = nil, help: [String] = []
  ) -> Diagnostic {
    switch problem.reason {
    case .missing:
      Diagnostic(
        "missing-file", .error, "there is no \(kind) `\(problem.path)`", at: place, help: help)
    case .isFolder:
      Diagnostic(
        "unreadable-file", .error, "the \(kind) `\(problem.path)` is a folder", at: place,
        help: help)
    case .other(let words):
      Diagnostic(
        "unreadable-file", .error, "the \(kind) `\(problem.path)` cannot be read: \(words)",
        at: place)
    }
  }

  static func unwritable(_ problem: FileProblem) -> Diagnostic {
    let words =
      switch problem.reason {
      case .missing: "its folder is missing"
      case .isFolder: "it is a folder"
      case .other(let words): words
      }
    return Diagnostic(
      "unwritable-file", .error, "`\(problem.path)` cannot be written: \(words)", at: nil)
  }
}
