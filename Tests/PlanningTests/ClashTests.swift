import Dates
import Diagnostics
import JudgedSeeds
import RotaModel
import SeededNumbers
import Testing
import WrittenTeams

@testable import Planning
@testable import Rules
@testable import Solver

@Suite("Clashes")
struct ClashTests {
  @Test(
    "are found wherever no holders exist, and name a week", .judges(atLeast: 1),
    arguments: 0..<80)
  func found(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 4, weeks: 6, rotations: 2, projects: 2), seed: seed)
    let frame = Frame(situation, period: period)
    let problem = Problem(frame)
    var search = ShiftFeasibility(problem, work: 100_000)
    guard case .impossible = search.run() else { return }
    judged()
    let clash = try #require(ClashFinder(frame, problem, work: 100_000).shifts())
    #expect(!clash.facts.isEmpty)
    #expect(clash.summary.contains("2027-"))
  }

  @Test("offer the edits that help, the cheapest first", .judges(atLeast: 2), arguments: 0..<20)
  func fixes(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 3, weeks: 5), seed: seed)
    guard case .infeasible(let clash) = plan(period, in: situation) else { return }
    judged()
    #expect(!clash.facts.isEmpty)
    #expect(clash.fixes.count <= Clash.mostTried)
    #expect(clash.fixes.map { $0.points ?? 0 } == clash.fixes.map { $0.points ?? 0 }.sorted())
  }

  @Test("are told as soon as they are found, then each edit that helps", arguments: 0..<20)
  func told(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 3, weeks: 5), seed: seed)
    var words: [String] = []
    var found: Clash?
    let outcome = PeriodPlanning(period, in: situation).outcome(
      effort: 1, watch: { _ in true },
      step: { step in
        switch step {
        case .looking: words.append("looking")
        case .found(let clash):
          words.append("found")
          found = clash
          #expect(clash.fixes.isEmpty)
        case .helps(let fix): words.append(fix.text)
        }
      })
    guard case .infeasible(let clash) = outcome else {
      #expect(words.isEmpty)
      return
    }
    #expect(words.prefix(2) == ["looking", "found"])
    #expect(words.dropFirst(2).sorted() == clash.fixes.map(\.text).sorted())
    #expect(found?.facts.map(\.text) == clash.facts.map(\.text))
  }

  /// The second week is closed, and one more pin shows that each is to be removed for itself.
  @Test("say whether removing the pin of a closed week is enough", arguments: [1, 2])
  func closedWeek(pins: Int) throws {
    let team = """
      holidays: { default: [2027-01-11 to 2027-01-24] }
      engineers: { ada: {}, grace: {} }
      pins:
        2027-01-11: { service: ada }
      \(pins == 1 ? "" : "  2027-01-18: { service: grace }")
      """
    let situation = try written(team)
    let period = try #require(Period(named: "2027-01-04 to 2027-01-31"))
    guard case .infeasible(let clash) = plan(period, in: situation) else {
      Issue.record("a pin of a closed week keeps every rule")
      return
    }
    #expect(clash.summary == "the week of 2027-01-11 is closed for `service`")
    #expect(clash.facts.map(\.text) == ["a pin gives its shift to `ada`"])
    #expect(
      clash.fixes.map(\.text)
        == (pins == 1 ? ["remove the pin of 2027-01-11 to `ada`"] : []))
  }

  @Test("have the edits that were tried until the trying ends")
  func stopped() throws {
    let situation = try written(
      """
      rest: 0
      engineers:
        ada: { away: [2027-01-04 to 2027-01-08] }
        bo: { away: [2027-01-04 to 2027-01-08] }
        cleo: { away: [2027-01-04 to 2027-01-08] }
        dov: { away: [2027-01-04 to 2027-01-08] }
        eve: { away: [2027-01-04 to 2027-01-08] }
      """)
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: 2))
    for (stop, helping) in [(0, 0), (1, 1), (2, 5), (6, 5)] {
      let outcome = PeriodPlanning(period, in: situation).outcome(
        effort: 1,
        watch: {
          if case .tried(let done, _) = $0 { return done < stop }
          return true
        }, step: { _ in })
      guard case .infeasible(let clash) = outcome else {
        Issue.record("no clash")
        return
      }
      // The first is tried alone, the others four by four; the sixth would allow more days away, and
      // does not help.
      #expect(clash.fixes.count == helping)
    }
  }
}

