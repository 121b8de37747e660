import Dates
import Diagnostics
import RotaModel
import Rules

/// Tries other owners of a project from a day on against the rotas on file, by the checker itself.
struct OwnerTrial: Sendable {
  let project: Project
  private let from: Day
  private let situation: Situation
  /// The rota that holds the day, else one made up of what is known of owners, without shifts.
  let rota: Rota
  let isOnFile: Bool
  let places: OwnerPlaces
  private let frame: Frame
  private let points: Int
  private let known: Set<FindingKey>
  /// Later rotas that name the project's owners, with what they break as they are.
  private let later: [(rota: Rota, known: Set<FindingKey>)]

  enum Outcome: Sendable {
    case owner(points: Int?)
    case able(points: Int?)
    /// By the ids of the rules that stop it.
    case unable([String])
  }

  /// - Parameter from: a day of the project's life.
  init(_ project: Project, from: Day, in situation: Situation) {
    self.project = project
    self.from = from
    self.situation = situation
    let standard = situation.team.handover.weekday
    let onFile = situation.rotas.first { $0.holds(from, handover: standard) }
    let rota = onFile ?? situation.ownersAlone(from: from, through: project.lastDay)
    self.rota = rota
    isOnFile = onFile != nil
    places = OwnerPlaces(of: project, from: from, in: rota)
    let frame = situation.frame(of: rota)
    self.frame = frame
    let roster = Roster(rota, in: frame)
    points = roster.points().total
    known = Set(roster.hardFindings.map(FindingKey.init))
    later = situation.rotas.filter {
      $0.period.first > rota.period.first && !$0.entries(of: project.id).isEmpty
    }.map { rota in
      (rota, Set(Roster(rota, in: situation.frame(of: rota)).hardFindings.map(FindingKey.init)))
    }
  }

  /// The way that brings no new conflict and the fewest points; where there is none, what stops
  /// the one that breaks the fewest rules.
  func outcome(for engineer: EngineerID) -> Outcome {
    if places.isOwned(by: engineer) { return .owner(points: isOnFile ? 0 : nil) }
    let tried = places.ways(for: engineer).map { attempt($0, for: engineer) }
    let best = tried.min { ($0.rules.count, $0.rise) < ($1.rules.count, $1.rise) }
    guard let best, best.rules.isEmpty else { return .unable(best?.rules ?? []) }
    return .able(points: isOnFile ? best.rise : nil)
  }

  private func attempt(_ way: OwnerPlaces.Way, for engineer: EngineerID) -> (
    rules: [String], rise: Int
  ) {
    let changed = rota.with(owners: way.entries, of: project.id)
    let roster = Roster(changed, in: frame)
    var new = roster.hardFindings.filter { !known.contains(FindingKey($0)) }
    if !later.isEmpty { new += conflictsLater(after: changed, way, for: engineer) }
    let rules = RuleBook.inOrder(Set(new.map(\.id)))
    return (rules, roster.points().total - points)
  }

  /// New conflicts of later rotas, which go on with the new owner.
  private func conflictsLater(
    after changed: Rota, _ way: OwnerPlaces.Way, for engineer: EngineerID
  ) -> [Diagnostic] {
    var rotas = situation.rotas.map { $0.period == changed.period ? changed : $0 }
    for (rota, _) in later {
      let places = OwnerPlaces(of: project, from: from, in: rota)
      guard !places.isOwned(by: engineer), let next = places.continuing(way, for: engineer),
        let index = rotas.firstIndex(where: { $0.period == rota.period })
      else { continue }
      rotas[index] = rota.with(owners: next.entries, of: project.id)
    }
    let then = Situation(team: situation.team, rotas: rotas, today: situation.today)
    return later.flatMap { old -> [Diagnostic] in
      guard let rota = then.rotas.first(where: { $0.period == old.rota.period }) else { return [] }
      return Roster(rota, in: then.frame(of: rota)).hardFindings.filter {
        !old.known.contains(FindingKey($0))
      }
    }
  }
}

extension Situation {
  /// A rota of owners without shifts, of the weeks that hold some days: who owns each project by
  /// the rotas on file, else by the team file.
  fileprivate func ownersAlone(from first: Day, through last: Day) -> Rota {
    let start = ShiftWeek(holding: first, handover: team.handover.weekday).start
    let weeks = start.distance(to: last) / 7 + 1
    let longest = Limits.weeksOfPeriod.upperBound
    // At the ends of time whole weeks cannot be written.
    let period =
      Period(from: start, weeks: min(weeks, longest)) ?? Period(quarterHolding: first)
    let owners = Owners(rotas)
    return Rota(
      period: period,
      owners: team.projects.map { project in
        let names = team.engineers.map(\.id)
        return Ownership(
          project: project.id,
          entries: names.flatMap { name in
            owners.days(of: name, owning: project).map { days in
              EngineerSpan(
                name, from: days.lowerBound > project.firstDay ? days.lowerBound : nil,
                until: days.upperBound < project.life.upperBound ? days.upperBound - 1 : nil)
            }
          })
      })
  }
}
