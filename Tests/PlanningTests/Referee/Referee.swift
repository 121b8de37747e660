import Dates
import Diagnostics
import RotaModel

/// Judges rotas of a period that lies ahead by the text of `Rules.docc` alone: it shares no code with the frame,
/// the rules or the solver, and counts days one by one where they count otherwise.
struct Referee {
  let team: Team
  let facts: RefereeDays
  let shares: RefereeShares
  let earlier: [Rota]
  let later: [Rota]
  let period: Period
  let weeks: [ShiftWeek]
  /// Those whose life touches a week of the period.
  let projects: [Project]
  /// What each engineer's weeks are to the soft rules, by engineer and week.
  private(set) var marks: [[WeekMarks]] = []
  /// By engineer: the last shift of an earlier rota.
  private(set) var lastBefore: [ShiftWeek?] = []
  /// By engineer, in hundredths of an owner-week.
  private(set) var ownerWeekShares: [Int] = []

  struct WeekMarks {
    let isAvailable: Bool
    let isUnpopular: Bool
    let isAvoided: Bool
    /// A week to prefer that the engineer could serve in.
    let isPreferred: Bool
  }

  init(_ team: Team, rotas: [Rota], period: Period) {
    self.team = team
    self.period = period
    facts = RefereeDays(team: team)
    earlier = rotas.filter { $0.period.first < period.first }
      .sorted { $0.period.first < $1.period.first }
    later = rotas.filter { $0.period.first > period.first }
    let weeks = (0..<period.first.distance(to: period.last) + 1).map { period.first + $0 }
      .filter { $0.weekday == team.handover.weekday }.map { ShiftWeek(startingOn: $0) }
    self.weeks = weeks
    shares = RefereeShares(team, earlier: earlier, weeks: weeks)
    projects = team.projects.filter { project in
      weeks.contains { $0.days.overlaps(project.life) }
    }
    lastBefore = team.engineers.map { neighbours($0.id).before }
    let ownerWeeks = projects.reduce(0) { sum, project in
      sum + project.ownersNeeded * weeks.count { $0.days.overlaps(project.life) }
    }
    let turns = team.engineers.map { one in
      one.load * weeks.count { facts.isAvailable(one, $0) }
    }
    let all = turns.reduce(0, +)
    ownerWeekShares = turns.map { all > 0 ? floorOfHalfUp(100 * ownerWeeks * $0, all) : 0 }
    marks = team.engineers.map { engineer in
      weeks.map { week in
        let isAvailable = facts.isAvailable(engineer, week)
        return WeekMarks(
          isAvailable: isAvailable, isUnpopular: touches(team.unpopular, week),
          isAvoided: touches(engineer.avoid, week),
          isPreferred: touches(engineer.prefer, week) && isAvailable
            && team.rotations.contains {
              facts.isEligible(engineer, $0, week) && !facts.isClosed($0, week)
            })
      }
    }
  }

  var firstDay: Day { weeks.first?.start ?? period.first }

  func daysToDecide(_ project: Project) -> Range<Day> {
    project.life.clamped(to: firstDay..<Day.distantFuture)
  }

  func mayOwn(_ engineer: Engineer, _ project: Project) -> Bool {
    facts.mayOwn(engineer, project, daysToDecide(project), from: firstDay)
  }

  /// The owners whom the team file names, or else those whom earlier rotas keep.
  func fixedOwners(_ project: Project) -> [EngineerID] {
    if !project.namedOwners.isEmpty { return project.namedOwners.map(\.value) }
    let entries = earlier.reversed().lazy.flatMap(\.owners)
      .first { $0.project == project.id && !$0.entries.isEmpty }?.entries
    let kept = (entries ?? []).filter { $0.days.contains(project.lastDay) }.map(\.engineer)
      .filter { id in team.engineers.contains { $0.id == id && mayOwn($0, project) } }
    return kept.count > project.ownersNeeded ? [] : kept
  }

  func owns(_ engineer: EngineerID, _ project: Project, _ day: Day, in rota: Rota) -> Bool {
    project.life.contains(day)
      && rota.owners.contains { owners in
        owners.project == project.id
          && owners.entries.contains { $0.engineer == engineer && $0.days.contains(day) }
      }
  }

  /// How many weeks lie from one week's first day to another's, whole ones.
  func distance(_ first: ShiftWeek, _ second: ShiftWeek) -> Int {
    (second.start.number - first.start.number) / 7
  }

  /// The last shift before the period and the first after it, of any rotation.
  func neighbours(_ engineer: EngineerID) -> (before: ShiftWeek?, after: ShiftWeek?) {
    func held(_ rotas: [Rota]) -> [ShiftWeek] {
      rotas.flatMap(\.shifts).filter { $0.engineer == engineer }.map(\.week)
    }
    return (held(earlier).max(), held(later).min())
  }
}
