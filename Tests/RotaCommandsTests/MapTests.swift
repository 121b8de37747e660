import Foundation
import Testing

/// What README and CONTRIBUTING say of where things are.
struct MapTests {
  /// The names between backticks in the first cells of the table under a heading of the file.
  private func names(inTableOf file: String, headed head: String) throws -> Set<String> {
    let lines = try Folder.text(Folder.checkout.appending(path: file)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| \(head) |") })
    let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
    return Set(
      rows.flatMap { row in
        row.split(separator: "|")[0].split(separator: "`").enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      })
  }

  @Test func everyRoomIsOnTheMap() throws {
    let rooms = try names(inTableOf: "README.md", headed: "room")
    #expect(
      rooms.subtracting(["rota-bench"]) == Set(folders("Sources")).subtracting(["rota-bench"]))
  }

  @Test func everyScriptIsInTheList() throws {
    let listed = try names(inTableOf: ".github/CONTRIBUTING.md", headed: "script")
    let folder = Folder.checkout.appending(path: "Tests/Oracles")
    let scripts = try Folder.names(in: folder).filter { name in
      let path = folder.appending(path: name)
      let isFile = try path.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
      return isFile && FileManager.default.isExecutableFile(atPath: path.path)
    }
    #expect(!scripts.isEmpty)
    #expect(listed == Set(scripts))
  }

  /// Paths in the two texts and in the comments of the sources lead to something.
  @Test func everyPathLeadsSomewhere() throws {
    for file in ["README.md", ".github/CONTRIBUTING.md"] {
      let text = try Folder.text(Folder.checkout.appending(path: file))
      for part in text.split(separator: "`") {
        guard part.hasPrefix("Sources/") || part.hasPrefix("Tests/") || part.hasPrefix("config/"),
          !part.contains(where: { " *\n…".contains($0) }), !part.contains("rotas/2027")
        else { continue }
        let path = Folder.checkout.appending(path: String(part)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file): \(part)")
      }
    }
  }

  private func folders(_ path: String) -> [String] {
    Folder.names(in: Folder.checkout.appending(path: path))
  }
}
