import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@testable import Planning
@testable import Rules

@Suite("The referee")
struct RefereeTests {
  /// Teams of one and of two rotations; enough that every branch counted below is reached.
  private static let seeds = 0..<150

  @Test("finds by branch and bound what it finds by trying all")
  func search() throws {
    for seed in 0..<60 {
      let odd = try OddTeam(seed: seed, rotations: 1 + seed % 2)
      let situation = try odd.read()
      let referee = Referee(situation.team, rotas: situation.rotas, period: odd.period)
      #expect(referee.optimum()?.points == referee.optimumByTryingAll(), "seed \(seed)\n\(odd)")
    }
  }

  @Test("finds the optimum that generate finds, and the points of its rota by term")
  func optimum() throws {
    let tally = try agreement(RefereeTests.seeds.map { ($0, 1 + $0 % 2) })
    #expect(tally.solved > 40 && tally.impossible > 20, "\(tally)")
    #expect(tally.reached == Set(Term.allCases).subtracting([.change, .changeOwner]))
  }

  @Test("does so for three and four rotations")
  func optimumOfSeveral() throws {
    let tally = try agreement((0..<120).map { ($0, 3 + $0 % 2) })
    #expect(tally.solved > 40 && tally.impossible > 20, "\(tally)")
    #expect(tally.reached == Set(Term.allCases).subtracting([.change, .changeOwner]))
  }

  private struct Tally {
    var solved = 0
    var impossible = 0
    var reached: Set<Term> = []
  }

  /// Holds what `generate` finds for some teams against the referee.
  private func agreement(_ teams: [(seed: Int, rotations: Int)]) throws -> Tally {
    var tally = Tally()
    for (seed, rotations) in teams {
      let odd = try OddTeam(seed: seed, rotations: rotations)
      let situation = try odd.read()
      let referee = Referee(situation.team, rotas: situation.rotas, period: odd.period)
      let optimum = referee.optimum()
      if let optimum {
        // Points added up week by week are those of the whole rota.
        #expect(referee.broken(optimum.rota) == [], "seed \(seed)\n\(odd)")
        let whole = referee.points(optimum.rota).values.reduce(0, +)
        #expect(whole == optimum.points, "seed \(seed)\n\(odd)")
      }
      switch plan(odd.period, in: situation) {
      case .solved(let solution):
        tally.solved += 1
        #expect(solution.points.total == optimum?.points, "seed \(seed)\n\(odd)")
        #expect(solution.isOptimal, "seed \(seed)\n\(odd)")
        #expect(referee.broken(solution.rota) == [], "seed \(seed)\n\(odd)")
        let points = referee.points(solution.rota)
        for term in Term.allCases {
          #expect(solution.points[term] == points[term] ?? 0, "\(term), seed \(seed)\n\(odd)")
          if solution.points[term] > 0 { tally.reached.insert(term) }
        }
      case .infeasible:
        tally.impossible += 1
        #expect(optimum == nil, "seed \(seed)\n\(odd)")
      case .unknown, .contradiction:
        Issue.record("no result, seed \(seed)\n\(odd)")
      }
    }
    return tally
  }

  @Test("judges broken rotas as the checker does: rules, targets, points")
  func judgement() throws {
    var reached: Set<String> = []
    for seed in RefereeTests.seeds {
      let odd = try OddTeam(seed: seed, rotations: 1 + seed % 4)
      let situation = try odd.read()
      let referee = Referee(situation.team, rotas: situation.rotas, period: odd.period)
      // A pin of a closed week is told of the team file, whatever the rota.
      let closedPins = judgeTeam(in: situation).filter { $0.id == "pin-broken" }
      var random = SeededNumbers(seed: seed)
      for _ in 0..<4 {
        let rota = anyRota(of: referee, using: &random)
        let judgement = judge(rota, in: situation)
        let found = Set(
          (judgement.findings + closedPins).filter { $0.severity == .conflict }.map(\.id))
        let broken = referee.broken(rota)
        #expect(found == broken, "seed \(seed)\n\(rota.shifts)\n\(rota.owners)\n\(odd)")
        reached.formUnion(broken)
        let points = referee.points(rota)
        for term in Term.allCases {
          #expect(judgement.points[term] == points[term] ?? 0, "\(term), seed \(seed)\n\(odd)")
        }
        for share in judgement.shares {
          let engineer = situation.team.engineers.firstIndex { $0.id == share.engineer } ?? 0
          let rotation = situation.team.rotations.firstIndex { $0.id == share.rotation } ?? 0
          let target = referee.shares.targets[engineer][rotation]
          #expect(share.target == target, "\(share.engineer), seed \(seed)\n\(odd)")
        }
      }
    }
    let all: Set<String> = [
      "away", "double-shift", "not-a-member", "not-employed", "owner-away", "owner-changed",
      "owner-not-employed", "owner-skill", "pin-broken", "rest", "too-many-owners",
      "too-many-projects", "too-many-shifts", "unfilled", "unowned",
    ]
    #expect(reached == all)
  }

  /// A rota that breaks what it likes: anybody holds and owns anything, for any days.
  private func anyRota(of referee: Referee, using random: inout SeededNumbers) -> Rota {
    let ids = referee.team.engineers.map(\.id)
    func one(_ random: inout SeededNumbers) -> EngineerID {
      ids[Int.random(in: ids.indices, using: &random)]
    }
    var rota = Rota(period: referee.period)
    for week in referee.weeks {
      for rotation in referee.team.rotations
      where !referee.facts.isClosed(rotation, week) && random.chance(90) {
        rota.shifts.append(Shift(week: week, rotation: rotation.id, engineer: one(&random)))
      }
    }
    for project in referee.projects where random.chance(90) {
      let count = Int.random(in: 1...2, using: &random)
      let owners = Set((0..<count).map { _ in one(&random) }).sorted()
      let half = project.firstDay + project.life.count / 2
      rota.owners.append(
        Ownership(
          project: project.id,
          entries: owners.map {
            random.chance(20) ? EngineerSpan($0, from: half) : EngineerSpan($0)
          }))
    }
    return rota
  }
}
