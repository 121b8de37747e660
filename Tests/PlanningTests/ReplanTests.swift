import Dates
import Diagnostics
import JudgedSeeds
import RotaModel
import SeededNumbers
import TeamFiles
import Testing

@testable import Planning
@testable import Rules

@Suite("Replanning")
struct ReplanTests {
  /// A planned rota, a change in the middle of it, and the date from which it is mended.
  private func changed(_ seed: Int) throws -> (Rota, Situation, Day)? {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 7, weeks: 8, rotations: 1 + seed % 2, projects: 2), seed: seed)
    guard case .solved(let best) = plan(period, in: situation) else { return nil }
    let date = period.first + 21
    let moved = try #require(best.rota.shifts.first { $0.week.start >= date })
    var team = situation.team
    let index = try #require(team.engineers.firstIndex { $0.id == moved.engineer })
    team.engineers[index].away.append(
      MarkedDays(moved.week.days, at: team.engineers[index].place))
    return (
      best.rota,
      Situation(team: team, rotas: situation.rotas + [best.rota], today: situation.today), date
    )
  }

  @Test(
    "keeps frozen weeks, breaks no rule, and needs every change", .judges(atLeast: 1),
    arguments: 0..<20)
  func mends(seed: Int) throws {
    guard let (base, situation, date) = try changed(seed),
      case .mended(let mended) = replan(base, from: date, in: situation)
    else { return }
    judged()
    let now = mended.solution.rota
    for shift in base.shifts where shift.week.start < date {
      #expect(
        now.shifts.contains {
          $0.week == shift.week && $0.rotation == shift.rotation && $0.engineer == shift.engineer
        })
    }
    #expect(mended.changed.count >= 1)
    let findings = judge(now, in: situation).findings.filter { $0.severity == .conflict }
    #expect(findings.map(\.message) == [])
    // With one change fewer no rota exists: a single exchange is tried for two changes.
    if mended.changed.count == 2, let gone = mended.changed.first(where: { !$0.reasons.isEmpty }) {
      let ways = try exchanges(for: gone.week, gone.rotation, in: base, situation)
      #expect(!ways.contains { $0.kind == .takeover })
    }
  }

  @Test("changes nothing where nothing is broken", .judges(atLeast: 6), arguments: 0..<8)
  func leavesAlone(seed: Int) throws {
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 7, weeks: 8, projects: 2), seed: seed)
    guard case .solved(let best) = plan(period, in: situation),
      case .mended(let mended) = replan(best.rota, from: period.first + 14, in: situation)
    else { return }
    judged()
    #expect(mended.changed.isEmpty)
    #expect(mended.solution.rota.shifts == best.rota.shifts)
  }

  @Test(
    "changes as few shifts as brute force, kept covers and all", .judges(atLeast: 1),
    arguments: 0..<60)
  func fewestChanges(seed: Int) throws {
    var random = SeededNumbers(seed: seed &+ 7_000)
    let (situation, period) = try randomSituation(
      TeamSize(engineers: 4, weeks: 4, rotations: 2), seed: seed)
    guard case .solved(let best) = plan(period, in: situation) else { return }
    judged()
    let weeks = period.weeks(handover: .monday)
    var base = best.rota
    var team = situation.team
    // Two shifts of the coming weeks are covered, and two holders are off.
    for week in weeks[2...] {
      let shifts = base.shifts.filter { $0.week == week }
      let free = team.engineers.filter { person in !shifts.contains { $0.engineer == person.id } }
      guard let covered = shifts.randomElement(using: &random),
        let standIn = free.randomElement(using: &random)
      else { continue }
      base.covers.append(
        Cover(
          days: week.start + 1..<week.start + 3, rotation: covered.rotation, engineer: standIn.id))
      let off = try #require(shifts.randomElement(using: &random)).engineer
      let index = try #require(team.engineers.firstIndex { $0.id == off })
      team.engineers[index].away.append(MarkedDays(week.days, at: team.engineers[index].place))
    }
    let changed = Situation(
      team: team, rotas: situation.rotas + [base], today: situation.today)
    let date = weeks[2].start
    let expected = fewest(base, from: date, in: changed)
    switch replan(base, from: date, in: changed) {
    case .mended(let mended):
      #expect(mended.changed.count == expected?.changes)
      #expect(mended.solution.points.total == expected?.points)
      #expect(mended.changed.allSatisfy { !$0.reasons.isEmpty })
      let conflicts = judge(mended.solution.rota, in: changed).findings.filter {
        $0.severity == .conflict
      }
      #expect(conflicts.map(\.message) == [])
    case .infeasible(let clash):
      #expect(expected == nil)
      #expect(!clash.facts.isEmpty)
    case .unknown, .contradiction:
      Issue.record("neither a rota nor the facts that clash")
    }
  }

  /// Only grace could take alan's shift, and she stands in for ada, whom nobody else can free.
  @Test("says which cover leaves no way, and that a rota exists without it")
  func coverInTheWay() throws {
    let team = """
      rest: 0
      rotations: { service: {}, backup: { members: [grace, alan] } }
      engineers:
        ada:
        grace:
        alan: { away: [2027-01-11 to 2027-01-17] }
      """
    let rota = """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: grace, backup: alan }
        2027-01-11: { service: ada, backup: alan }
      covers:
        - { from: 2027-01-13, to: 2027-01-13, rotation: service, engineer: grace }
      """
    let reading = readTeam(SourceText(path: "team.yaml", text: team), zones: .utc)
    let read = try #require(reading.team, "\(reading.diagnostics.map(\.message))")
    let base = try #require(readRota(SourceText(path: "rota.yaml", text: rota), of: read).rota)
    let situation = Situation(
      team: read, rotas: [base], today: try #require(Day("2026-12-01")))
    let date = try #require(Day("2027-01-11"))
    guard case .infeasible(let clash) = replan(base, from: date, in: situation) else {
      Issue.record("no clash")
      return
    }
    #expect(
      clash.facts.map(\.text) == [
        "`grace` stands in for `ada` on 2027-01-13, and gets no other shift that week"
      ])
    #expect(clash.facts[0].place?.line == 6)
    #expect(clash.fixes.map(\.text) == ["remove the cover of `grace` on 2027-01-13"])
    var without = base
    without.covers = []
    guard case .mended(let mended) = replan(without, from: date, in: situation) else {
      Issue.record("no rota without the cover")
      return
    }
    #expect(clash.fixes[0].points == mended.solution.points.total)
  }

  /// The fewest changes and then points of any holders from a date on that break no rule; while
  /// the holder of a covered shift stays, the stand-in gets no other shift in its week. Covers
  /// whose stand-in cannot do them go first.
  private func fewest(_ base: Rota, from date: Day, in situation: Situation) -> (
    changes: Int, points: Int
  )? {
    let frame = Frame(
      situation, period: base.period, purpose: .replan(from: date, base: base))
    let open = base.shifts.indices.filter { base.shifts[$0].week.start >= date }
    var base = base
    base.covers.removeAll { cover in
      let availability = situation.availability
      guard let standIn = availability.index(of: cover.engineer),
        let rotation = availability.index(of: cover.rotation)
      else { return true }
      return !availability.isOnTeam(standIn, on: cover.days)
        || !availability.isMember(standIn, of: rotation, on: cover.days)
        || !availability.hasSkills(standIn, for: rotation)
        || cover.days.contains {
          availability.works(standIn, on: $0) && availability.isAway(standIn, on: $0)
        }
    }
    var best: (changes: Int, points: Int)?
    func hold(_ next: Int, _ rota: Rota, _ changes: Int) {
      guard next < open.count else {
        let roster = Roster(rota, in: frame)
        let freesStandIns = rota.covers.allSatisfy { cover in
          !rota.shifts.contains { shift in
            shift.week.days.contains(cover.days.lowerBound) && shift.engineer == cover.engineer
              && !base.shifts.contains(shift)
          }
        }
        guard freesStandIns, roster.conflicts.isEmpty else { return }
        let found = (changes: changes, points: roster.points().total)
        if best.map({ found < $0 }) ?? true { best = found }
        return
      }
      let before = rota.shifts[open[next]]
      for engineer in frame.team.engineers.map(\.id) {
        var now = rota
        let isSame = engineer == before.engineer
        now.shifts[open[next]] = Shift(
          week: before.week, rotation: before.rotation, engineer: engineer)
        if !isSame {
          now.covers.removeAll {
            $0.rotation == before.rotation && before.week.days.overlaps($0.days)
          }
        }
        hold(next + 1, now, changes + (isSame ? 0 : 1))
      }
    }
    hold(0, base, 0)
    return best
  }
}
