import Calendars
import Dates
import Diagnostics
import RotaModel
import SeededNumbers

/// A random team with two quarters of rotas; the same for the same seed.
struct RandomTeam {
  var team: Team
  /// 2027-Q1 and 2027-Q2.
  var rotas: [Rota]
  var options: CalendarOptions

  init(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    let zone = ["Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata"]
      .randomElement(using: &numbers)
    let engineers = Int.random(in: 1...6, using: &numbers)
    let start = try day("2027-01-01")
    team = try CalendarsTests.team { team in
      team.zone = zone ?? "UTC"
      team.handover = Handover(
        weekday: Weekday.allCases.randomElement(using: &numbers) ?? .monday,
        time: try time(["00:00", "02:30", "09:00", "23:45"].randomElement(using: &numbers) ?? ""))
      team.rotations = (0...Int.random(in: 0...1, using: &numbers)).map {
        Rotation(id: RotationID("r\($0)"), name: "Rotation, \($0)", place: nil)
      }
      team.engineers = (0..<engineers).map { index in
        var engineer = Engineer(
          id: EngineerID("e\(index)"), name: "Engineer \(index); 陈", workdays: .mondayToFriday,
          place: nowhere)
        if chance(50) { engineer.email = "e\(index)@example.com" }
        for _ in 0..<Int.random(in: 0...3, using: &numbers) {
          let first = start + Int.random(in: 0...180, using: &numbers)
          engineer.away.append(
            MarkedDays(first..<first + Int.random(in: 1...14, using: &numbers), at: nowhere))
        }
        return engineer
      }
      team.projects = (0..<Int.random(in: 0...4, using: &numbers)).map { index in
        let first = start + Int.random(in: -60...150, using: &numbers)
        var project = Project(
          id: ProjectID("p\(index)"), name: "Project \(index)",
          life: first..<first + Int.random(in: 1...90, using: &numbers), startPlace: nowhere,
          endPlace: nowhere, place: nowhere)
        if chance(60) { project.introduces = "Something new" }
        if chance(60) {
          project.pairing = Pairing(
            weekday: .tuesday, time: team.handover.time, length: 90)
        }
        return project
      }
      if chance(70) {
        team.sharing = Sharing(
          weekday: .thursday, time: team.handover.time, length: 45, withinWeeks: 3)
      }
      if chance(70) {
        team.feedback = Feedback(
          ordinal: Int.random(in: 1...5, using: &numbers), weekday: .friday,
          time: try time("15:00"), thanks: 20, improvements: 40, guests: [], agenda: nil)
      }
    }
    options = CalendarOptions(
      allDay: chance(30), reminders: chance(50), attendees: chance(50))
    let ids = team.engineers.map(\.id)
    let (rotations, projects, handover) = (team.rotations, team.projects, team.handover.weekday)
    rotas = try ["2027-Q1", "2027-Q2"].map { name in
      var rota = Rota(period: try period(name))
      for week in rota.period.weeks(handover: handover) {
        for rotation in rotations where chance(90) {
          guard let holder = ids.randomElement(using: &numbers) else { continue }
          rota.shifts.append(Shift(week: week, rotation: rotation.id, engineer: holder))
          if chance(20), let standIn = ids.filter({ $0 != holder }).randomElement(using: &numbers) {
            let first = week.start + Int.random(in: 0...4, using: &numbers)
            rota.covers.append(
              Cover(days: first..<first + 2, rotation: rotation.id, engineer: standIn))
          }
        }
      }
      rota.owners = projects.map { project in
        let entries = ids.filter { _ in chance(30) }.map { id in
          EngineerSpan(id, from: chance(30) ? project.firstDay + 5 : nil)
        }
        return Ownership(project: project.id, entries: entries)
      }
      return rota
    }
  }

  /// The same with two holders of a rotation and period exchanged; nil where there are none.
  func swapped() -> (team: RandomTeam, shifts: [Shift])? {
    var other = self
    for rota in rotas.indices {
      for first in rotas[rota].shifts.indices {
        for second in rotas[rota].shifts.indices where second > first {
          let (a, b) = (rotas[rota].shifts[first], rotas[rota].shifts[second])
          guard a.rotation == b.rotation, a.engineer != b.engineer else { continue }
          other.rotas[rota].shifts[first] = Shift(
            week: a.week, rotation: a.rotation, engineer: b.engineer)
          other.rotas[rota].shifts[second] = Shift(
            week: b.week, rotation: b.rotation, engineer: a.engineer)
          return (other, [a, b])
        }
      }
    }
    return nil
  }

  func run(
    today: String = "2026-12-01", periods: [String]? = nil, on folder: Folder = Folder()
  ) throws -> Folder {
    try CalendarsTests.run(
      team, rotas, periods: periods, today: today, options: options, on: folder)
  }
}
