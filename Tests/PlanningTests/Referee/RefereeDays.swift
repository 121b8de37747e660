import Dates
import Diagnostics
import RotaModel

/// Who works when, day by day, written anew from `Rules.docc`, "Words of the model".
struct RefereeDays {
  let team: Team

  func isOnTeam(_ engineer: Engineer, _ days: Range<Day>) -> Bool {
    days.allSatisfy { day in
      engineer.joined.map { $0.value <= day } ?? true
        && engineer.leaves.map { day <= $0.value } ?? true
    }
  }

  func workingDays(_ engineer: Engineer, _ days: Range<Day>) -> [Day] {
    let holidays = team.holidayLists.filter { $0.name == engineer.holidayList }.flatMap(\.days)
    return days.filter { day in
      engineer.workdays.contains(day.weekday) && !holidays.contains { $0.days.contains(day) }
    }
  }

  func awayDays(_ engineer: Engineer, _ days: Range<Day>) -> [Day] {
    workingDays(engineer, days).filter { day in engineer.away.contains { $0.days.contains(day) } }
  }

  func isAvailable(_ engineer: Engineer, _ week: ShiftWeek) -> Bool {
    let missed = awayDays(engineer, week.days).count
    return isOnTeam(engineer, week.days) && missed <= team.awayDaysAllowed
      && missed < workingDays(engineer, week.days).count
  }

  func isMember(_ engineer: Engineer, _ rotation: Rotation, _ week: ShiftWeek) -> Bool {
    guard let members = rotation.members else { return true }
    let own = members.filter { $0.engineer == engineer.id }
    return week.days.allSatisfy { day in own.contains { $0.days.contains(day) } }
  }

  func isSkilled(_ engineer: Engineer, _ skills: [String]) -> Bool {
    skills.allSatisfy(engineer.skills.contains)
  }

  /// `E(r)`.
  func isEverEligible(_ engineer: Engineer, _ rotation: Rotation) -> Bool {
    isSkilled(engineer, rotation.skills.map(\.value))
      && (rotation.members?.contains { $0.engineer == engineer.id } ?? true)
  }

  /// `E(r, w)`.
  func isEligible(_ engineer: Engineer, _ rotation: Rotation, _ week: ShiftWeek) -> Bool {
    isSkilled(engineer, rotation.skills.map(\.value)) && isMember(engineer, rotation, week)
  }

  func isClosed(_ rotation: Rotation, _ week: ShiftWeek) -> Bool {
    let present = team.engineers.filter {
      isMember($0, rotation, week) && isOnTeam($0, week.days)
    }
    return !present.isEmpty && present.allSatisfy { workingDays($0, week.days).isEmpty }
  }

  /// May own a project of which some days are to be decided.
  func mayOwn(_ engineer: Engineer, _ project: Project, _ days: Range<Day>, from first: Day) -> Bool
  {
    let onTeam = days.isEmpty ? first..<first + 1 : days
    return isSkilled(engineer, project.skills.map(\.value)) && isOnTeam(engineer, onTeam)
      && 2 * awayDays(engineer, days).count <= workingDays(engineer, days).count
  }
}
