internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// Days of a list, or a calendar that holds some.
enum DaysOrCalendar: Sendable {
  case days(MarkedDays)
  case calendar(CalendarFields)
}

/// What the keys of a `calendar:` entry are read into.
struct CalendarFields: Sendable {
  /// Nil where it is missing or wrong, which is reported.
  var path: Located<String>?
  var choice = CalendarEntry.Choice()

  /// Nil where there is no path.
  func entry(_ use: CalendarEntry.Use) -> CalendarEntry? {
    path.map { CalendarEntry(path: $0.value, use: use, choice: choice, place: $0.place) }
  }
}

let idPattern = "[a-z0-9][a-z0-9-]{0,63}"
private let dayPattern = #"\d{4}-\d{2}-\d{2}"#
private let weekPattern = #"\d{4}-[Ww]\d{2}"#
private let rangePattern = "\(dayPattern)( to \(dayPattern))?"
let spanPattern = "\(idPattern)( from \(dayPattern))?( until \(dayPattern))?"
/// A date, or the ISO week in which a shift week starts.
let weekKeyPattern = "\(dayPattern)|\(weekPattern)"
private let weekdayPattern =
  "([Mm]on(day)?|[Tt]ue(sday)?|[Ww]ed(nesday)?|[Tt]hu(rsday)?|[Ff]ri(day)?|[Ss]at(urday)?|[Ss]un(day)?)"
private let timePattern = "([01]\\d|2[0-3]):[0-5]\\d"

/// The keys of a `calendar:` entry.
let calendarKeys = Section<CalendarFields>([
  Field(
    "calendar", .calendarPath, .required, example: "time-off/ada.ics",
    "An iCalendar file whose events are meant, relative to this file.", to: \.path),
  Field(
    "only", .texts, .defaults("all events"), example: ["vacation", "sick leave"],
    "An event counts when its title or a category holds one of these, in any case.",
    to: \.choice.only),
  Field(
    "except", .texts, .optional, example: ["home office", "birthday"],
    "An event does not count when its title or a category holds one of these, in any case.",
    to: \.choice.except),
  Field(
    "counts", .countedEvents, .defaults("`busy`"), example: "all",
    "Whether time off marked as free counts: people systems mark all of it so. "
      + "Of public holidays it counts in any case.", to: \.choice.includesFree),
])

extension Kind where Value == Bool {
  /// Whether events count that are marked as free.
  static let countedEvents = choice([("busy", false), ("all", true)])
}

extension Kind where Value == CalendarFields {
  static let calendar = section("a calendar", calendarKeys, new: CalendarFields())
}

extension Kind where Value == DaysOrCalendar {
  static let daysOrCalendar = Kind(
    words: "a date, a range or a calendar",
    schema: .any([Kind<MarkedDays>.days.schema, Kind<CalendarFields>.calendar.schema])
  ) { node, reading in
    guard let text = node.scalar else {
      return Kind<CalendarFields>.calendar.read(node, &reading).map { .calendar($0) }
    }
    if let written = reading.scalar(node), reading.isAddress(written) { return nil }
    if text.hasSuffix(".ics") {
      reading.report(
        "bad-date", "a calendar is named by its key", at: node.place,
        help: ["did you mean `calendar: \(text)`?"])
      return nil
    }
    return Kind<MarkedDays>.days.read(node, &reading).map { .days($0) }
  }
}

extension Kind where Value == [DaysOrCalendar] {
  static let daysOrCalendars = Kind<DaysOrCalendar>.daysOrCalendar.list(
    words: "a list of dates, ranges and calendars")
}

extension Kind where Value == MarkedDays {
  static let days = written("a date or a range", .pattern(rangePattern)) { text, reading in
    reading.days(text).map { MarkedDays($0, at: text.place) }
  }
}

extension Kind where Value == [MarkedDays] {
  /// Days that mark shift weeks; an ISO week means the shift week that starts in it.
  static let wishes = Kind<MarkedDays>.written(
    "a date, a range or a week", .pattern("\(rangePattern)|\(weekPattern)")
  ) { text, reading in
    reading.days(text, weeks: true).map { MarkedDays($0, at: text.place) }
  }.list(words: "a list of dates, ranges and weeks")
}

extension Kind where Value == Day {
  static let day = written("a date", .pattern(dayPattern)) { $1.day($0) }
  /// The last day of something that goes on where the key is left out.
  static let lastDayOfAll = written("a date", .pattern(dayPattern)) {
    $1.day($0, forever: "leave the key out for somebody who stays")
  }
}

extension Kind where Value == WeekdaySet {
  /// Never empty.
  static let weekdays = Kind<Weekday>.written(
    "a weekday", .pattern(weekdayPattern)
  ) { $1.weekday($0) }.list(words: "a list of weekdays").notEmpty(
    "at least one day of the week is a workday", help: "leave the key out for the usual ones"
  ).map { WeekdaySet($0) }
}

extension Kind where Value == (weekday: Weekday, time: LocalTime) {
  static let weekdayAndTime = Kind.written(
    "a weekday and a time", .pattern("\(weekdayPattern) \(timePattern)")
  ) { $1.weekdayAndTime($0) }
}

extension Kind where Value == (ordinal: Int, weekday: Weekday, time: LocalTime) {
  static let monthly = Kind.written(
    "a weekday of the month and a time",
    .pattern("(first|second|third|fourth|last) \(weekdayPattern) \(timePattern)")
  ) { $1.monthly($0) }
}

extension Kind where Value == Int {
  static let percent = written("1% to 100%", .pattern("([1-9]\\d?|100)%")) { $1.percent($0) }
  static let minutes = written(
    "minutes or hours", .pattern("[1-9]\\d* (minutes?|hours?)")
  ) { $1.minutes($0) }
  static let weeks = written("weeks", .pattern("[1-9]\\d? weeks?")) { $1.weeks($0) }
}

extension Kind where Value == String {
  static let email = text("an e-mail address", .pattern("[^@<>,; ]+@[^@<>,; ]+")) {
    $1.email($0)
  }
}

extension Kind where Value == [Contact] {
  static let contacts = Kind<Contact>.text("a name, an address, or both") {
    $1.contact($0)
  }.list(words: "a list of names and addresses")
}

extension Kind {
  /// A map whose keys are ids that this file declares; an id alone has every default.
  static func declared<Item: Sendable>(
    _ what: String, words: String, example: String, _ section: Section<Item>,
    new: @escaping @Sendable (String, Place) -> Item
  ) -> Kind where Value == [Item] {
    Kind(
      words: words, schema: .map(keys: idPattern, values: section.schema.optional)
    ) { node, reading in
      let fix = "write each id on a line of its own, indented and with a colon: `\(example):`"
      guard let entries = reading.map(node, fix: fix) else { return nil }
      return entries.map { entry in
        reading.declaredID(Written(keyOf: entry), of: what)
        var item = new(entry.key, entry.keyPlace)
        section.read(entry.value, into: &item, declaredAt: entry.keyPlace, &reading)
        return item
      }
    }
  }
}
