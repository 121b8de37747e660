import Foundation
import SeededNumbers
import Testing

/// What `diff` says is all that is different: the first rota with it is the second.
struct DiffTests {
  @Test(arguments: 0..<60)
  func oldPlusWhatDiffSaysIsNew(_ seed: Int) throws {
    var numbers = SeededNumbers(seed: seed)
    let team = RandomRota.team(&numbers)
    let old = RandomRota(&numbers)
    let new = RandomRota(changing: old, &numbers)
    let world = FakeEnvironment(texts: [
      "config/team.yaml": team, "old.yaml": old.text, "new.yaml": new.text,
    ])
    let files = "\(team)\n\(old.text)\n\(new.text)"

    let there = try Said(
      world.run(line: "diff old.yaml new.yaml --format json \(RandomRota.today)"))
    #expect(there.applied(to: old) == new, "seed \(seed)\n\(files)")
    let back = try Said(world.run(line: "diff new.yaml old.yaml --format json \(RandomRota.today)"))
    #expect(back.applied(to: new) == old, "seed \(seed)\n\(files)")
    #expect(there.newRules == back.goneRules && there.goneRules == back.newRules)

    // What both come to is what `check` says of each, and the terms add up.
    let checked = try ["old.yaml", "new.yaml"].map { name in
      try Said(world.run(line: "check \(name) --format json \(RandomRota.today)"))
    }
    for (side, own) in zip(["old", "new"], checked) {
      #expect(there.number("points", side) == own.object["points"] as? Int)
      #expect(there.terms(side) == own.object["terms"] as? [String: Int])
      #expect(there.terms(side).values.reduce(0, +) == there.number("points", side))
    }
    // Everybody whose shifts change stands in `engineers`, with the shifts counted anew.
    let named = Set(there.shifts.flatMap { [$0.old, $0.new].compactMap(\.self) })
    #expect(Set(there.engineers.keys) == named)
    for (engineer, rotations) in there.engineers {
      for (rotation, counts) in rotations {
        #expect(counts["old"] as? Int == old.held(engineer, rotation), "seed \(seed)")
        #expect(counts["new"] as? Int == new.held(engineer, rotation), "seed \(seed)")
      }
    }
  }

  @Test func aRotaIsNotDifferentFromItself() throws {
    var numbers = SeededNumbers(seed: 1)
    let team = RandomRota.team(&numbers)
    let rota = RandomRota(&numbers)
    let world = FakeEnvironment(texts: ["config/team.yaml": team, "rota.yaml": rota.text])
    let outcome = world.run(line: "diff rota.yaml rota.yaml \(RandomRota.today)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("no difference"))
    #expect(outcome.output.lines.count == 1)
  }

  /// A file that is there goes before a revision; PATH counts from the top, wherever Rota runs.
  @Test func aRotaOfACommit() throws {
    var numbers = SeededNumbers(seed: 2)
    let team = RandomRota.team(&numbers)
    let old = RandomRota(&numbers)
    let new = RandomRota(changing: old, &numbers)
    let made = try TemporaryRepository()
    let path = "config/rotas/\(RandomRota.stem).yaml"
    try made.commit(["config/team.yaml": team, path: old.text])
    try made.write([path: new.text])
    let world = made.environment
    world.repository = made.folder + "/config/rotas"
    let committed = world.run(
      line: "diff HEAD:\(path) \(RandomRota.stem) --format json \(RandomRota.today)")
    #expect(try Said(committed).applied(to: old) == new)

    world.files["HEAD:\(path)"] = Array(new.text.utf8)
    let file = world.run(
      line: "diff HEAD:\(path) \(RandomRota.stem) --format json \(RandomRota.today)")
    #expect(try Said(file).applied(to: new) == new)
  }

  @Test func whatCannotBeReadIsSaidInGitsWords() throws {
    let made = try TemporaryRepository()
    try made.commit(["config/team.yaml": "engineers:\n  ada:\n", "rota.yaml": "period: 2027-Q1\n"])
    let world = made.environment
    for (operand, words) in [
      ("nothing:rota.yaml", "git says: Needed a single revision: `nothing`"),
      ("--output=x:rota.yaml", "git says: Needed a single revision: `--output=x`"),
      ("HEAD:other.yaml", "the commit `HEAD` has no file `other.yaml`"),
      ("HEAD:../rota.yaml", "the commit `HEAD` has no file `../rota.yaml`"),
      (":rota.yaml", "`:rota.yaml` names no file of a commit"),
      (
        "HEAD:config/team.yaml", "HEAD:config/team.yaml:1:1: error: this is a team file, not a rota"
      ),
    ] {
      let outcome = world.run(["diff", "--", operand, "rota.yaml"])
      #expect(outcome.status == 2, "\(operand)")
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(words), "\(operand): \(outcome.errors)")
    }
    #expect(world.run(line: "diff rota.yaml HEAD@{0}:rota.yaml").status == 0)
    #expect(world.run(line: "diff rota.yaml HEAD:./rota.yaml").status == 0)
  }
}

