import Dates
import Foundation
import RotaModel
import Testing

@testable import RotaCommands

/// The sample team of `config/` works out of the box, today and in years.
struct SampleTests {
  private let sample: [String: [UInt8]]

  init() throws { sample = try Folder.sample() }

  @Test func aRotaIsMadeOnAnyDateOfTenYears() throws {
    let first = try #require(Day("2026-11-24"))
    for day in stride(from: first, to: first + 3660, by: 61) {
      let world = FakeEnvironment(files: sample)
      let outcome = world.run(line: "generate --today \(day)")
      #expect(outcome.status == 0, "\(day): \(outcome.transcript)")
      #expect(world.files.count == sample.count + 1, "\(day)")
    }
  }

  @Test func theSameInputGivesTheSameBytes() {
    let worlds = [FakeEnvironment(files: sample), FakeEnvironment(files: sample)]
    let outcomes = worlds.map { $0.run(line: "generate 2027-Q1 --today 2026-12-01") }
    #expect(outcomes[0].transcript == outcomes[1].transcript)
    #expect(worlds[0].files == worlds[1].files)
  }

  /// A rota that was made keeps every rule when it is read again, and is left alone.
  @Test func whatIsMadeIsValidAndStays() {
    let world = FakeEnvironment(files: sample)
    #expect(world.run(line: "generate 2027-Q1 --today 2026-12-01").status == 0)
    let files = world.files
    #expect(world.run(line: "check --today 2026-12-01").status == 0)
    #expect(world.run(line: "generate 2027-Q1 --today 2026-12-01").status == 0)
    #expect(world.files == files)
  }

  @Test func nothingIsWrittenWhereTheFileCannotBe() {
    let world = FakeEnvironment(files: sample)
    world.refusals["config/rotas/2027-Q1.yaml"] = "No space left on device"
    let outcome = world.run(line: "generate 2027-Q1 --today 2026-12-01")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("cannot be written: No space left on device"))
    #expect(world.files == sample)
  }

  @Test func timingsAreALineForEachPart() {
    let world = FakeEnvironment(files: sample)
    let outcome = world.run(line: "generate 2027-Q1 --today 2026-12-01 --dry-run --timings")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines == ["read: 0.000 ms", "compile: 0.000 ms", "solve: 0.000 ms", "write: 0.000 ms"])
    #expect(world.files == sample)
  }

  @Test func colourIsForTerminalsThatWantIt() {
    let world = FakeEnvironment()
    let plain = world.run(line: "check").output
    world.isTerminal = true
    let coloured = world.run(line: "check").output
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}["))
    #expect(world.run(line: "NO_COLOR=1 check").output == plain)
  }
}
