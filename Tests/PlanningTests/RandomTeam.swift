import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@testable import Planning
@testable import Rules

/// How large a random team is.
struct TeamSize {
  var engineers: Int
  var weeks: Int
  var rotations = 1
  var projects = 0
  /// Quarters of history.
  var history = 1
}

/// A team with a bit of everything, and the rotas before a period.
func randomSituation(_ size: TeamSize, seed: Int) throws -> (Situation, Period) {
  var random = SeededNumbers(seed: seed)
  let source = SourceText(path: "team.yaml", text: "")
  let place = Place(source, 0..<0)
  let first = Day(number: 20_823)  // 2027-01-04, a Monday
  let period = try #require(Period(from: first, weeks: size.weeks))
  func day(_ low: Int, _ high: Int) -> Day {
    first + Int.random(in: low...high, using: &random)
  }
  let length = 7 * size.weeks

  var team = Team(source: source)
  team.rest = Int.random(
    in: 0...min(2, max(0, size.engineers / size.rotations - 2)), using: &random)
  if random.chance(20) { team.awayDaysAllowed = 2 }
  for index in 0..<size.engineers {
    var engineer = Engineer(
      id: EngineerID("e\(index)"), name: "E\(index)", workdays: team.workdays, place: place)
    if random.chance(20) { engineer.load = 10 * Int.random(in: 4...9, using: &random) }
    if random.chance(60) {
      let start = day(0, length)
      engineer.away.append(
        MarkedDays(start..<start + Int.random(in: 1...10, using: &random), at: place))
    }
    if random.chance(30) {
      let start = day(0, length)
      engineer.avoid.append(MarkedDays(start..<start + 3, at: place))
    }
    if random.chance(30) {
      let start = day(0, length)
      engineer.prefer.append(MarkedDays(start..<start + 1, at: place))
    }
    if random.chance(15) {
      engineer.maxShifts = Located(Int.random(in: 1...3, using: &random), at: place)
    }
    if random.chance(10) { engineer.joined = Located(day(-20, 20), at: place) }
    if random.chance(20) { engineer.projectsAtOnce = 2 }
    if random.chance(60) { engineer.skills.insert("aws") }
    team.engineers.append(engineer)
  }
  for index in 0..<size.rotations {
    team.rotations.append(
      Rotation(id: RotationID("r\(index)"), name: "R\(index)", place: place))
  }
  for index in 0..<size.projects {
    let start = day(-30, length - 7)
    var project = Project(
      id: ProjectID("p\(index)"), name: "P\(index)",
      life: start..<start + Int.random(in: 5...60, using: &random), startPlace: place,
      endPlace: place, place: place)
    project.docs = .none
    if random.chance(30) { project.skills = [Located("aws", at: place)] }
    if random.chance(20) { project.ownersNeeded = 2 }
    if random.chance(20) { project.protect = .all }
    team.projects.append(project)
    if random.chance(50) {
      let fan = Int.random(in: 0..<size.engineers, using: &random)
      team.engineers[fan].wants.append(Located(project.id, at: place))
    }
  }
  if random.chance(50) {
    let start = day(0, length)
    team.unpopular.append(MarkedDays(start..<start + 4, at: place))
    team.unpopular.append(MarkedDays(start - 60..<start - 50, at: place))
  }
  if random.chance(30) {
    team.pins.append(
      Pin(
        week: ShiftWeek(startingOn: first + 7 * Int.random(in: 0..<size.weeks, using: &random)),
        rotation: team.rotations[0].id,
        engineer: team.engineers[Int.random(in: 0..<size.engineers, using: &random)].id,
        place: place))
  }
  var rotas: [Rota] = []
  for quarter in 0..<size.history {
    let start = first - 91 * (quarter + 1)
    let past = try #require(Period(from: start, weeks: 13))
    var shifts: [Shift] = []
    for week in 0..<13 {
      for rotation in team.rotations {
        let turn = (week * size.rotations + Int.random(in: 0...1, using: &random)) % size.engineers
        shifts.append(
          Shift(
            week: ShiftWeek(startingOn: start + 7 * week), rotation: rotation.id,
            engineer: team.engineers[turn].id))
      }
    }
    rotas.append(Rota(period: past, shifts: shifts))
  }
  return (Situation(team: team, rotas: rotas, today: first - 30), period)
}