/// A rota made up from a seed, as plain words: who holds what, who owns what, who stands in.
private struct RandomRota: Equatable {
  /// By `week rotation`.
  var holders: [String: String] = [:]
  /// By project, sorted.
  var owners: [String: [String]] = [:]
  /// `from to rotation engineer`.
  var covers: Set<String> = []

  static let today = "--today 2027-01-01"
  static let stem = "2027-01-04_2027-02-14"
  private static let weeks = [
    "2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08",
  ]
  private static let people = ["ada", "bob", "cat", "dan", "gone"]
  private static let rotations = ["service", "backup", "night"]
  private static let projects = ["vault", "mesh", "old"]

  /// `gone` and `night` are unknown to it.
  static func team(_ numbers: inout SeededNumbers) -> String {
    """
    rest: \(Int.random(in: 0...2, using: &numbers))
    engineers:
      ada: { away: [2027-01-11 to 2027-01-17] }
      bob:
      cat: { joined: 2027-01-18 }
      dan:
    rotations:
      service:
      backup: { members: [ada, bob, cat] }
    projects:
      vault: { start: 2027-01-04, end: 2027-02-10, docs: none }
      mesh: { start: 2027-01-18, end: 2027-01-29, owners: 2, docs: none }

    """
  }

  init(_ numbers: inout SeededNumbers) {
    for week in RandomRota.weeks {
      for rotation in RandomRota.rotations.prefix(numbers.chance(10) ? 3 : 2) {
        change(week, rotation, &numbers)
      }
    }
    for project in RandomRota.projects { changeOwners(of: project, &numbers) }
    for _ in 0..<3 { addCover(&numbers) }
    dropStrayCovers()
  }

  init(changing other: RandomRota, _ numbers: inout SeededNumbers) {
    self = other
    for week in RandomRota.weeks where numbers.chance(40) {
      change(week, numbers.chance(50) ? "service" : "backup", &numbers)
    }
    for project in RandomRota.projects where numbers.chance(40) {
      changeOwners(of: project, &numbers)
    }
    if numbers.chance(50), let cover = covers.min() { covers.remove(cover) }
    if numbers.chance(50) { addCover(&numbers) }
    dropStrayCovers()
  }

  private mutating func change(_ week: String, _ rotation: String, _ numbers: inout SeededNumbers) {
    holders["\(week) \(rotation)"] =
      numbers.chance(15) ? nil : RandomRota.people.randomElement(using: &numbers)
  }

  private mutating func changeOwners(of project: String, _ numbers: inout SeededNumbers) {
    let spans = ["", " from 2027-01-20", " until 2027-01-19"]
    let entries = RandomRota.people.filter { _ in numbers.chance(35) }.map {
      $0 + (spans.randomElement(using: &numbers) ?? "")
    }
    owners[project] = entries.isEmpty ? nil : entries.sorted()
  }

