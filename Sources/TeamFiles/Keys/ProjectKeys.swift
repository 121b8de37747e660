internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// What the keys of a project are read into.
struct ProjectFields: Sendable {
  enum Owners: Sendable {
    case count(Int)
    case named([Located<EngineerID>])
  }

  static let usualOwners = 1

  let id: String
  let place: Place
  var name: String?
  var start: Located<Day>?
  var end: Located<Day>?
  var owners = Owners.count(ProjectFields.usualOwners)
  var skills: [Located<String>] = []
  var protect = Project.Protection.edges
  var customer: String?
  var pairWith: [Contact] = []
  var pairing: Located<Pairing>?
  var introduces: String?
  var shareWith = Project.Audience.team
  var docs: Located<Project.Docs>?

  /// nil where its life is not known.
  func finished(_ reading: inout Reading) -> Project? {
    if let pairing, pairWith.isEmpty {
      reading.report(
        "pairing-alone", "`pairing` needs `pair_with`", at: pairing.place,
        label: "nobody to pair with",
        help: ["add `pair_with: [Dora Kim <dora@example.com>]` to project `\(id)`"])
    }
    guard let start, let end else { return nil }
    guard start.value <= end.value else {
      reading.report(
        "ends-before-start", "project `\(id)` ends before it starts", at: end.place,
        label: "before \(start.value)", related: [Located("it starts here", at: start.place)],
        help: ["write an `end` on \(start.value) or later"])
      return nil
    }
    var project = Project(
      id: ProjectID(id), name: name ?? id, life: start.value..<end.value + 1,
      startPlace: start.place, endPlace: end.place, place: place)
    switch owners {
    case .count(let count): project.ownersNeeded = count
    case .named(let owners):
      project.ownersNeeded = owners.count
      project.namedOwners = owners
    }
    project.skills = skills
    project.protect = protect
    project.customer = customer
    project.pairWith = pairWith
    project.pairing = pairing?.value
    project.introduces = introduces
    project.shareWith = shareWith
    project.docs = docs?.value ?? .required
    project.docsPlace = docs?.place
    return project
  }
}

/// The keys of a project.
let projectKeys = Section<ProjectFields>([
  Field(
    "name", .text, .defaults("the id"), example: "Move secrets to Vault", "The project's name.",
    to: \.name),
  Field(
    "start", .day, .required, example: "2027-01-11", "The first day of its life.",
    to: \.start
  ).alsoCalled("begin", "from", "since"),
  Field(
    "end", .day, .required, example: "2027-03-05", "The last day of its life.",
    to: \.end
  ).alsoCalled("finish", "until", "due", "deadline"),
  Field(
    "owners", .owners, .defaults("\(ProjectFields.usualOwners)"), example: ["ada", "grace"],
    "How many engineers own it, or who does, by id.", to: \.owners
  ).alsoCalled("engineers", "assignee"),
  Field(
    "skills", .neededSkills, .defaults("none"), example: ["vault"],
    "Skills each owner has, all of them.", to: \.skills),
  Field(
    "protect", .protection, .defaults("edges"), example: "all",
    "The weeks in which the owners should hold no shift: `edges` are the first and the last.",
    to: \.protect),
  Field(
    "customer", .text, example: "Checkout", "The product team it is built for.", to: \.customer),
  Field(
    "pair_with", .contacts, example: ["Dora Kim <dora@example.com>"],
    "Engineers of the product team to pair with.", to: \.pairWith),
  Field(
    "pairing", .pairing, example: ["at": "Tuesday 14:00", "for": "90 minutes"],
    "When pairing sessions are held, every week of its life. Needs `pair_with`.",
    to: \.pairing),
  Field(
    "introduces", .text, example: "HashiCorp Vault",
    "The technology or architecture that is new: the project ends with a knowledge-sharing session.",
    to: \.introduces),
  Field(
    "share_with", .choice([("team", .team), ("everyone", .everyone)]), .defaults("team"),
    example: "everyone", "Who is invited to the knowledge-sharing session.", to: \.shareWith),
  Field(
    "docs", .docs, .defaults("required"), example: "https://wiki.example.com/vault",
    "Whether documentation is due, or the link or path of it once it is written.", to: \.docs),
])

extension Kind where Value == [ProjectFields] {
  static let projects = declared(
    "a project", words: "projects by id", example: "vault-migration", projectKeys
  ) {
    ProjectFields(id: $0, place: $1)
  }
}

extension Kind where Value == ProjectFields.Owners {
  /// How many, or a list of engineers.
  static let owners = Kind(
    words: "1 or more, or a list of engineers",
    schema: .any([Kind<Int>.ownerCount.schema, Kind<[Located<EngineerID>]>.owners.schema])
  ) { node, reading in
    if node.isList {
      return Kind<[Located<EngineerID>]>.owners.read(node, &reading).map { .named($0) }
    }
    return Kind<Int>.ownerCount.read(node, &reading).map { .count($0) }
  }
}

extension Kind where Value == Int {
  static let ownerCount = wholeNumber(from: 1, limit: 1000)
}

extension Kind where Value == [Located<EngineerID>] {
  static let owners = Kind<Located<EngineerID>>.text(
    "an engineer", .pattern(idPattern)
  ) { text, reading in
    reading.engineer(text)
  }.list(words: "a list of engineers").notEmpty(
    "a project needs at least one owner",
    help: "name one, or write how many it needs: `owners: 1`"
  ).checked { owners, reading in
    if owners.count == 1 { return }
    var first: [EngineerID: Place] = [:]
    for owner in owners {
      guard let place = first[owner.value] else {
        first[owner.value] = owner.place
        continue
      }
      reading.report(
        "duplicate-owner", "`\(owner.value)` is named twice", at: owner.place,
        related: [Located("the first time is here", at: place)], help: ["leave one of them out"])
    }
  }
}

extension Kind where Value == Project.Protection {
  static let protection = choice(
    [("edges", .edges), ("all", .all), ("none", .none)],
    orList: Kind<MarkedDays>.days.list(words: "a list of dates").map { .days($0) })
}

extension Kind where Value == Project.Docs {
  /// A link or path is told from a misspelt word by its `/`.
  static let docs = choice(
    [("required", .required), ("none", .none)],
    orText: .text("a link or path that holds a `/`", .pattern(".*/.*")) { text, reading in
      if text.text.utf8.contains(0x2F) { return .written(text.text) }
      let guess = nearest(to: text.text, among: ["required", "none"])
      reading.report(
        "bad-docs", "`\(text.text)` is neither a link nor a path", at: text.place,
        label: "holds no `/`",
        help: [
          guess.map { "did you mean `\($0)`?" }
            ?? "write `./\(text.text)` for a file beside the team file",
          "allowed: `required`, `none`, or a link or path that holds a `/`",
        ])
      return nil
    })
}
