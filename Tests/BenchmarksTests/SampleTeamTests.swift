import Dates
import Diagnostics
import Planning
import RotaModel
import Rules
import TeamFiles
import Testing

@testable import Benchmarks

@Suite("Sample teams")
struct SampleTeamTests {
  @Test("are the same for the same size and seed, and others for another seed")
  func seeded() throws {
    let size = try #require(TeamSize("10x13x2+8"))
    let text = { (seed: Int) in SampleTeam(size, seed: seed).files.map(\.text) }
    #expect(text(7) == text(7))
    #expect(text(7) != text(8))
  }

  @Test(
    "have the size they are asked for", arguments: TeamSize.usual.filter { $0.engineers <= 200 })
  func sized(size: TeamSize) {
    let sample = SampleTeam(size, seed: 1)
    let team = sample.situation.team
    #expect(team.engineers.count == size.engineers)
    #expect(sample.period.weeks(handover: team.handover.weekday).count == size.weeks)
    #expect(team.rotations.count == size.rotations)
    #expect(team.projects.count == size.projects)
  }

  @Test("come with rotas that read back without a mistake")
  func history() throws {
    for seed in 1...20 {
      let sample = SampleTeam(try #require(TeamSize("8x13x1+6")), seed: seed)
      let team = sample.situation.team
      let rotas = sample.files.dropFirst().map { path, text in
        readRota(SourceText(path: path, text: text), of: team)
      }
      #expect(rotas.count >= 2)
      #expect(rotas.flatMap(\.diagnostics).map(\.message) == [])
      #expect(checkFolder(rotas.compactMap(\.rota), of: team).map(\.message) == [])
    }
  }

  @Test("are mostly possible where they are not tight")
  func possible() throws {
    let solved = try (1...20).count { seed in
      let sample = SampleTeam(try #require(TeamSize("8x13x1+6")), seed: seed)
      if case .solved = plan(sample.period, in: sample.situation) { return true }
      return false
    }
    #expect(solved >= 16)
  }

  /// Teams in which who serves when is all there is to find: the bound is known at once.
  @Test(
    "of rest and time off alone are proved",
    arguments: ["plain-12x52x2", "plain-8x26x3", "plain-8x26x4", "plain-10x13x4", "plain-4x52x2"])
  func plain(size: String) throws {
    for seed in [1, 3] {
      let measured = SolveMeasurement(
        SampleTeam(try #require(TeamSize(size)), seed: seed), effort: 1
      ) { 0 }
      #expect(measured.status == "optimal", "seed \(seed)")
    }
  }

  @Test(
    "have sizes that are written as they are read",
    arguments: ["8x13x1+6", "200x52x10", "tight-10x26x1", "plain-6x13x4"])
  func spelling(text: String) {
    #expect(TeamSize(text)?.description == text)
  }

  @Test(
    "have no other sizes",
    arguments: [
      "", "8x13", "8x13x0", "8x13x1+", "8x13x1+2+3", "-8x13x1", "plain-8x13x1+2",
    ])
  func misspelt(text: String) {
    #expect(TeamSize(text) == nil)
  }
}
