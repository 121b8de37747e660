import RotaCommands
import Testing

@Suite("A search that is watched")
struct SearchWatchTests {
  private static let written = "config/rotas/2027-Q1.yaml"

  private func world() -> FakeEnvironment {
    let names = ["ada", "grace", "edsger", "barbara", "donald", "tony"]
    let engineers = names.map { "  \($0): { prefer: [2027-01-04 to 2027-02-01] }\n" }.joined()
    return FakeEnvironment(texts: ["config/team.yaml": "engineers:\n" + engineers])
  }

  private func generate(_ world: FakeEnvironment) -> FakeEnvironment.Outcome {
    world.run(line: "generate 2027-Q1 --today 2026-12-01")
  }

  @Test("ends with an interrupt: the best rota is printed and none is written", arguments: 0..<4)
  func interrupted(patience: Int) {
    let world = world()
    world.patience = patience
    let outcome = generate(world)
    #expect(outcome.status == 130)
    #expect(outcome.output.contains("Rota of 2027-Q1"))
    #expect(outcome.output.contains("so the gap is at most"))
    #expect(outcome.errors.contains("nothing is written"))
    #expect(world.files[SearchWatchTests.written] == nil)
  }

  @Test("goes on to the end without one")
  func undisturbed() {
    let world = world()
    let outcome = generate(world)
    #expect(outcome.status == 0)
    #expect(world.files[SearchWatchTests.written] != nil)
  }

  @Test("shows on a terminal how it goes, and takes that away", arguments: [false, true])
  func progress(isTerminal: Bool) {
    let world = world()
    world.isTerminal = isTerminal
    world.tick = 200_000_000
    let outcome = generate(world)
    #expect(outcome.errors.contains("\rsearching: ") == isTerminal)
    #expect(outcome.errors.contains("gap ") == isTerminal)
    let wiped = "\r\u{1B}[K"
    #expect(outcome.errors.contains(wiped + "wrote \(SearchWatchTests.written)") == isTerminal)
  }

  @Test(
    "is shown for every command that searches for long",
    arguments: [
      "why 2027-W05 --today 2026-12-01", "stress 2027-Q1 --today 2026-12-01",
      "replan --from 2027-01-11 --dry-run --today 2026-12-01", "cover 2027-W05 --today 2026-12-01",
      "generate 2027-Q1 --options 2 --today 2026-12-01",
    ])
  func everywhere(line: String) {
    let world = world()
    #expect(generate(world).status == 0)
    if line.hasPrefix("replan") { makeHoles(world) }
    let quiet = world.run(line: line)
    #expect(!quiet.errors.contains("searching"))
    world.isTerminal = true
    world.tick = 200_000_000
    let shown = world.run(line: line)
    #expect(shown.errors.contains("\rsearching: "))
    #expect(shown.errors.contains("\r\u{1B}[K"))
  }

  /// All weeks but the first are to be filled: where nearly nothing is open, mending needs no search.
  private func makeHoles(_ world: FakeEnvironment) {
    guard let bytes = world.files[SearchWatchTests.written] else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let kept = lines.filter { !$0.hasPrefix("  2027-") || $0.hasPrefix("  2027-01-0") }
    world.files[SearchWatchTests.written] = Array(kept.joined(separator: "\n").utf8)
  }
}
