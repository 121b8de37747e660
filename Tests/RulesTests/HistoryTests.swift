import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing
import WrittenTeams

@testable import Rules

/// What periods have in common is found once for all rotas on file: held against each period alone
/// and against a walk over all of them.
@Suite("Rotas on file judged one after another")
struct HistoryTests {
  private static let people = ["ada", "grace", "joan"]

  /// Rotas of one to thirty weeks over five years, some with a gap before them, now and then a shift
  /// at a date of another rota and a cover; a project that goes on through several.
  private func situation(_ seed: Int) throws -> Situation {
    var random = SeededNumbers(seed: seed)
    var start = Day.distantPast
    if let day = Day("2024-01-01") { start = day }
    let first = start
    var rotas: [String] = []
    while first.distance(to: start) < 5 * 364 {
      let weeks = Int.random(in: 1...30, using: &random)
      var lines = ["period: \(start) to \(start + (7 * weeks - 1))", "shifts:"]
      let strays = [-70, 7 * weeks + 14].filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      var covered = ""
      for day in (0..<weeks).map({ start + 7 * $0 }) + strays.map({ start + $0 }) {
        let holder = HistoryTests.people[Int.random(in: 0..<3, using: &random)]
        if day == start { covered = holder }
        lines.append("  \(day): { service: \(holder), late: joan }")
      }
      lines += [
        "owners:", "  safe: [\(HistoryTests.people[Int.random(in: 0..<3, using: &random)])]",
      ]
      let standIn = covered == "joan" ? "ada" : "joan"
      lines += [
        "covers:",
        "  - { from: \(start + 1), to: \(start + 2), rotation: service, engineer: \(standIn) }",
      ]
      rotas.append(lines.joined(separator: "\n"))
      start = start + 7 * (weeks + (Int.random(in: 0..<4, using: &random) == 0 ? 3 : 0))
    }
    return try written(
      """
      rest: 0
      engineers:
        ada: { away: [2025-03-03 to 2025-03-21] }
        grace: { joined: 2024-06-03, load: 50% }
        joan:
      rotations: { service: {}, late: { members: [ada, joan] } }
      unpopular: [2024-12-23 to 2025-01-03, 2026-12-21 to 2027-01-03]
      projects:
        safe: { start: 2024-11-04, end: 2026-08-28, docs: none }
      """, rotas: rotas, today: "2025-06-02")
  }

  @Test("are judged as each is alone", arguments: 1...4)
  func judged(_ seed: Int) throws {
    let situation = try situation(seed)
    for rotas in [situation.rotas, situation.rotas.reversed()] {
      for (rota, together) in zip(rotas, judge(rotas, in: situation)) {
        let alone = judge(rota, in: situation)
        #expect(together.points == alone.points)
        #expect(together.shares == alone.shares)
        #expect(together.findings.map(\.message) == alone.findings.map(\.message))
      }
    }
  }

  /// One week, two rotations, one holder.
  @Test("of equal weeks the first shift counts")
  func firstOfEquals() throws {
    let situation = try written(
      "rest: 0\nrotations: { service: {}, late: {} }\nengineers: { ada: {} }",
      rotas: [
        "period: 2027-01-04 to 2027-01-10\nshifts:\n  2027-01-04: { service: ada, late: ada }"
      ])
    let history = situation.history
    #expect(history.firstShift(of: 0, inRotasFrom: 0)?.rotation.text == "service")
    #expect(history.lastShift(of: 0, inFirst: 1)?.rotation.text == "service")
  }

  @Test("remember what a walk over all of them finds", arguments: 1...4)
  func walked(_ seed: Int) throws {
    let situation = try situation(seed)
    var remembered = Remembered(situation)
    for rota in situation.rotas {
      let frame = situation.frame(of: rota, remembered: &remembered)
      let earlier = situation.rotas.filter { $0.period.first < rota.period.first }
      let later = situation.rotas.filter { $0.period.first > rota.period.first }
      #expect(frame.earlier.map(\.period) == earlier.map(\.period))
      #expect(frame.later.map(\.period) == later.map(\.period))
      for (engineer, person) in situation.team.engineers.enumerated() {
        func own(_ rotas: [Rota]) -> [ShiftWeek] {
          rotas.flatMap(\.shifts).filter { $0.engineer == person.id }.map(\.week)
        }
        #expect(frame.lastBefore[engineer]?.week == own(earlier).max())
        #expect(frame.firstAfter[engineer]?.week == own(later).min())
      }
      #expect(remembered.past == past(situation, before: frame.weeks[0].start, earlier))
      let latest = situation.history.latestWeek(inFirst: earlier.count)
      #expect(
        latest?.week == earlier.compactMap { $0.weeks(handover: .monday).last }.max())
      let owning = earlier.last { !$0.entries(of: ProjectID("safe")).isEmpty }
      let found = situation.history.lastRota(owning: ProjectID("safe"), inFirst: earlier.count)
      #expect(found?.period == owning?.period)
    }
  }

  /// Held and moved by covers less accrued, in the 104 weeks before a date.
  private func past(_ situation: Situation, before day: Day, _ earlier: [Rota]) -> [Int] {
    var past = [Int](repeating: 0, count: 6)
    for rota in earlier {
      for shift in rota.shifts
      where shift.week.start < day && shift.week.start >= day - 104 * 7 {
        guard let rotation = situation.availability.index(of: shift.rotation),
          case .success(let loads) = WeekLoads(
            shift, of: rotation, in: shift.week, of: rota, situation
          ).content
        else { continue }
        for engineer in 0..<3 {
          past[2 * engineer + rotation] += loads.held(by: engineer)
        }
        for accrual in loads.accruals { past[2 * accrual.engineer + rotation] -= accrual.load }
      }
    }
    return past
  }
}