@Suite("Facts of one kind")
struct FactKindTests {
  private func clash(_ team: String, weeks: Int = 2) throws -> Clash {
    let first = try #require(Day("2027-01-04"))
    let period = try #require(Period(from: first, weeks: weeks))
    guard case .infeasible(let clash) = plan(period, in: try written(team)) else {
      throw Failure("a rota exists")
    }
    return clash
  }

  private struct Failure: Error {
    let words: String
    init(_ words: String) { self.words = words }
  }

  @Test("are told in one sentence that names who is left, with all of their places")
  func leave() throws {
    let clash = try clash(
      """
      rest: 1
      engineers:
        ada: { away: [2027-01-11] }
        bo: { away: [2027-01-11, 2027-01-13] }
        cleo: { max_shifts: 1 }
      pins:
        2027-01-04: { service: cleo }
      """)
    let told = try #require(clash.facts.first { $0.parts.count > 1 })
    #expect(
      told.text == "`ada` and `bo` are away in the week of 2027-01-11, which leaves only `cleo`")
    #expect(told.parts.map { $0.place?.line } == [3, 4])
    #expect(told.places.map(\.line) == [3, 4])
  }

  @Test("of more than four people tell how many they are")
  func many() throws {
    let clash = try clash(
      """
      engineers:
        ada: { joined: 2027-02-01 }
        bo: { joined: 2027-02-01 }
        cleo: { joined: 2027-02-01 }
        dov: { leaves: 2026-12-31 }
        eve: { leaves: 2026-12-31 }
        fay: { away: [2027-01-11] }
      """)
    #expect(
      clash.facts.map(\.text) == [
        "5 engineers are not on the team for the whole week of 2027-01-11, which leaves only `fay`",
        "`fay` is away on 2027-01-11",
      ])
  }

  @Test("stand each once in what is told", .judges(atLeast: 5), arguments: 0..<60)
  func all(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 5, weeks: 5, rotations: 2, projects: 3), seed: seed)
    let frame = Frame(situation, period: period)
    let problem = Problem(frame)
    let finder = ClashFinder(frame, problem, work: 100_000)
    guard let found = finder.shifts() ?? finder.owners() else { return }
    judged()
    let told = ToldFacts(
      frame: frame, problem: problem, covers: KeptCovers(),
      open: found.open.isEmpty ? problem.open : found.open
    ).tell(found.facts)
    let parts = told.flatMap(\.parts).map(\.text)
    #expect(parts.sorted() == found.facts.map(\.text).sorted())
    for fact in told where fact.parts.count == 1 { #expect(fact.text == fact.parts[0].text) }
  }
}

