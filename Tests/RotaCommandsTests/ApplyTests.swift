import Foundation
import Testing

@testable import RotaCommands

/// `cover --apply` and `swap --apply` on the sample team: what they say is what comes of it, and
/// they touch no other line.
@Suite("A way that is applied")
struct ApplyTests {
  /// How people may have written the shifts.
  enum Layout: CaseIterable {
    case asMade, carriageReturns, blocks

    func write(_ text: String) -> String {
      switch self {
      case .asMade: text
      case .carriageReturns: text.replacing("\n", with: "\r\n")
      case .blocks:
        text.replacing(/(?m)^  (\d{4}-\d\d-\d\d): \{ (\w+): (\w+) \}( *#.*)?$/) {
          "  \($0.1):\($0.4 ?? "")\n    \($0.2):   \"\($0.3)\"  # as agreed"
        }
      }
    }
  }

  private static let file = "config/rotas/2027-Q1.yaml"
  private static let today = " --today 2026-12-01"

  private func world(_ layout: Layout) throws -> FakeEnvironment {
    let world = FakeEnvironment(files: try Folder.sample())
    try #require(world.run(line: "generate 2027-Q1" + ApplyTests.today).status == 0)
    let text = String(decoding: try #require(world.files[ApplyTests.file]), as: UTF8.self)
    world.files[ApplyTests.file] = Array(layout.write(text).utf8)
    return world
  }

  private func points(_ world: FakeEnvironment) throws -> Int {
    let checked = world.run(line: "check 2027-Q1 --format json" + ApplyTests.today)
    try #require(checked.status == 0, "\(checked.transcript)")
    let answer = try JSONSerialization.jsonObject(with: Data(checked.output.utf8))
    return try #require((answer as? [String: Any])?["points"] as? Int)
  }

  @Test(
    "adds the points it says and leaves other lines alone",
    arguments: [
      "cover 2027-W05", "cover 2027-W09", "swap 2027-W05 2027-W07",
      "cover 2027-W06 --days 2027-02-09 to 2027-02-10",
    ], Layout.allCases)
  func isAsTold(command: String, layout: Layout) throws {
    let world = try world(layout)
    let untouched = world.files
    let before = try points(world)
    let asked = world.run(line: command + " --format json" + ApplyTests.today)
    let answer = try JSONSerialization.jsonObject(with: Data(asked.output.utf8))
    let ways = try #require((answer as? [String: Any])?["ways"] as? [[String: Any]])
    try #require(!ways.isEmpty)
    for (number, way) in ways.prefix(4).enumerated() {
      world.files = untouched
      let applied = world.run(line: "\(command) --apply \(number + 1)" + ApplyTests.today)
      #expect(applied.status == 0, "\(applied.transcript)")
      #expect(try points(world) == before + (way["points"] as? Int ?? .min))
      let changed = world.files.filter { untouched[$0.key] != $0.value }.map(\.key)
      #expect(changed == [ApplyTests.file])
      let old = lines(untouched)
      let new = lines(world.files)
      let moved = (way["shifts"] as? [Any])?.count ?? 0
      #expect(old.count { !new.contains($0) } <= moved)
      // A first cover brings its key with it.
      #expect(new.count - old.count == (moved == 0 ? 2 : 0))
      #expect(new.allSatisfy { $0.hasSuffix("\r") == (layout == .carriageReturns) })
    }
  }

  private func lines(_ files: [String: [UInt8]]) -> [String] {
    let text = String(decoding: files[ApplyTests.file] ?? [], as: UTF8.self)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { String($0) }
  }
}
