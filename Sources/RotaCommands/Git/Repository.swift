import Diagnostics

/// The git repository around the folder that Rota runs in.
///
/// git is asked by `rev-parse`, `cat-file` and `log` alone, and sees nothing of the user's but a
/// revision and a path, after `--end-of-options`: no revision can be an option.
struct Repository {
  /// A commit's full name.
  struct Commit: Hashable {
    let name: String
  }

  private let environment: any Environment
  private let objects: GitObjects
  /// The top folder, absolute.
  let top: String
  /// From the top to the folder Rota runs in: empty or ending with a slash.
  private let prefix: String
  /// History ends early, as in a clone of `--depth 1`.
  let isShallow: Bool

  /// Throws `GitProblem` outside a repository, and where git is not installed.
  init(_ environment: any Environment) throws(GitProblem) {
    self.environment = environment
    objects = environment.gitObjects()
    let lines = try Repository.lines(
      ["rev-parse", "--show-toplevel", "--is-shallow-repository", "--show-prefix"], environment)
    guard lines.count >= 2 else { throw GitProblem(words: "no work tree is there") }
    top = lines[0]
    isShallow = lines[1] == "true"
    prefix = lines.count > 2 ? lines[2] : ""
  }

  /// The commit that a revision names.
  func commit(_ revision: String) throws(GitProblem) -> Commit {
    do throws(GitProblem) {
      let lines = try Repository.lines(
        ["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"], environment)
      guard let name = lines.first else { throw GitProblem(words: "no commit is named") }
      return Commit(name: name)
    } catch {
      let shallow = isShallow ? " (the clone is shallow: its history ends early)" : ""
      throw GitProblem(words: "\(error.words): `\(revision)`\(shallow)")
    }
  }

  /// A path as it counts from the top; nil for one outside the repository.
  func path(fromTop path: String) -> String? {
    guard path.hasPrefix("/") else { return Repository.path(prefix + path) }
    guard path.hasPrefix(top + "/") else { return nil }
    return Repository.path(String(path.dropFirst(top.count + 1)))
  }

  /// A path from the top without `.` and `..`; nil where it leads out.
  private static func path(_ whole: String) -> String? {
    FilePath.parts(whole)?.joined(separator: "/")
  }

  /// A file of a commit, by its path from the top; nil where the commit has no file there. A
  /// symbolic link leads to a file of the same commit, or to none.
  func file(_ path: String, at commit: Commit) throws(GitProblem) -> [UInt8]? {
    var path = path
    for _ in 0..<Repository.mostLinks {
      guard let entry = try entry(path, at: commit), [.file, .link].contains(entry.kind) else {
        return nil
      }
      let bytes = try objects.object(entry.object).bytes
      guard entry.kind == .link else { return bytes }
      let target = String(decoding: bytes, as: UTF8.self)
      guard !target.hasPrefix("/"),
        let next = Repository.path(FilePath.join(FilePath.folder(of: path), target))
      else { return nil }
      path = next
    }
    return nil
  }

  /// How many links that lead to links are followed.
  private static let mostLinks = 8

  /// The names in a folder of a commit, sorted; nil where the commit has no folder there.
  func names(inFolder path: String, at commit: Commit) throws(GitProblem) -> [String]? {
    guard let path = Repository.path(path) else { return nil }
    return try entries(inFolder: path, at: commit)?.map(\.name).sorted()
  }

  /// The latest commit that added a file; nil where none did.
  func commitThatAdded(_ path: String) throws(GitProblem) -> Commit? {
    try Repository.lines(
      [
        "--literal-pathspecs", "log", "--diff-filter=A", "--no-renames", "--format=%H",
        "--no-show-signature", "--max-count=1", "--end-of-options", "HEAD", "--", relative(path),
      ], environment
    ).first.map(Commit.init)
  }

  /// A path from the top as seen from the folder Rota runs in.
  private func relative(_ path: String) -> String {
    String(repeating: "../", count: prefix.split(separator: "/").count) + path
  }

  /// What a commit has at a path; nil for nothing, and for a path that leads out of it.
  private func entry(_ path: String, at commit: Commit) throws(GitProblem) -> GitObjects.Entry? {
    guard let path = Repository.path(path) else { return nil }
    let name = FilePath.name(of: path)
    return try entries(inFolder: FilePath.folder(of: path), at: commit)?.first { $0.name == name }
  }

  /// What a commit has in a folder; nil where it has no such folder.
  private func entries(
    inFolder path: String, at commit: Commit
  ) throws(GitProblem) -> [GitObjects.Entry]? {
    var entries = try objects.entries(of: commit.name)
    for part in path.split(separator: "/") {
      guard let folder = entries?.first(where: { $0.name == part }), folder.kind == .folder else {
        return nil
      }
      entries = try objects.entries(of: folder.object)
    }
    return entries
  }

  private static func output(
    _ arguments: [String], _ environment: any Environment
  ) throws(GitProblem) -> [UInt8] {
    let result = environment.git(arguments)
    guard result.status == 0 else { throw GitProblem(result) }
    return result.output
  }

  private static func lines(
    _ arguments: [String], _ environment: any Environment
  ) throws(GitProblem) -> [String] {
    try String(decoding: output(arguments, environment), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
  }
}

/// Why git could not answer.
struct GitProblem: Error, Equatable {
  /// git's own words, one line.
  let words: String

  init(words: String) { self.words = words }

  init(_ result: GitProcess.Result) {
    let first = result.errors.split(separator: "\n").first.map(String.init)
    let words = first ?? "git ended with exit status \(result.status)"
    self.words = words.hasPrefix("fatal: ") ? String(words.dropFirst(7)) : words
  }

  var diagnostic: Diagnostic {
    .usage(
      "git", "git says: \(words)",
      help: ["run `rota` inside the repository, and name a commit, branch or tag that it has"])
  }
}
