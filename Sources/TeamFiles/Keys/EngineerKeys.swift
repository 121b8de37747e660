internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// What the keys of an engineer are read into.
struct EngineerFields: Sendable {
  enum Holidays: Sendable {
    /// Nothing said: the list `default`, where there is one.
    case usual
    case none
    case list(String)
  }

  var engineer: Engineer
  /// nil for the team's.
  var workdays: WeekdaySet?
  var holidays = Holidays.usual
  var away: [DaysOrCalendar] = []
}

/// An engineer of whom the file says nothing, from whom defaults are read off.
private let usual = Engineer(
  id: EngineerID(""), name: "", workdays: .mondayToFriday,
  place: Place(SourceText(path: "", text: ""), 0..<0))

/// The keys of an engineer.
let engineerKeys = Section<EngineerFields>([
  Field(
    "name", .text, .defaults("the id"), example: "Ada Lindqvist", "The engineer's full name.",
    to: \.engineer.name),
  Field(
    "email", .email, example: "ada@example.com",
    "Used by `calendar --attendees`, and to find the engineer in feeds of time off.",
    to: \.engineer.email),
  Field(
    "aliases", .aliases, example: ["A. Lindqvist"],
    "Other spellings of the name, in feeds of time off, imported tables and on the command line.",
    to: \.engineer.aliases),
  Field(
    "accounts", .accounts, example: ["pagerduty": "PA1B2C3", "slack": "U012345"],
    "The engineer's id in other systems, for `export` and `who`.", to: \.engineer.accounts),
  Field(
    "joined", .day, example: "2024-03-01",
    "The first day on the team; no shift before the first full week.", to: \.engineer.joined
  ).alsoCalled("start", "since", "hired"),
  Field(
    "leaves", .lastDayOfAll, example: "2027-06-30", "The last day on the team.",
    to: \.engineer.leaves
  ).alsoCalled("left", "end", "until"),
  Field(
    "load", .percent, .defaults("\(usual.load)%"), example: "80%",
    "The part of a full turn of shifts that the engineer takes; `workdays` does not change it.",
    to: \.engineer.load
  ).alsoCalled("share", "percentage", "part_time", "capacity"),
  Field(
    "workdays", .weekdays, .defaults("the team's"), example: ["Mon", "Tue", "Wed", "Thu"],
    "The days of the week on which the engineer works.", to: \.workdays),
  Field(
    "holidays", .holidayChoice, .defaults("the list `default`, where there is one"),
    example: "berlin", "The list of public holidays that holds for the engineer.",
    to: \.holidays),
  Field(
    "skills", .texts, example: ["terraform", "aws"],
    "What the engineer can do: rotations and projects may ask for it."
  ) { $0.engineer.skills = Set($1.value) },
  Field(
    "away", .daysOrCalendars,
    example: ["2027-02-08 to 2027-02-19", "2027-03-01"], "Time off.", to: \.away
  ).alsoCalled("vacation", "holiday", "leave", "absent", "time_off", "pto"),
  Field(
    "avoid", .wishes, example: ["2027-02-15"],
    "Shift weeks that hold one of these days are unwelcome.", to: \.engineer.avoid),
  Field(
    "prefer", .wishes, example: ["2027-W12"],
    "Shift weeks that hold one of these days are welcome.", to: \.engineer.prefer),
  Field(
    "max_shifts", .wholeNumber(from: 0), example: 2,
    "At most so many shifts a period.", to: \.engineer.maxShifts),
  Field(
    "projects_at_once", .wholeNumber(0...10), .defaults("\(usual.projectsAtOnce)"), example: 2,
    "How many projects the engineer may own on one day."
  ) {
    $0.engineer.projectsAtOnce = $1.value
    $0.engineer.projectsAtOncePlace = $1.place
  },
  Field(
    "wants", .projectNames, example: ["vault-migration"],
    "Projects the engineer would like to own.", to: \.engineer.wants),
])

extension Kind where Value == [EngineerFields] {
  static let engineers = declared(
    "an engineer", words: "engineers by id", example: "ada", engineerKeys
  ) {
    id, place in
    EngineerFields(
      engineer: Engineer(
        id: EngineerID(id), name: id, workdays: .mondayToFriday, place: place))
  }.notEmpty(
    "`engineers` names nobody",
    help: "a team has at least one engineer: write `ada:` on a line of its own")
}

extension Kind where Value == EngineerFields.Holidays {
  /// The name of a list of holidays, or `none`.
  static let holidayChoice = Kind<EngineerFields.Holidays>.choice(
    [("none", .none)],
    orText: .text("a list's name") { text, reading in
      reading.holidayList(text).map { .list($0) }
    })
}

extension Kind where Value == [String] {
  static let texts = Kind<String>.text.list(words: "a list of texts")
}

extension Kind where Value == [Located<String>] {
  static let aliases = Kind<Located<String>>(
    words: "a text", schema: Kind<String>.text.schema
  ) { node, reading in
    Kind<String>.text.read(node, &reading).map { Located($0, at: node.place) }
  }.list(words: "a list of texts")
}

extension Kind where Value == [String: Located<String>] {
  /// Texts by system; one that is wrong does not hide the others.
  static let accounts = Kind(
    words: "ids by system", schema: .map(keys: idPattern, values: Kind<String>.text.schema)
  ) { node, reading in
    guard let entries = reading.map(node) else { return nil }
    var accounts: [String: Located<String>] = [:]
    for entry in entries {
      reading.declaredID(Written(keyOf: entry), of: "a system")
      guard let id = Kind<String>.text.read(entry.value, &reading) else { continue }
      accounts[entry.key] = Located(id, at: entry.value.place)
    }
    return accounts
  }
}

extension Kind where Value == [Located<ProjectID>] {
  static let projectNames = Kind<Located<ProjectID>>.text(
    "a project", .pattern(idPattern)
  ) { text, reading in
    reading.project(text)
  }.list(words: "a list of projects")
}
