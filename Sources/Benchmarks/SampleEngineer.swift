import Dates
import RotaModel
import SeededNumbers

/// An engineer of a sample team: what the rest of the team is drawn with, and the lines of the file.
struct SampleEngineer {
  let id: String
  private(set) var skills: [String] = []
  private(set) var away: [ClosedRange<Day>] = []
  private(set) var projectsAtOnce = 1
  /// On the team all the time and without a limit: pins and named owners fall on these only, so
  /// that few teams are impossible by chance.
  private(set) var isSteady = true
  var wants: [String] = []
  private var fields: [String] = []

  static let skills = ["dns", "kernel", "observability", "postgres", "storage", "terraform"]
  /// A rotation may ask for it; most have it.
  static let incidentSkill = "incident-lead"

  init(
    _ index: Int, _ calendar: SampleCalendar, _ kind: TeamSize.Kind, _ random: inout SeededNumbers
  ) {
    let (given, family) = SampleEngineer.name(index)
    id = SampleEngineer.id(index)
    fields.append("name: \(given) \(family)")
    let isTight = kind == .tight
    guard kind != .plain else {
      if random.chance(50) { drawTimeOff(calendar, isTight: isTight, &random) }
      return
    }
    if random.chance(50) { fields.append("email: \(id)@example.org") }
    drawTenure(calendar, &random)
    drawWork(calendar, &random)
    skills = random.pick(random.number(2...4), of: SampleEngineer.skills)
    if random.chance(85) { skills.append(SampleEngineer.incidentSkill) }
    drawTimeOff(calendar, isTight: isTight, &random)
    drawWishes(calendar, &random)
    drawLimits(calendar, isTight: isTight, &random)
  }

  private mutating func drawTenure(_ calendar: SampleCalendar, _ random: inout SeededNumbers) {
    if random.chance(12) {
      let joined = calendar.first + random.number(-150...calendar.days / 4)
      fields.append("joined: \(joined)")
      isSteady = false
    } else if random.chance(4) {
      fields.append("leaves: \(calendar.first + random.number(calendar.days / 2...calendar.days))")
      isSteady = false
    }
  }

  private mutating func drawWork(_ calendar: SampleCalendar, _ random: inout SeededNumbers) {
    if random.chance(20) { fields.append("load: \(random.pick([33, 50, 60, 75, 80, 90]))%") }
    if random.chance(15) {
      fields.append(
        "workdays: " + random.pick(["[Mon, Tue, Wed]", "[Mon, Tue, Wed, Thu]", "[Wed, Thu, Fri]"]))
    }
    if random.chance(30) {
      fields.append(
        "holidays: " + random.pick(["north", "north", calendar.hasBreak ? "north" : "none"]))
    }
  }

  private mutating func drawTimeOff(
    _ calendar: SampleCalendar, isTight: Bool, _ random: inout SeededNumbers
  ) {
    let quarters = calendar.days / 91 + 2
    for _ in 0..<quarters * (isTight ? 3 : 1) {
      let start = calendar.anyDay(before: 91, &random)
      let length = random.chance(60) ? random.number(5...18) : random.number(1...3)
      away.append(start...start + (length - 1))
    }
    away.sort { $0.lowerBound < $1.lowerBound }
  }

  private mutating func drawWishes(_ calendar: SampleCalendar, _ random: inout SeededNumbers) {
    for (key, percent) in [("avoid", 40), ("prefer", 30)] where random.chance(percent) {
      let days = (0...random.number(0...calendar.days / 91)).map { _ in
        let start = calendar.anyDay(before: 0, &random)
        return random.chance(30)
          ? "\(ISOWeek(holding: start))"
          : spanText(start...start + random.number(0...6))
      }
      fields.append("\(key): [\(days.joined(separator: ", "))]")
    }
  }

  private mutating func drawLimits(
    _ calendar: SampleCalendar, isTight: Bool, _ random: inout SeededNumbers
  ) {
    if random.chance(isTight ? 60 : 10) {
      fields.append("max_shifts: \(calendar.days / 91 + random.number(1...3))")
      isSteady = false
    }
    if random.chance(22) {
      projectsAtOnce = random.pick([2, 2, 2, 3, 0])
      fields.append("projects_at_once: \(projectsAtOnce)")
    }
  }

  func has(_ skills: [String]) -> Bool { skills.allSatisfy(self.skills.contains) }

  func isAway(in days: ClosedRange<Day>) -> Bool { away.contains { $0.overlaps(days) } }

  var lines: [String] {
    var all = fields
    if !skills.isEmpty { all.append("skills: [\(skills.joined(separator: ", "))]") }
    all.append("away: [\(away.map(spanText).joined(separator: ", "))]")
    if !wants.isEmpty { all.append("wants: [\(wants.joined(separator: ", "))]") }
    return ["  \(id):"] + all.map { "    " + $0 }
  }
}

/// `2027-02-08 to 2027-02-19`, or a date alone.
func spanText(_ days: ClosedRange<Day>) -> String {
  days.lowerBound == days.upperBound
    ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
}

extension SampleEngineer {
  private static let given = [
    "Anouk", "Bashir", "Cosima", "Dmitri", "Eloïse", "Fergus", "Gudrun", "Hamza", "Ilse", "Joaquín",
    "Kaisa", "Leopold", "Maren", "Nadim", "Odile", "Pavel", "Quentin", "Ragnhild", "Saoirse",
    "Teodor", "Ulrika", "Valentín", "Wanda", "Xenia", "Yusuf", "Zdeněk", "Amara", "Björn", "Ciara",
    "Duarte",
  ]
  private static let family = [
    "Abildgaard", "Bakker", "Castellano", "Drăgan", "Engström", "Ferreira", "Grünwald", "Horváth",
    "Ivanova", "Jankowski", "Keller", "Laurent", "Moretti", "Novák", "O'Shea", "Papadakis",
  ]

  private static func name(_ index: Int) -> (String, String) {
    (given[index % given.count], family[(index / given.count + index) % family.count])
  }

  /// The given name without its accents, and a number where the names begin again.
  private static func id(_ index: Int) -> String {
    let plain: [Unicode.Scalar: String] = ["ï": "i", "í": "i", "ě": "e", "ö": "o"]
    let letters = given[index % given.count].lowercased().unicodeScalars.map {
      plain[$0] ?? String($0)
    }
    let round = index / given.count
    return letters.joined() + (round > 0 ? "-\(round + 1)" : "")
  }
}
