import SeededNumbers

/// The rotations of a sample team: up to three are everybody's, of more each engineer is in one or
/// two, as in a large organisation.
struct SampleRotations {
  let ids: [String]
  private(set) var lines: [String] = []
  /// By rotation; an empty list is everybody.
  private let members: [[String]]

  init(
    _ size: TeamSize, _ calendar: SampleCalendar, _ engineers: [SampleEngineer],
    _ random: inout SeededNumbers
  ) {
    ids = (0..<size.rotations).map {
      $0 < SampleRotations.duties.count ? SampleRotations.duties[$0] : "duty-\($0 + 1)"
    }
    var members = [[String]](repeating: [], count: size.rotations)
    if size.kind == .plain {
      // Everybody is in all of them.
    } else if size.rotations > 3 {
      for (index, engineer) in engineers.enumerated() {
        let own = index % size.rotations
        let second = random.chance(30) ? random.number(0...size.rotations - 1) : own
        for rotation in Set([own, second]).sorted() { members[rotation].append(engineer.id) }
      }
    } else {
      for rotation in members.indices where random.chance(35) {
        members[rotation] = random.pick(engineers.count - engineers.count / 8, of: engineers)
          .map { SampleRotations.entry($0, calendar, &random) }
      }
    }
    self.members = members
    let isKnown = engineers.contains { $0.has([SampleEngineer.incidentSkill]) }
    for (id, members) in zip(ids, members) {
      lines += ["  \(id):", "    name: Duty \(id)"]
      if !members.isEmpty { lines.append("    members: [\(members.joined(separator: ", "))]") }
      if isKnown, random.chance(25) {
        lines.append("    skills: [\(SampleEngineer.incidentSkill)]")
      }
    }
  }

  /// Whether an engineer is a member for good.
  func isMember(_ id: String, of rotation: Int) -> Bool {
    members[rotation].isEmpty || members[rotation].contains(id)
  }

  private static let duties = ["service", "backup", "release"]

  /// A member for good, or for a part of the time.
  private static func entry(
    _ engineer: SampleEngineer, _ calendar: SampleCalendar, _ random: inout SeededNumbers
  ) -> String {
    guard !engineer.isSteady, random.chance(40) else { return engineer.id }
    let edge = random.chance(50) ? "from" : "until"
    return "\(engineer.id) \(edge) \(calendar.anyDay(before: 60, &random))"
  }
}
