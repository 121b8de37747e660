import Dates
import Diagnostics
import JudgedSeeds
import RotaModel
import Testing

@testable import Planning
@testable import Rules

@Suite("Options")
struct OptionsTests {
  @Test(
    "keep the rules, differ, and are better where they favour something", .judges(atLeast: 1),
    arguments: 0..<24)
  func differForAReason(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 6, weeks: 8, rotations: 1 + seed % 2, projects: 2), seed: seed)
    guard case .options(let found) = options(3, of: period, in: situation) else { return }
    judged()
    let frame = Frame(situation, period: period)
    for (index, option) in found.options.enumerated() {
      #expect(option.judgement.findings.filter { $0.severity == .conflict }.map(\.message) == [])
      #expect(option.judgement.points.total >= found.best.points.total)
      for other in found.options[..<index] {
        #expect(option.rota.shifts != other.rota.shifts || option.rota.owners != other.rota.owners)
      }
      // One that comes out like an earlier one gives way to it.
      guard option.isProved else { continue }
      let unmet = found.options[...index].map { missed(option.favour, $0.rota, frame) }
      #expect(try #require(unmet.min()) <= missed(option.favour, found.best.rota, frame))
    }
    #expect(found.options.count + found.missing.count == 3)
  }

  /// How far a rota is from what is favoured.
  private func missed(_ favour: Favour, _ rota: Rota, _ frame: Frame) -> Int {
    let base = favour == .rhythm ? frame.rhythm : nil
    let points = judge(rota, in: frame.situation, base: base).points
    return favour.terms.reduce(0) { $0 + points[$1] }
  }

  @Test("go round as the last rota did")
  func rhythm() throws {
    var (situation, period) = try randomSituation(
      TeamSize(engineers: 4, weeks: 5, history: 0), seed: 1)
    let past = try #require(Period(from: period.first - 42, weeks: 6))
    let turns = [0, 1, 2, 0, 1, 2].map { situation.team.engineers[$0].id }
    let shifts = zip(past.weeks(handover: .monday), turns).map {
      Shift(week: $0, rotation: situation.team.rotations[0].id, engineer: $1)
    }
    situation = Situation(
      team: situation.team, rotas: [Rota(period: past, shifts: shifts)], today: situation.today)
    let rhythm = try #require(Frame(situation, period: period).rhythm)
    #expect(rhythm.shifts.map(\.engineer.text) == ["e0", "e1", "e2", "e0", "e1"])
    #expect(rhythm.shifts.map(\.week) == period.weeks(handover: .monday))
  }

  @Test("say that there is no rhythm without an earlier rota")
  func noRhythm() throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 6, weeks: 6, history: 0), seed: 2)
    guard case .options(let found) = options(3, of: period, in: situation) else {
      Issue.record("no rota")
      return
    }
    #expect(found.missing.map(\.favour) == [.rhythm])
  }
}
