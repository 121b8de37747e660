import Dates
import Diagnostics
import RotaModel

extension Referee {
  /// The hard rules that the shifts break.
  func brokenByShifts(_ rota: Rota) -> Set<String> {
    var broken: Set<String> = []
    for week in weeks {
      for rotation in team.rotations {
        let holder = rota.shifts.first { $0.week == week && $0.rotation == rotation.id }
        let isClosed = facts.isClosed(rotation, week)
        if holder == nil, !isClosed { broken.insert("unfilled") }
        for pin in team.pins where pin.week == week && pin.rotation == rotation.id {
          if isClosed || holder.map({ $0.engineer != pin.engineer }) ?? false {
            broken.insert("pin-broken")
          }
        }
      }
    }
    for engineer in team.engineers {
      let held = rota.shifts.filter { $0.engineer == engineer.id }
      for shift in held {
        guard let rotation = team.rotation(shift.rotation) else { continue }
        let days = shift.week.days
        if !facts.isEligible(engineer, rotation, shift.week) { broken.insert("not-a-member") }
        if !facts.isOnTeam(engineer, days) { broken.insert("not-employed") }
        let missed = facts.awayDays(engineer, days).count
        if missed > team.awayDaysAllowed || missed == facts.workingDays(engineer, days).count {
          broken.insert("away")
        }
      }
      let weeksHeld = held.map(\.week).sorted()
      if Set(weeksHeld).count < weeksHeld.count { broken.insert("double-shift") }
      let outside = neighbours(engineer.id)
      let chain =
        [outside.before].compactMap(\.self) + weeksHeld + [outside.after].compactMap(\.self)
      if !weeksHeld.isEmpty {
        for (first, second) in zip(chain, chain.dropFirst())
        where first != second && distance(first, second) < team.rest + 1 {
          broken.insert("rest")
        }
      }
      if let most = engineer.maxShifts?.value, held.count > most {
        broken.insert("too-many-shifts")
      }
    }
    return broken
  }

  /// The hard rules that the owners break.
  func brokenByOwners(_ rota: Rota) -> Set<String> {
    var broken: Set<String> = []
    for project in projects {
      let days = daysToDecide(project)
      let fixed = fixedOwners(project)
      for day in days {
        let owners = team.engineers.filter { owns($0.id, project, day, in: rota) }
        if owners.count < project.ownersNeeded { broken.insert("unowned") }
        if owners.count > project.ownersNeeded { broken.insert("too-many-owners") }
        if !fixed.allSatisfy({ id in owners.contains { $0.id == id } }) {
          broken.insert(project.namedOwners.isEmpty ? "owner-changed" : "pin-broken")
        }
        for owner in owners {
          let owned = projects.count { owns(owner.id, $0, day, in: rota) }
          if owned > owner.projectsAtOnce { broken.insert("too-many-projects") }
        }
      }
      for engineer in team.engineers {
        let owned = days.filter { owns(engineer.id, project, $0, in: rota) }
        guard let first = owned.first, let last = owned.last else { continue }
        let span = first..<last + 1
        if !facts.isSkilled(engineer, project.skills.map(\.value)) { broken.insert("owner-skill") }
        if !facts.isOnTeam(engineer, span) { broken.insert("owner-not-employed") }
        if 2 * facts.awayDays(engineer, span).count > facts.workingDays(engineer, span).count {
          broken.insert("owner-away")
        }
      }
    }
    return broken
  }

  func broken(_ rota: Rota) -> Set<String> { brokenByShifts(rota).union(brokenByOwners(rota)) }
}
