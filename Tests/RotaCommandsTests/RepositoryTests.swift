import Testing

@testable import RotaCommands

/// What is read of a real git repository.
struct RepositoryTests {
  @Test func filesAndFoldersOfACommit() throws {
    let made = try TemporaryRepository()
    try made.commit(["config/team.yaml": "old\n", "config/rotas/b.yaml": "b\n", "a b/ü.txt": "ü"])
    try made.commit(["config/team.yaml": "new\n", "config/rotas/a.yaml": "a\n"])
    let repository = try Repository(made.environment)
    #expect(!repository.isShallow)
    let first = try repository.commit("HEAD~1")
    let now = try repository.commit("main")
    #expect(try repository.file("config/team.yaml", at: first) == Array("old\n".utf8))
    #expect(try repository.file("config/team.yaml", at: now) == Array("new\n".utf8))
    #expect(try repository.file("a b/ü.txt", at: now) == Array("ü".utf8))
    #expect(try repository.file("config/rotas/a.yaml", at: first) == nil)
    #expect(try repository.file("config/rotas", at: now) == nil)
    #expect(try repository.file("a b/../config/./team.yaml", at: now) == Array("new\n".utf8))
    #expect(try repository.names(inFolder: "config/rotas", at: first) == ["b.yaml"])
    #expect(try repository.names(inFolder: "config/rotas", at: now) == ["a.yaml", "b.yaml"])
    #expect(try repository.names(inFolder: "", at: now) == ["a b", "config"])
    #expect(try repository.names(inFolder: "nothing", at: now) == nil)
    #expect(try repository.names(inFolder: "config/team.yaml", at: now) == nil)
    #expect(try repository.commitThatAdded("config/rotas/b.yaml") == first)
    #expect(try repository.commitThatAdded("config/rotas/a.yaml") == now)
    #expect(try repository.commitThatAdded("config/rotas/[ab].yaml") == nil)
  }

  /// A run of git takes longer than all else that a review does.
  @Test func gitIsAskedOnceForEachFolderAndFile() throws {
    let made = try TemporaryRepository()
    try made.commit([
      "config/team.yaml": "a\n", "config/rotas/a.yaml": "b\n", "config/rotas/b.yaml": "c\n",
    ])
    let world = made.environment
    let repository = try Repository(world)
    let commit = try repository.commit("main")
    for _ in 0..<2 {
      #expect(try repository.file("config/team.yaml", at: commit) == Array("a\n".utf8))
      #expect(try repository.names(inFolder: "config/rotas", at: commit) == ["a.yaml", "b.yaml"])
      #expect(try repository.file("config/rotas/a.yaml", at: commit) == Array("b\n".utf8))
      #expect(try repository.file("config/rotas/b.yaml", at: commit) == Array("c\n".utf8))
      #expect(try repository.file("config/rotas/c.yaml", at: commit) == nil)
      #expect(try repository.file("config/team.yaml/c.yaml", at: commit) == nil)
      #expect(try repository.file("nothing/c.yaml", at: commit) == nil)
    }
    let words = world.gitRuns.compactMap { run in
      ["rev-parse", "ls-tree", "cat-file"].first(where: run.contains)
    }
    #expect(words.count { $0 == "rev-parse" } == 2)
    // `config`, `config/rotas`, and the two that are no folders.
    #expect(words.count { $0 == "ls-tree" } == 4)
    #expect(words.count { $0 == "cat-file" } == 3)
  }

  /// A revision that looks like an option is a revision that does not exist.
  @Test(arguments: ["--output=made", "-h", "--help", "nothing", "", "HEAD; true", "HEAD:config"])
  func aRevisionIsNeverAnOption(_ revision: String) throws {
    let made = try TemporaryRepository()
    try made.commit(["a": "a\n"])
    let repository = try Repository(made.environment)
    #expect(throws: GitProblem.self) { try repository.commit(revision) }
    #expect(try made.git(["status", "--porcelain"]) == "")
  }

  @Test func pathsCountFromTheTop() throws {
    let made = try TemporaryRepository()
    try made.commit(["a": "a\n"])
    let repository = try Repository(made.environment)
    #expect(repository.path(fromTop: "config/./rotas/../team.yaml") == "config/team.yaml")
    #expect(repository.path(fromTop: "../team.yaml") == nil)
    #expect(repository.path(fromTop: repository.top + "/x/y") == "x/y")
    #expect(repository.path(fromTop: "/elsewhere/y") == nil)
  }

  @Test(arguments: [
    ("/home/ada/team", "config/./team.yaml", "team/config/team.yaml"),
    ("/home/ada/team", "../other/team.yaml", "other/team.yaml"),
    ("/home/ada/team", "/home/ada/team.yaml", "team.yaml"),
    ("/home/ada/team", "/tmp/team.yaml", "/tmp/team.yaml"),
    ("/home/ada/team", "../../../../../team.yaml", "../../../../../team.yaml"),
    // No repository.
    ("/home/bob", "config/team.yaml", "config/team.yaml"),
    ("/", "config/team.yaml", "config/team.yaml"),
  ])
  func reportedPathsCountFromTheNearestTop(_ folder: String, _ path: String, _ reported: String) {
    let top = RepositoryTop(folder: folder) { ["/home/ada/.git"].contains($0) }
    #expect(top.path(path) == reported)
  }

  @Test func outsideARepositoryGitsWordsAreShown() {
    let problem = #expect(throws: GitProblem.self) { try Repository(FakeEnvironment()) }
    #expect(problem?.words == "not a git repository")
  }

  /// Both streams may be longer than a pipe holds.
  @Test func longOutputIsReadToItsEnd() throws {
    let made = try TemporaryRepository()
    let text = String(repeating: "0123456789", count: 100_000)
    try made.commit(["long": text])
    let repository = try Repository(made.environment)
    #expect(try repository.file("long", at: repository.commit("HEAD")) == Array(text.utf8))
  }
}
