import Foundation
import Testing

@testable import RotaCommands

/// The door to the world, on real files in a folder of its own.
struct SystemEnvironmentTests {
  private let environment = SystemEnvironment()

  /// Hands a new folder to a test and removes it afterwards.
  private func inFolder(_ test: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try test(folder)
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try environment.read(path, limit: 1 << 20), as: UTF8.self)
  }

  @Test func aFileIsWrittenWithTheFoldersItNeeds() throws {
    try inFolder { folder in
      let path = folder + "/a/b/new.yaml"
      try environment.replace(path, with: Array("one".utf8))
      #expect(try read(path) == "one")
      #expect(try environment.names(inFolder: folder + "/a/b") == ["new.yaml"])
    }
  }

  @Test func aSymbolicLinkAndTheModeStay() throws {
    try inFolder { folder in
      let manager = FileManager.default
      try environment.replace(folder + "/real/file", with: Array("old".utf8))
      try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder + "/real/file")
      try manager.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "real/file")
      try environment.replace(folder + "/link", with: Array("new".utf8))
      #expect(try manager.destinationOfSymbolicLink(atPath: folder + "/link") == "real/file")
      #expect(try read(folder + "/real/file") == "new")
      let mode = try manager.attributesOfItem(atPath: folder + "/real/file")[.posixPermissions]
      #expect(mode as? Int == 0o640)
      #expect(try environment.names(inFolder: folder + "/real") == ["file"])
    }
  }

  @Test func aLinkThatLeadsToNothingYetIsFollowed() throws {
    try inFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "later")
      try environment.replace(folder + "/link", with: [0x41])
      #expect(try read(folder + "/later") == "A")
    }
  }

  @Test func aFailedWriteLeavesWhatWasThere() throws {
    try inFolder { folder in
      try environment.replace(folder + "/taken/file", with: [0x41])
      #expect(throws: FileProblem(folder + "/taken", .isFolder)) {
        try environment.replace(folder + "/taken", with: [0x42])
      }
      #expect(throws: FileProblem.self) {
        try environment.replace(folder + "/taken/file/below", with: [0x42])
      }
      #expect(try environment.names(inFolder: folder) == ["taken"])
      #expect(try read(folder + "/taken/file") == "A")
    }
  }

  @Test func whatCannotBeReadIsToldApart() throws {
    try inFolder { folder in
      #expect(throws: FileProblem(folder + "/none", .missing)) {
        try environment.read(folder + "/none", limit: 1)
      }
      #expect(throws: FileProblem(folder, .isFolder)) { try environment.read(folder, limit: 1) }
      #expect(throws: FileProblem(folder + "/none", .missing)) {
        try environment.names(inFolder: folder + "/none")
      }
    }
  }

  @Test func readingStopsAtTheLimit() throws {
    try inFolder { folder in
      try environment.replace(folder + "/long", with: [UInt8](repeating: 0, count: 200_000))
      #expect(try environment.read(folder + "/long", limit: 100_000).count == 100_000)
    }
  }

  /// A pipe that nobody writes to would be waited for without end.
  @Test func whatIsNoFileIsRefusedBeforeItIsRead() throws {
    try inFolder { folder in
      #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
      for (path, words) in [
        (folder + "/pipe", "it is a pipe, not a file"),
        ("/dev/zero", "it is a device, not a file"),
      ] {
        #expect(throws: FileProblem(path, .other(words))) {
          try environment.read(path, limit: 1)
        }
      }
    }
  }

  #if os(Linux)
    @Test func aSocketIsNoFile() throws {
      try inFolder { folder in
        #expect(unsafe mknod(folder + "/door", S_IFSOCK | 0o600, 0) == 0)
        #expect(throws: FileProblem(folder + "/door", .other("it is a socket, not a file"))) {
          try environment.read(folder + "/door", limit: 1)
        }
      }
    }
  #endif

  @Test func theNamesInAFileAreNotAnEmptyFolder() throws {
    try inFolder { folder in
      try environment.replace(folder + "/file", with: [])
      #expect(throws: FileProblem(folder + "/file", .other("Not a directory"))) {
        try environment.names(inFolder: folder + "/file")
      }
    }
  }

  @Test func aRealPathFollowsLinksAndDots() throws {
    try inFolder { folder in
      try environment.replace(folder + "/a/file", with: [])
      try environment.replace(folder + "/b/c/file", with: [])
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a/link", withDestinationPath: "../b/c")
      let real = try #require(environment.realPath(folder))
      #expect(environment.realPath(folder + "/a/link/../c/file") == real + "/b/c/file")
      #expect(environment.realPath(folder + "/a/../a//file") == real + "/a/file")
      #expect(environment.realPath(folder + "/none") == nil)
    }
  }

  @Test func namesAreSorted() throws {
    try inFolder { folder in
      for name in ["b", "a", ".c", "B"] { try environment.replace(folder + "/" + name, with: []) }
      #expect(try environment.names(inFolder: folder) == [".c", "B", "a", "b"])
    }
  }

  /// `rota help | head -1`: the reader goes, the program ends as if nothing had happened.
  @Test func aClosedPipeIsNoMistake() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let environment = SystemEnvironment()
      var ends: [Int32] = [0, 0]
      _ = unsafe pipe(&ends)
      close(ends[0])
      dup2(ends[1], STDOUT_FILENO)
      exit(run(["help"], in: environment))
    }
  }

  /// A full disk behind standard output is a mistake that is told.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsTold() async {
    await #expect(processExitsWith: .exitCode(2)) {
      let environment = SystemEnvironment()
      dup2(unsafe open("/dev/full", O_WRONLY), STDOUT_FILENO)
      exit(run(["help"], in: environment))
    }
  }
}
