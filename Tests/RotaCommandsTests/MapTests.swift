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

  /// No comment cites a document that the repository does not have.
  @Test func everyDocumentThatCommentsNameIsThere() throws {
    var known: Set<String> = []
    var cited: [(file: String, name: String)] = []
    let checkout = Folder.checkout
    for top in ["README.md", ".github", "config", "Sources", "Tests"] {
      let start = checkout.appending(path: top)
      let below = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
      for case let file as URL in below ?? .init() {
        let name = file.lastPathComponent
        if name.hasSuffix(".md") || name.hasSuffix(".docc") { known.insert(name) }
        guard name.hasSuffix(".swift") else { continue }
        for line in try Folder.text(file).split(separator: "\n") {
          guard let comment = line.firstRange(of: "//") else { continue }
          for word in line[comment.upperBound...].split(whereSeparator: { " `(),:;\"".contains($0) }
          )
          where word.hasSuffix(".md") || word.hasSuffix(".docc") {
            cited.append((name, String(word.split(separator: "/").last ?? word)))
          }
        }
      }
    }
    known.insert("README.md")
    #expect(!cited.isEmpty)
    for (file, name) in cited { #expect(known.contains(name), "\(file): \(name)") }
  }

  private func folders(_ path: String) -> [String] {
    Folder.names(in: Folder.checkout.appending(path: path))
  }
}
