/// A run of git as a process of its own, in the folder that Rota runs in or another.
package struct GitProcess {
  /// What git printed, and how it ended.
  package struct Result: Sendable {
    package let output: [UInt8]
    package let errors: String
    /// 0 where all went well; 127 where git is not installed.
    package let status: Int32

    package init(output: [UInt8], errors: String, status: Int32) {
      self.output = output
      self.errors = errors
      self.status = status
    }
  }

  /// Runs git and waits for its end.
  package static func run(_ arguments: [String], in folder: String? = nil) -> Result {
    do throws(FileProblem) {
      let git = try start(arguments, in: folder)
      let status = git.wait()
      return Result(
        output: git.output, errors: String(decoding: git.errors, as: UTF8.self), status: status)
    } catch {
      return Result(output: [], errors: words(for: error), status: 127)
    }
  }

  /// Why git could not be started.
  static func words(for problem: FileProblem) -> String {
    switch problem.reason {
    case .other(let words): words
    case .missing, .isFolder: "no program `git` is on the PATH"
    }
  }

  /// It never asks for a password, takes no lock, and speaks English, so that its words can be
  /// shown beside Rota's own.
  static func start(
    _ arguments: [String], in folder: String?, input: Bool = false
  ) throws(FileProblem) -> Child {
    let place = folder.map { ["-C", $0] } ?? []
    return try Child(
      ["git"] + place + arguments,
      settings: [("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0")],
      input: input)
  }
}
