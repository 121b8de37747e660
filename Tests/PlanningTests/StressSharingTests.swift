import Dates
import JudgedSeeds
import RotaModel
import SeededNumbers
import Testing

@testable import Planning
@testable import Rules
@testable import Solver

/// What absences share is what each would have by itself.
@Suite("Absences that share what is known")
struct StressSharingTests {
  @Test(
    "have the frame and the tables that are made anew for each", .judges(atLeast: 20),
    arguments: 300..<330)
  func tables(seed: Int) throws {
    guard let (rota, situation) = try oddRota(seed) else { return }
    judged()
    let plain = situation.frame(of: rota)
    for week in plain.weeks.indices {
      let purpose = Frame.Purpose.replan(from: plain.weeks[week].start, base: rota)
      let unharmed = plain.seen(for: purpose)
      let replanning = Replanning(unharmed, rota)
      for engineer in plain.engineers where (week + engineer + seed) % 3 == 0 {
        let off = week..<min(week + 1 + (seed + engineer) % 3, plain.weeks.count)
        let anew = away(engineer, off, plain, situation).frame(of: rota, purpose: purpose)
        let shared = unharmed.taking(engineer, off: off)
        expectSame(shared, anew)
        let rebuilt = Replanning(anew, rota)
        guard rebuilt.brokenCovers.map(\.cover) == replanning.brokenCovers.map(\.cover) else {
          continue
        }
        let problem = replanning.taking(engineer, off: off, in: shared).problem
        #expect(String(describing: problem) == String(describing: rebuilt.problem))
      }
    }
  }

  @Test(
    "come to what each comes to by itself", .judges(atLeast: 20), arguments: 400..<430)
  func outcomes(seed: Int) throws {
    guard let (rota, situation) = try oddRota(seed) else { return }
    judged()
    let plain = situation.frame(of: rota)
    for absence in stress(rota, in: situation).absences {
      let engineer = try #require(plain.availability.index(of: absence.engineer))
      let week = try #require(plain.week(startingOn: absence.first.start))
      let purpose = Frame.Purpose.replan(from: absence.first.start, base: rota)
      let before = Roster(rota, in: situation.frame(of: rota, purpose: purpose)).points().total
      let frame = away(engineer, week..<week + absence.length, plain, situation).frame(
        of: rota, purpose: purpose)
      var replanning = Replanning(frame, rota)
      // The whole search, from nothing.
      replanning.solver = { problem, effort, watch in
        Solver.solve(problem, effort: effort, watch: watch)
      }
      let roster = Roster(rota, in: frame)
      switch (absence.outcome, replanning.best(effort: 1)) {
      case (.mendable(let changed, let ownerChanges, let rise), .optimal(let answer)):
        let made = replanning.replanned(answer, bound: nil)
        #expect(changed == made.changed.count)
        #expect(ownerChanges == made.ownerChanges.count)
        #expect(rise == made.solution.points.total - before)
        if changed == 0, ownerChanges == 0, roster.rota.owners == made.solution.rota.owners {
          #expect(rise == roster.points().total - before)
        }
      case (.mendable(let changed, _, _), .feasible(let answer, _)):
        #expect(changed == replanning.replanned(answer, bound: 0).changed.count)
      case (.impossible(let words), .impossible):
        let clash = ClashFinder(
          frame, replanning.problem, replanning.covers, work: ShiftFeasibility.usualWork)
        #expect(words == (clash.shifts() ?? clash.owners())?.summary ?? "no rota exists")
      case (let outcome, let result): Issue.record("\(absence): \(outcome) and \(result)")
      }
    }
  }

  /// A team of odd weights and rotations after rotas of which the last one may reach into the period,
  /// with a rota that may have covers; nil where there is none.
  private func oddRota(_ seed: Int) throws -> (Rota, Situation)? {
    var random = SeededNumbers(seed: seed)
    let (made, period) = try randomSituation(
      TeamSize(
        engineers: 5 + seed % 3, weeks: 5 + seed % 2, rotations: 1 + seed % 3 / 2,
        projects: 1 + seed % 4), seed: seed)
    var team = made.team
    for key in Weights.Key.allCases where random.chance(40) {
      team.weights[key] = Int.random(in: 0...1000, using: &random)
    }
    var rotas = made.rotas
    if random.chance(50), let last = Period(from: period.first - 14, weeks: 2) {
      // Weeks that begin on Thursday: the last one ends in the period's first week.
      let weeks = [period.first - 11, period.first - 4].map { ShiftWeek(startingOn: $0) }
      rotas.removeAll { $0.period.last >= last.first }
      rotas.append(
        Rota(
          period: last,
          shifts: weeks.map {
            Shift(
              week: $0, rotation: team.rotations[0].id,
              engineer: team.engineers[Int.random(in: 0..<team.engineers.count, using: &random)].id)
          }))
    }
    let situation = Situation(team: team, rotas: rotas, today: made.today)
    guard case .solved(let best) = plan(period, in: situation) else { return nil }
    var rota = best.rota
    for shift in rota.shifts where random.chance(25) {
      let standIn = team.engineers[Int.random(in: 0..<team.engineers.count, using: &random)].id
      rota.covers.append(
        Cover(
          days: shift.week.start + 1..<shift.week.start + 3, rotation: shift.rotation,
          engineer: standIn))
    }
    return (rota, situation)
  }

  private func away(_ engineer: Int, _ weeks: Range<Int>, _ frame: Frame, _ situation: Situation)
    -> Situation
  {
    var team = situation.team
    let days = frame.weeks[weeks.lowerBound].start..<frame.weeks[weeks.upperBound - 1].last + 1
    team.engineers[engineer].away.append(MarkedDays(days, at: team.engineers[engineer].place))
    return Situation(team: team, rotas: situation.rotas, today: situation.today)
  }

  private func expectSame(_ shared: Frame, _ anew: Frame) {
    #expect(shared.shares.accrued == anew.shares.accrued)
    #expect(shared.shares.targets == anew.shares.targets)
    #expect(shared.shares.past == anew.shares.past)
    #expect(shared.shares.unpopularTargets == anew.shares.unpopularTargets)
    #expect(shared.idealDistance == anew.idealDistance)
    #expect(shared.ownerWeekShare == anew.ownerWeekShare)
    #expect(String(describing: shared.projects) == String(describing: anew.projects))
    for engineer in anew.engineers {
      for week in anew.weeks.indices {
        #expect(shared.isAvailable(engineer, week) == anew.isAvailable(engineer, week))
      }
    }
  }
}
