import Diagnostics
import RotaModel

extension Environment {
  /// Whether something stands at a path, whatever it is and whether or not it can be read.
  func has(_ path: String) -> Bool {
    do throws(FileProblem) {
      _ = try read(path, limit: 1)
      return true
    } catch {
      return error.reason != .missing
    }
  }
}

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

  /// A file that a folder holds and that no text names.
  static func notUTF8(_ name: String, inFolder folder: String) -> Diagnostic {
    Diagnostic(
      "unreadable-file", .error, "a file in `\(folder)` has a name that is not UTF-8: `\(name)`",
      at: nil, help: ["rename it, or move it out of the folder"])
  }

  /// A calendar that is not opened for where it lies.
  static func outside(_ entry: CalendarEntry) -> Diagnostic {
    Diagnostic(
      "outside-file", .error,
      "the calendar `\(entry.path)` lies outside of the team file's folder, and is not read",
      at: entry.place,
      help: [
        "put the file into the folder of the team file, or allow it with `--allow-outside`"
      ])
  }

  static func unwritable(_ problem: FileProblem) -> Diagnostic {
    Diagnostic(
      "unwritable-file", .error,
      "`\(problem.path)` cannot be written: \(problem.whyUnwritable)", at: nil)
  }
}

extension FileProblem {
  /// A clause.
  var whyUnwritable: String {
    switch reason {
    case .missing: "its folder is missing"
    case .isFolder: "it is a folder"
    case .other(let words): words
    }
  }
}
