internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// What the keys of a team file are read into; `finished` makes the team of it.
struct TeamFields: Sendable {
  var team: Team
  var holidays: [HolidayFields] = []
  var feeds: [CalendarFields] = []
  var engineers: [EngineerFields] = []
  var projects: [ProjectFields] = []
}

/// A list of public holidays as it stands in the file.
struct HolidayFields: Sendable {
  let name: String
  var days: [DaysOrCalendar]
}

/// A team whose file says nothing: what holds where a key is left out is read off it.
private let usual = Team(source: SourceText(path: "", text: ""))

/// The keys of `team.yaml`.
let teamKeys = Section<TeamFields>([
  Field(
    "team", .text, .defaults(usual.name), example: "Platform Infrastructure",
    "The team's name."
  ) {
    $0.team.name = $1.value
    $0.team.namePlace = $1.place
  },
  Field(
    "timezone", .zone, .defaults(usual.zone), example: "Europe/Berlin",
    "The team's time zone, an IANA name: all dates and times are in it.", to: \.team.zone
  ).alsoCalled("zone", "tz"),
  Field(
    "handover", .weekdayAndTime,
    .defaults("\(usual.handover.weekday.name) \(usual.handover.time)"), example: "Monday 09:00",
    "The weekday and local time at which one shift ends and the next begins, for all rotations."
  ) { $0.team.handover = Handover(weekday: $1.value.weekday, time: $1.value.time) },
  Field(
    "workdays", .weekdays, .defaults("Monday to Friday"), example: ["Mon", "Tue", "Wed", "Thu"],
    "The days of the week on which the team works.", to: \.team.workdays),
  Field(
    "rest", .wholeNumber(0...52), .defaults("\(usual.rest)"), example: 2,
    "Free weeks between two shifts of an engineer, of any rotation."
  ) {
    $0.team.rest = $1.value
    $0.team.restPlace = $1.place
  },
  Field(
    "away_days_allowed", .wholeNumber(0...7), .defaults("\(usual.awayDaysAllowed)"), example: 1,
    "Working days an engineer may miss in a shift week and still hold the shift."
  ) {
    $0.team.awayDaysAllowed = $1.value
    $0.team.awayDaysAllowedPlace = $1.place
  },
  Field(
    "rotas", .path, .defaults(usual.rotasFolder), example: "rotas",
    "The folder of the rota files, relative to this file.", to: \.team.rotasFolder),
  Field(
    "holidays", .holidayLists, .optional, example: ["default": ["2027-01-01"]],
    "Named lists of public holidays; `default` holds for everyone who names none.",
    to: \.holidays),
  Field(
    "away", .feeds, .optional, example: [["calendar": "time-off/everyone.ics"]],
    "Calendars of the whole team's time off, whose events name people.", to: \.feeds),
  Field(
    "rotations", .rotations,
    .defaults("one rotation `\(Rotation.usual.id)` named `\(Rotation.usual.name)`"),
    example: ["service": ["name": "Service tasks"]],
    "The duties that go round the team week by week, by id.", to: \.team.rotations
  ).alsoCalled("duties", "schedules"),
  Field(
    "engineers", .engineers, .required, example: ["ada": ["name": "Ada Lindqvist"]],
    "The members of the team, by id. Leavers stay in the file, so that history can be read.",
    to: \.engineers
  ).alsoCalled("people", "members", "persons"),
  Field(
    "projects", .projects, .optional,
    example: ["vault-migration": ["start": "2027-01-11", "end": "2027-03-05"]],
    "The team's projects, by id.", to: \.projects),
  Field(
    "pins", .pins, .optional, example: ["2027-01-04": ["service": "ada"]],
    "Shifts decided by a person, by a date in their week; `generate` never changes them.",
    to: \.team.pins
  ).alsoCalled("fixed", "assignments"),
  Field(
    "unpopular", .wishes, .optional, example: ["2026-12-21 to 2027-01-02"],
    "Weeks that hold such a date are shared out on their own, over the years.",
    to: \.team.unpopular
  ).alsoCalled("unwelcome"),
  Field(
    "sharing", .sharing, .optional,
    example: ["at": "Thursday 16:00", "for": "45 minutes", "within": "4 weeks"],
    "When knowledge-sharing sessions are held after projects that introduced something new.",
    to: \.team.sharing),
  Field(
    "feedback", .feedback, .optional,
    example: ["at": "first Thursday 15:00", "thanks": "20 minutes", "improvements": "40 minutes"],
    "The monthly meeting with the team's stakeholders, in two parts.", to: \.team.feedback),
  Field(
    "weights", .section("weights by term", weightKeys, new: Weights()), .optional,
    example: ["fair": 4], "Points of the soft rules, in place of the usual ones.",
    to: \.team.weights),
])

/// The keys of `weights`: the terms of the points.
let weightKeys = Section<Weights>(
  Weights.Key.allCases.map { key in
    Field(
      key.rawValue, .wholeNumber(0...1000), .defaults("\(key.standard)"),
      example: .number(key.standard), "The weight of `\(key.rawValue)`."
    ) { $0[key] = $1.value }
  })

