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
      try environment.write(path, Array("one".utf8))
      #expect(try read(path) == "one")
      #expect(try environment.names(inFolder: folder + "/a/b") == ["new.yaml"])
    }
  }

  @Test func aFileIsTakenAwayAlone() throws {
    try inFolder { folder in
      try environment.write(folder + "/a/one", [0x41])
      try environment.write(folder + "/a/two", [0x42])
      try environment.remove(folder + "/a/one")
      #expect(try environment.names(inFolder: folder + "/a") == ["two"])
      #expect(throws: FileProblem(folder + "/a/one", .missing)) {
        try environment.remove(folder + "/a/one")
      }
    }
  }

  @Test func aSymbolicLinkAndTheModeStay() throws {
    try inFolder { folder in
      let manager = FileManager.default
      try environment.write(folder + "/real/file", Array("old".utf8))
      try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder + "/real/file")
      try manager.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "real/file")
      try environment.write(folder + "/link", Array("new".utf8))
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
      try environment.write(folder + "/link", [0x41])
      #expect(try read(folder + "/later") == "A")
    }
  }

  @Test func aFailedWriteLeavesWhatWasThere() throws {
    try inFolder { folder in
      try environment.write(folder + "/taken/file", [0x41])
      #expect(throws: FileProblem(folder + "/taken", .isFolder)) {
        try environment.write(folder + "/taken", [0x42])
      }
      #expect(throws: FileProblem.self) {
        try environment.write(folder + "/taken/file/below", [0x42])
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
      try environment.write(folder + "/long", [UInt8](repeating: 0, count: 200_000))
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
      try environment.write(folder + "/file", [])
      #expect(throws: FileProblem(folder + "/file", .other("Not a directory"))) {
        try environment.names(inFolder: folder + "/file")
      }
    }
  }

  @Test func aRealPathFollowsLinksAndDots() throws {
    try inFolder { folder in
      try environment.write(folder + "/a/file", [])
      try environment.write(folder + "/b/c/file", [])
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
      for name in ["b", "a", ".c", "B"] { try environment.write(folder + "/" + name, []) }
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

extension SystemEnvironment {
  fileprivate func write(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
    try replace([FileChange(path, bytes: bytes, insteadOf: .anything)])
  }
}

/// Two who write the same files.
struct WritersTests {
  /// Of several files none is written where one is not what the change was made of.
  @Test func whoWasFirstStays() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = SystemEnvironment()
    let (old, new) = (folder + "/old", folder + "/inside/new")
    try environment.write(old, Array("mine".utf8))
    func change(_ earlierOld: FileChange.Earlier, _ earlierNew: FileChange.Earlier) throws {
      try environment.replace([
        FileChange(new, bytes: Array("2".utf8), insteadOf: earlierNew),
        FileChange(old, bytes: Array("1".utf8), insteadOf: earlierOld),
      ])
    }
    #expect(throws: FileProblem.changed(old)) { try change(.bytes(Array("his".utf8)), .nothing) }
    #expect(throws: FileProblem.changed(old)) { try change(.nothing, .anything) }
    #expect(throws: FileProblem.changed(new)) { try change(.anything, .bytes([])) }
    #expect(try environment.names(inFolder: folder + "/inside") == [])
    #expect(try environment.read(old, limit: 10) == Array("mine".utf8))
    try change(.bytes(Array("mine".utf8)), .nothing)
    #expect(try environment.read(old, limit: 10) == Array("1".utf8))
    #expect(try environment.read(new, limit: 10) == Array("2".utf8))
    #expect(try environment.names(inFolder: folder) == ["inside", "old"])
  }

  /// Every one of many at once either adds its line or says that it did not.
  @Test func noEditIsLostInSilence() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/list"
    try SystemEnvironment().write(file, [])
    let written = await withTaskGroup(of: [UInt8]?.self) { group in
      for number in 0..<40 {
        group.addTask {
          let environment = SystemEnvironment()
          let line = Array("\(number)\n".utf8)
          do throws(FileProblem) {
            let old = try environment.read(file, limit: 1 << 20)
            try environment.replace([
              FileChange(file, bytes: old + line, insteadOf: .bytes(old))
            ])
            return line
          } catch {
            return nil
          }
        }
      }
      return await group.reduce(into: [[UInt8]]()) { if let line = $1 { $0.append(line) } }
    }
    let text = try SystemEnvironment().read(file, limit: 1 << 20)
    #expect(!written.isEmpty)
    #expect(Set(text.split(separator: 0x0A).map { Array($0 + [0x0A]) }) == Set(written))
  }

  /// An editor saves the team file while a command works on it.
  @Test(arguments: [
    "pin 2027-W08 priya", "away priya 2027-03-01", "project end dns-cutover 2027-03-30",
    "fmt",
  ])
  func anEditMeanwhileIsKept(_ command: String) throws {
    let environment = FakeEnvironment(files: try Folder.sample())
    let team = "config/team.yaml"
    environment.files[team]?.append(contentsOf: Array("\n\n\n".utf8))
    environment.meanwhile = { environment.files[team]?.append(contentsOf: Array("# mine\n".utf8)) }
    let run = environment.run(line: command)
    #expect(run.status == 2)
    #expect(run.errors.contains("`config/team.yaml` cannot be written: an editor or another run"))
    #expect(!run.transcript.contains("wrote"))
    let text = String(decoding: environment.files[team] ?? [], as: UTF8.self)
    #expect(text.hasSuffix("\n\n\n# mine\n"))
  }

  /// What was written before standard output failed is said.
  @Test func aFullOutputComesAfterTheFile() throws {
    let environment = FakeEnvironment(files: try Folder.sample())
    environment.isOutputFull = true
    let run = environment.run(line: "pin 2027-W08 priya --format json")
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "`standard output` cannot be written: No space left on device; written before: "
          + "`config/team.yaml`"))
  }
}