@Suite("Clashes of tight teams")
struct TightClashTests {
  /// Ten engineers, half a year, and weeks in which most of them are away.
  private func tight(_ seed: Int) throws -> (Situation, Period) {
    var random = SeededNumbers(seed: seed &+ 900)
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 10, weeks: 26, history: 0), seed: seed)
    var team = situation.team
    team.rest = Int.random(in: 2...4, using: &random)
    let crowded = period.first + Int.random(in: 14...140, using: &random)
    for index in team.engineers.indices where random.chance(85) {
      let start = crowded + Int.random(in: -6...6, using: &random)
      team.engineers[index].away.append(
        MarkedDays(start..<start + 19, at: team.engineers[index].place))
    }
    return (Situation(team: team, rotas: [], today: situation.today), period)
  }

  @Test(
    "without any one of their facts, those weeks can be held", .judges(atLeast: 5),
    arguments: 0..<40)
  func minimal(seed: Int) throws {
    let (situation, period) = try tight(seed)
    let frame = Frame(situation, period: period)
    guard let clash = ClashFinder(frame, Problem(frame), work: 300_000).shifts() else { return }
    judged()
    #expect(clash.searches <= 100)
    // The facts of the clash alone: others may forbid the same, such as a second time off.
    var team = situation.team
    for other in ShiftFacts(frame, Problem(frame)).facts
    where !clash.facts.contains(where: { $0.text == other.text }) {
      team = without(other, team) ?? team
    }
    #expect(!canHold(clash.open, with(team), period))
    for fact in clash.facts {
      let edited = try #require(without(fact, team), "\(fact.text)")
      #expect(canHold(clash.open, with(edited), period), "\(fact.text)")
    }

    func with(_ team: Team) -> Situation {
      Situation(team: team, rotas: [], today: situation.today)
    }
  }

  @Test("some of them exist")
  func exist() throws {
    let impossible = try (0..<40).count { seed in
      let (situation, period) = try tight(seed)
      let frame = Frame(situation, period: period)
      return ClashFinder(frame, Problem(frame), work: 300_000).shifts() != nil
    }
    #expect(impossible >= 5)
  }

  private func canHold(_ open: [Bool], _ situation: Situation, _ period: Period) -> Bool {
    var problem = Problem(Frame(situation, period: period))
    problem.open = open
    var search = ShiftFeasibility(problem, work: 1_000_000)
    if case .possible = search.run() { return true }
    return false
  }

  /// The team file with a fact taken out of it whole.
  private func without(_ fact: BlockingFact, _ team: Team) -> Team? {
    var team = team
    if fact.text.hasPrefix("`rest") {
      team.rest = 0
    } else if let index = team.engineers.firstIndex(where: { fact.text.contains("`\($0.id)`") }) {
      if fact.text.contains("max_shifts") {
        team.engineers[index].maxShifts = nil
      } else if fact.text.contains("joined") || fact.text.contains("on the team") {
        team.engineers[index].joined = nil
      } else if let edit = fact.edit {
        edit.apply(&team)
      } else {
        return nil
      }
    } else {
      return nil
    }
    return team
  }
}

@Suite("Solver and checker")
struct AgreementTests {
  @Test("agree on the points, and a planned rota has no conflict", arguments: 0..<60)
  func agree(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 7, weeks: 10, rotations: 1 + seed % 2, projects: 4, history: 2),
      seed: seed)
    let frame = Frame(situation, period: period)
    let problem = Problem(frame)
    let answer: Solver.Answer
    switch Solver.solve(problem, effort: 1) {
    case .optimal(let found): answer = found
    case .impossible: return
    case .feasible, .unknown, .contradiction:
      Issue.record("not proved")
      return
    }
    let solution = frame.solution(answer, problem, bound: answer.points)
    #expect(answer.points == solution.points.total)
    let judgement = judge(solution.rota, in: situation)
    #expect(judgement.points == solution.points)
    #expect(judgement.findings.filter { $0.severity == .conflict }.map(\.message) == [])
  }

  @Test("give the same rota twice", .judges(atLeast: 7), arguments: 0..<10)
  func deterministic(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 6, weeks: 9, projects: 3), seed: seed)
    guard case .solved(let first) = plan(period, in: situation),
      case .solved(let second) = plan(period, in: situation)
    else { return }
    judged()
    #expect(first.rota.shifts == second.rota.shifts)
    #expect(first.rota.owners == second.rota.owners)
  }

  @Test("a new limit never improves the optimum", .judges(atLeast: 21), arguments: 0..<30)
  func monotone(seed: Int) throws {
    let (situation, period) = try randomSituation(TeamSize(engineers: 6, weeks: 8), seed: seed)
    guard case .solved(let before) = plan(period, in: situation) else { return }
    // A limit only forbids: unlike time off it leaves every share as it was.
    var team = situation.team
    let engineer = seed % team.engineers.count
    team.engineers[engineer].maxShifts = Located(1, at: team.engineers[engineer].place)
    let limited = Situation(team: team, rotas: situation.rotas, today: situation.today)
    if case .solved(let after) = plan(period, in: limited) {
      judged()
      #expect(after.points.total >= before.points.total)
    }
  }
}
