import Dates
import Diagnostics
import Planning
import RotaModel
import Rules

/// Who plans a rota, in the comparison.
enum Planner: Hashable {
  case rota
  case greedy(GreedyRule)

  static let all = [Planner.rota] + GreedyRule.allCases.map(Planner.greedy)

  /// nil where no rota is found.
  func rota(of period: Period, in situation: Situation) -> Rota? {
    switch self {
    case .greedy(let rule): return rule.rota(of: period, in: situation)
    case .rota:
      guard case .solved(let solution) = plan(period, in: situation) else { return nil }
      return solution.rota
    }
  }

  /// The rota after a change, its weeks before a date as they were. Where no mended rota exists,
  /// the rota stays as it is.
  func mended(_ rota: Rota, from date: Day, in situation: Situation) -> Rota {
    switch self {
    case .greedy(let rule):
      return rule.rota(of: rota.period, in: situation, keeping: rota, before: date)
    case .rota:
      guard case .mended(let mended) = replan(rota, from: date, in: situation) else { return rota }
      return mended.solution.rota
    }
  }
}

/// What one planner's rota of one team is like, and what becomes of it when a holder turns out to
/// be away: that of the first shift from the fifth week on that no person decided.
struct PlannedTeam {
  /// Hard rules broken.
  let broken: Int
  /// Between the largest and the smallest balance of an engineer, in hundredths of a shift.
  let spread: Int
  /// Weeks between the two closest shifts of an engineer, the last before the period included.
  let closest: Int
  /// Shifts that their holders lose by the absence.
  let moved: Int
  /// Hard rules broken after the absence.
  let brokenAfter: Int

  /// nil where the planner finds no rota.
  init?(_ sample: SampleTeam, by planner: Planner) {
    let situation = sample.situation
    guard let rota = planner.rota(of: sample.period, in: situation) else { return nil }
    let judgement = judge(rota, in: situation)
    broken = PlannedTeam.conflicts(judgement)
    spread = PlannedTeam.spread(judgement.shares)
    closest = PlannedTeam.closest(rota, after: situation.rotas)
    let weeks = sample.period.weeks(handover: situation.team.handover.weekday)
    let absent = rota.shifts.first { shift in
      shift.week >= weeks[min(4, weeks.count - 1)]
        && !situation.team.pins.contains { $0.week == shift.week && $0.rotation == shift.rotation }
    }
    guard let absent else {
      (moved, brokenAfter) = (0, broken)
      return
    }
    let changed = PlannedTeam.situation(situation, with: absent.engineer, awayIn: absent.week)
    let mended = planner.mended(rota, from: absent.week.start, in: changed)
    moved = PlannedTeam.moved(from: rota, to: mended)
    brokenAfter = PlannedTeam.conflicts(judge(mended, in: changed))
  }

  private static func conflicts(_ judgement: Judgement) -> Int {
    judgement.findings.count { $0.severity == .conflict }
  }

  private static func spread(_ shares: [Share]) -> Int {
    let byEngineer = Dictionary(grouping: shares, by: \.engineer).values.map { shares in
      shares.reduce(0) { $0 + 100 * $1.held - $1.target }
    }
    return (byEngineer.max() ?? 0) - (byEngineer.min() ?? 0)
  }

  private static func closest(_ rota: Rota, after earlier: [Rota]) -> Int {
    let before = earlier.filter { $0.period.first < rota.period.first }.flatMap(\.shifts)
    var last: [EngineerID: ShiftWeek] = [:]
    var closest = Int.max
    for shift in (before + rota.shifts).sorted(by: { $0.week < $1.week }) {
      if let previous = last[shift.engineer], rota.period.holds(shift.week.start) {
        closest = min(closest, previous.weeks(to: shift.week))
      }
      last[shift.engineer] = shift.week
    }
    return closest
  }

  private static func situation(
    _ situation: Situation, with engineer: EngineerID, awayIn week: ShiftWeek
  ) -> Situation {
    var team = situation.team
    for index in team.engineers.indices where team.engineers[index].id == engineer {
      team.engineers[index].away.append(MarkedDays(week.days, at: team.engineers[index].place))
    }
    return Situation(team: team, rotas: situation.rotas, today: situation.today)
  }

  private static func moved(from old: Rota, to new: Rota) -> Int {
    old.shifts.count { shift in
      !new.shifts.contains {
        $0.week == shift.week && $0.rotation == shift.rotation && $0.engineer == shift.engineer
      }
    }
  }
}
