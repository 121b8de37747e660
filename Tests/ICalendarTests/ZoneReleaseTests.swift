import Foundation
import Testing

@testable import ICalendar

/// Which release of the zone data a folder holds, as systems tell it.
@Suite struct ZoneReleaseTests {
  private func folder(_ files: [String: String]) throws -> ZoneDirectory {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return ZoneDirectory(path: folder.path)
  }

  @Test(arguments: [
    ("tzdata.zi", "# version 2025b\n# This zic input file is in the public domain.\n", "2025b"),
    ("+VERSION", "2024a\n", "2024a"), ("+VERSION", "2016aa", "2016aa"),
    ("tzdata.zi", "# version unknown\n", ""), ("tzdata.zi", "", ""), ("other", "2025b", ""),
  ])
  func isReadFromTheFolder(_ file: String, _ text: String, _ release: String) throws {
    let directory = try folder([file: text])
    defer { try? FileManager.default.removeItem(atPath: directory.path) }
    #expect(directory.release?.description ?? "" == release)
    #expect(directory.release?.year == Int(release.prefix(4)))
  }

  /// Of a long file only the beginning is read.
  @Test func theFileMayBeLong() throws {
    let long = "# version 2026c\n" + String(repeating: "Z x\n", count: 500_000)
    let directory = try folder(["tzdata.zi": long])
    defer { try? FileManager.default.removeItem(atPath: directory.path) }
    #expect(directory.release?.year == 2026)
  }

  @Test func nothingIsToldByAFolderThatIsNotThere() {
    #expect(ZoneDirectory(path: "/nonexistent").release == nil)
  }

  /// A loop of links is there and cannot be opened, by whomever.
  @Test func anUnreadableZoneFileIsNotAnUnknownName() throws {
    let directory = try folder([:])
    defer { try? FileManager.default.removeItem(atPath: directory.path) }
    let file = directory.path + "/Loop"
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "Loop")
    do {
      _ = try directory.zone(named: "Loop")
      Issue.record("there is no such zone")
    } catch {
      guard case .unreadable(file, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(!reason.isEmpty)
      #expect(error.message.hasSuffix(reason))
    }
  }
}
