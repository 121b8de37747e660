import Dates
import RotaModel
import SeededNumbers

/// A project of a sample team, with its lines of the file.
struct SampleProject {
  let id: String
  let life: ClosedRange<Day>
  let skills: [String]
  /// The owners the rota before gives it, or the file itself.
  private(set) var owners: [String] = []
  private var fields: [String] = []

  private static let things = [
    "backups", "bastion", "build-cache", "certificates", "config-store", "dashboards", "edge-proxy",
    "image-registry", "inventory", "ldap", "mail-relay", "object-store", "package-mirror",
    "queue-broker", "rate-limits", "runners", "sandbox", "time-sync", "vpn", "wiki",
  ]

  init(
    _ index: Int, _ calendar: SampleCalendar, committed: inout Set<String>,
    _ engineers: [SampleEngineer], _ random: inout SeededNumbers
  ) {
    let round = index / SampleProject.things.count
    let thing = SampleProject.things[index % SampleProject.things.count]
    id = thing + (round > 0 ? "-\(round + 1)" : "")
    let start = calendar.first + random.number(-40...calendar.days - 5)
    life = start...start + (random.chance(30) ? random.number(1...12) : random.number(13...63))
    let known = SampleEngineer.skills.filter { skill in engineers.contains { $0.has([skill]) } }
    skills = random.chance(45) ? [random.pick(known)] : []
    fields += ["start: \(life.lowerBound)", "end: \(life.upperBound)"]
    if !skills.isEmpty { fields.append("skills: [\(skills.joined(separator: ", "))]") }
    drawOwners(calendar, &committed, engineers, &random)
    drawProtection(&random)
    if random.chance(25) { fields.append("introduces: A new \(thing)") }
    fields.append("docs: " + random.pick(["none", "required", "docs/\(id).md"]))
  }

  /// Owners given by name, and those whom the rota before names, are free for all of its life, so
  /// that few teams are impossible by chance.
  private mutating func drawOwners(
    _ calendar: SampleCalendar, _ committed: inout Set<String>, _ engineers: [SampleEngineer],
    _ random: inout SeededNumbers
  ) {
    let free = engineers.filter {
      $0.isSteady && $0.projectsAtOnce > 0 && $0.has(skills) && !$0.isAway(in: life)
        && !committed.contains($0.id)
    }
    let began = life.lowerBound < calendar.first
    guard !free.isEmpty, random.chance(began ? 70 : 12) else {
      if random.chance(15) { fields.append("owners: 2") }
      return
    }
    let owner = random.pick(free).id
    owners = [owner]
    committed.insert(owner)
    if !began || random.chance(20) { fields.append("owners: [\(owner)]") }
  }

  private mutating func drawProtection(_ random: inout SeededNumbers) {
    switch random.number(0...9) {
    case 0: fields.append("protect: all")
    case 1: fields.append("protect: none")
    case 2:
      let middle = life.lowerBound + life.lowerBound.distance(to: life.upperBound) / 2
      fields.append("protect: [\(spanText(life.lowerBound...middle))]")
    default: break
    }
  }

  var lines: [String] { ["  \(id):"] + fields.map { "    " + $0 } }
}