extension Kind where Value == String {
  /// A time zone's name.
  static let zone = text("a time zone", .pattern(#"[A-Za-z0-9+_/-]+"#)) { text, reading in
    if text.text == "UTC" || reading.zones.isKnown(text.text) { return text.text }
    let guess =
      zonesByShortName[text.text.uppercased()]
      ?? nearest(to: text.text, among: ["UTC"] + reading.zones.all())
    reading.report(
      "unknown-zone", "no time zone is called `\(text.text)`", at: text.place,
      help: [guess.map { "did you mean `\($0)`?" } ?? "allowed: IANA names such as `Europe/Berlin`"]
    )
    return nil
  }
}

extension Kind where Value == [HolidayFields] {
  static let holidayLists = Kind(
    words: "lists of days, by name",
    schema: .map(
      keys: "(?!none$).+", values: Kind<[DaysOrCalendar]>.daysOrCalendars.schema.optional)
  ) { node, reading in
    guard let entries = reading.map(node) else { return nil }
    return entries.map { entry in
      if entry.key == "none" {
        reading.report(
          "bad-id", "a list of holidays cannot be called `none`", at: entry.keyPlace,
          help: ["`holidays: none` means that an engineer has none"])
      }
      let days =
        !entry.value.isSet
        ? [] : Kind<[DaysOrCalendar]>.daysOrCalendars.read(entry.value, &reading)
      return HolidayFields(name: entry.key, days: days ?? [])
    }
  }
}

extension Kind where Value == [CalendarFields] {
  /// Calendars only.
  static let feeds = Kind<CalendarFields>(
    words: "a calendar", schema: Kind<CalendarFields>.calendar.schema
  ) { node, reading in
    guard node.isMap else {
      _ = reading.map(node, fix: "write `calendar: time-off/everyone.ics`, for example")
      return nil
    }
    return Kind<CalendarFields>.calendar.read(node, &reading)
  }.list(words: "a list of calendars")
}

extension Kind where Value == [Pin] {
  static let pins = Kind<[Shift]>.assignments(in: .pins).map { shifts in
    shifts.compactMap { shift in
      shift.place.map { place in
        // The Sunday of an ISO week lies in the shift week that starts in it, whatever the weekday.
        let written = shift.weekPlace.flatMap {
          Day(String(decoding: $0.source.bytes[$0.range], as: UTF8.self))
        }
        let sunday = shift.week.start + (7 - shift.week.start.weekday.rawValue)
        return Pin(
          week: shift.week, day: written ?? sunday, rotation: shift.rotation,
          engineer: shift.engineer, place: place)
      }
    }
  }
}

/// What people write for a zone, and the zone that they most often mean. Abbreviations are no
/// zones: they name half a year, and several places each. Those that IANA keeps as names (`CET`,
/// `EST`) are taken as they stand.
private let zonesByShortName = [
  "BST": "Europe/London", "CEST": "Europe/Berlin", "EEST": "Europe/Helsinki",
  "WEST": "Europe/Lisbon", "MSK": "Europe/Moscow", "EDT": "America/New_York",
  "ET": "America/New_York", "CDT": "America/Chicago", "CST": "America/Chicago",
  "CT": "America/Chicago", "MDT": "America/Denver", "MT": "America/Denver",
  "PDT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PT": "America/Los_Angeles",
  "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "NST": "America/St_Johns",
  "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires", "IST": "Asia/Kolkata",
  "PKT": "Asia/Karachi", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "HKT": "Asia/Hong_Kong",
  "SGT": "Asia/Singapore", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
  "ACST": "Australia/Adelaide", "AWST": "Australia/Perth", "NZST": "Pacific/Auckland",
  "NZDT": "Pacific/Auckland", "SAST": "Africa/Johannesburg", "EAT": "Africa/Nairobi",
  "WAT": "Africa/Lagos", "Z": "UTC",
  // Places that people look for under a name that is none.
  "LONDON": "Europe/London", "BERLIN": "Europe/Berlin", "PARIS": "Europe/Paris",
  "EUROPE/MUNICH": "Europe/Berlin", "EUROPE/FRANKFURT": "Europe/Berlin",
  "EUROPE/HAMBURG": "Europe/Berlin", "EUROPE/GENEVA": "Europe/Zurich",
  "EUROPE/BARCELONA": "Europe/Madrid", "EUROPE/MILAN": "Europe/Rome",
  "EUROPE/KRAKOW": "Europe/Warsaw", "ASIA/BANGALORE": "Asia/Kolkata",
  "ASIA/MUMBAI": "Asia/Kolkata", "ASIA/DELHI": "Asia/Kolkata", "ASIA/BEIJING": "Asia/Shanghai",
  "AMERICA/SAN_FRANCISCO": "America/Los_Angeles", "AMERICA/SEATTLE": "America/Los_Angeles",
  "AMERICA/BOSTON": "America/New_York", "AMERICA/AUSTIN": "America/Chicago",
]