  private mutating func addCover(_ numbers: inout SeededNumbers) {
    guard let week = RandomRota.weeks.randomElement(using: &numbers),
      let person = RandomRota.people.dropLast().randomElement(using: &numbers)
    else { return }
    let rotation = numbers.chance(50) ? "service" : "backup"
    covers.insert("\(week) \(week) \(rotation) \(person)")
  }

  /// A file may not have two covers of a day, nor one by the holder or of a shift that nobody holds.
  private mutating func dropStrayCovers() {
    var seats: Set<String> = []
    covers = Set(
      covers.sorted().filter { cover in
        let words = cover.split(separator: " ")
        let seat = "\(words[0]) \(words[2])"
        guard let holder = holders[seat], holder != words[3] else { return false }
        return seats.insert(seat).inserted
      })
  }

  func held(_ engineer: String, _ rotation: String) -> Int {
    holders.count { $0.value == engineer && $0.key.hasSuffix(" " + rotation) }
  }

  var text: String {
    var text = "period: 2027-01-04 to 2027-02-14\nshifts:\n"
    for week in RandomRota.weeks {
      let own = holders.filter { $0.key.hasPrefix(week) }.sorted { $0.key < $1.key }.map {
        "\($0.key.dropFirst(11)): \($0.value)"
      }
      if !own.isEmpty { text += "  \(week): { \(own.joined(separator: ", ")) }\n" }
    }
    if !owners.isEmpty { text += "owners:\n" }
    for (project, entries) in owners.sorted(by: { $0.key < $1.key }) {
      text += "  \(project): [\(entries.joined(separator: ", "))]\n"
    }
    if !covers.isEmpty { text += "covers:\n" }
    for cover in covers.sorted() {
      let words = cover.split(separator: " ")
      text +=
        "  - { from: \(words[0]), to: \(words[1]), rotation: \(words[2]), engineer: \(words[3]) }\n"
    }
    return text
  }
}

/// What a command said as JSON.
private struct Said {
  struct Shift {
    let seat: String
    let old: String?
    let new: String?
  }

  let object: [String: Any]

  init(_ outcome: FakeEnvironment.Outcome) throws {
    try #require(outcome.status != 2, "\(outcome.errors)")
    object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
      "\(outcome.errors)")
  }

  private func list(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }

  var shifts: [Shift] {
    list("shifts").map {
      Shift(
        seat: "\($0["week"] ?? "") \($0["rotation"] ?? "")", old: $0["old"] as? String,
        new: $0["new"] as? String)
    }
  }

  var engineers: [String: [String: [String: Any]]] {
    object["engineers"] as? [String: [String: [String: Any]]] ?? [:]
  }

  func number(_ key: String, _ side: String) -> Int? {
    (object[key] as? [String: Any])?[side] as? Int
  }

  func terms(_ side: String) -> [String: Int] {
    (object["terms"] as? [String: [String: Int]] ?? [:]).compactMapValues { $0[side] }
  }

  var newRules: [String] { rules("new") }
  var goneRules: [String] { rules("gone") }

  private func rules(_ side: String) -> [String] {
    let conflicts = object["conflicts"] as? [String: [[String: Any]]]
    return (conflicts?[side] ?? []).map { "\($0["rule"] ?? "") \($0["message"] ?? "")" }.sorted()
  }

  func applied(to rota: RandomRota) -> RandomRota {
    var rota = rota
    for shift in shifts {
      #expect(rota.holders[shift.seat] == shift.old)
      rota.holders[shift.seat] = shift.new
    }
    for change in list("owners") {
      guard let project = change["project"] as? String else { continue }
      #expect((rota.owners[project] ?? []) == (change["old"] as? [String])?.sorted())
      let new = (change["new"] as? [String] ?? []).sorted()
      rota.owners[project] = new.isEmpty ? nil : new
    }
    for cover in list("covers") {
      let words = ["from", "to", "rotation", "engineer"].map { cover[$0] as? String ?? "" }
      let line = words.joined(separator: " ")
      if cover["change"] as? String == "new" {
        #expect(rota.covers.insert(line).inserted)
      } else {
        #expect(rota.covers.remove(line) != nil)
      }
    }
    return rota
  }
}
