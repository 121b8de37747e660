import Dates
import Diagnostics
import RotaModel

extension Rule {
  /// From so many days in a row on, a project without its owners is worth a word.
  private static let fewestDaysAlone = 3

  static let bothAway: Rule = Rule(
    "both-away", .warning,
    "Of a project with two or more owners one is at work on every third working day at least.",
    why: "A second owner is there so that the project goes on while the first is away.",
    examples: Examples(
      breakingTeam: """
        engineers:
          ada: { away: [2027-01-15 to 2027-01-19] }
          grace: { away: [2027-01-15 to 2027-01-22] }
        projects:
          safe: { start: 2027-01-11, end: 2027-02-12, owners: 2, docs: none }
        """,
      keepingTeam: """
        engineers:
          ada: { away: [2027-01-15 to 2027-01-18] }
          grace: { away: [2027-01-15 to 2027-01-22] }
        projects:
          safe: { start: 2027-01-11, end: 2027-02-12, owners: 2, docs: none }
        """,
      rota: """
        owners:
          safe: [ada, grace]
        """),
    shapes: .rota { roster in
      roster.frame.projects.indices.flatMap { index in
        roster.daysAlone(index).filter { $0.days.count >= fewestDaysAlone }.map { alone in
          let project = roster.frame.projects[index].project
          let people = alone.owners.map { roster.frame.team.engineers[$0] }
          let days = alone.days[0]..<alone.days[alone.days.count - 1] + 1
          let entries = people.flatMap(\.away).filter { $0.days.overlaps(days) }
          return Reason(
            """
            all owners of `\(project.id)` are away on \(alone.days.count) working days in a row, \
            from \(days.lowerBound) to \(days.upperBound - 1)
            """,
            label: "nobody is there then",
            related: entries.map { Located("time off", at: $0.place) },
            help: ["let somebody else look after it then, or move one of the absences"]
          ).diagnostic(
            .bothAway, at: roster.place(of: roster.frame.projects[index]),
            about: Subject(
              project.id, people.map(\.id),
              in: ShiftWeek(holding: days.lowerBound, handover: roster.frame.handover)))
        }
      }
    })
}

extension Roster {
  /// Days in a row, of those on which some owner would work, on which every owner who would is
  /// away; with these owners, in the order of the entries.
  ///
  /// From today on and within the rota's weeks; days on which the project has one owner end a run.
  fileprivate func daysAlone(_ project: Int) -> [(days: [Day], owners: [Int])] {
    let all = owners[project].compactMap(\.engineer)
    guard let first = frame.weeks.first?.start, let last = frame.weeks.last?.last,
      all.contains(where: { $0 != all[0] })
    else { return [] }
    let life = frame.projects[project].project.life.clamped(to: first..<last + 1)
    let days = min(max(life.lowerBound, today), life.upperBound)..<life.upperBound
    var runs: [(days: [Day], owners: [Int])] = [([], [])]
    for day in days {
      let owners = self.owners[project].filter { $0.days.contains(day) }.compactMap(\.engineer)
      let working = owners.filter {
        frame.availability.works($0, on: day)
          && frame.availability.isOnTeam($0, on: day..<day + 1)
      }
      if owners.contains(where: { $0 != owners[0] }) {
        guard !working.isEmpty else { continue }
        if working.allSatisfy({ frame.availability.isAway($0, on: day) }) {
          let run = runs.count - 1
          runs[run].days.append(day)
          runs[run].owners += working.filter { !runs[run].owners.contains($0) }
          continue
        }
      }
      if runs.last?.days.isEmpty == false { runs.append(([], [])) }
    }
    return runs
  }
}
