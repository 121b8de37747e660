import Foundation
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

  /// Links lead to files of the commit; the entry of another repository is neither file nor folder.
  @Test func linksAreFollowedInsideTheCommit() throws {
    let made = try TemporaryRepository()
    try made.commit(["config/team.yaml": "a\n", "config/folder/b": "b\n"])
    try made.git([
      "update-index", "--add", "--cacheinfo", "160000,\(String(repeating: "1", count: 40)),other",
    ])
    for (path, target) in [
      ("config/link", "team.yaml"), ("link", "config/link"), ("out", "../out"),
      ("absolute", "/etc/passwd"), ("circle", "circle"), ("folder", "config/folder"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: made.folder + "/" + path, withDestinationPath: target)
      try made.git(["add", path])
    }
    try made.commitIndex()
    let repository = try Repository(made.environment)
    let commit = try repository.commit("HEAD")
    #expect(try repository.file("config/link", at: commit) == Array("a\n".utf8))
    #expect(try repository.file("link", at: commit) == Array("a\n".utf8))
    for path in ["out", "absolute", "circle", "folder", "other", "../config/team.yaml"] {
      #expect(try repository.file(path, at: commit) == nil)
    }
    #expect(try repository.names(inFolder: "other", at: commit) == nil)
    #expect(try repository.names(inFolder: "..", at: commit) == nil)
  }

  /// git goes away: its words are shown, and nothing waits.
  @Test func objectsThatGitDoesNotHave() throws {
    let made = try TemporaryRepository()
    let objects = GitObjects(in: made.folder)
    let nobody = String(repeating: "1", count: 40)
    #expect(throws: GitProblem(words: nobody + " missing")) { try objects.object(nobody) }
    let nowhere = GitObjects(in: "/nowhere")
    let problem = #expect(throws: GitProblem.self) { try nowhere.object(nobody) }
    #expect(problem?.words.contains("/nowhere") == true)
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
