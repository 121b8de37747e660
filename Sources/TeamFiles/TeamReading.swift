internal import ConfigText
import Dates
package import Diagnostics
package import RotaModel

/// What reading a team file gave.
package struct TeamReading: Sendable {
  /// nil where the file has a mistake.
  package let team: Team?
  /// What could be read, mistakes or not: enough to find the rotas and to read them too.
  package let draft: Team
  /// The mistakes, by place.
  package let diagnostics: [Diagnostic]
}

/// Reads and checks a team file: all mistakes in one run, each at its place.
///
/// Names in the team are checked. The days of `calendar:` entries are not read: they are listed
/// in `calendars`. O(size of the file), but for "did you mean".
///
/// - Parameter zones: which time zones there are; `UTC` is one in any case.
package func readTeam(_ source: SourceText, zones: ZoneNames) -> TeamReading {
  let text = readConfig(source)
  var fields = TeamFields(team: Team(source: source))
  var reading = Reading(source)
  guard let root = text.root else {
    if text.diagnostics.isEmpty { reading.reportNoEngineers() }
    return TeamReading(
      team: nil, draft: fields.team, diagnostics: text.diagnostics + reading.mistakes)
  }
  reading.zones = zones
  reading.names = Names(declaredIn: root)
  if let handover = declaredHandover(root) { reading.handover = handover }
  teamKeys.read(root, into: &fields, declaredAt: Place(source, 0..<0), &reading)
  let team = fields.finished(&reading)
  let mistakes = (text.diagnostics + reading.mistakes).inReadingOrder(of: [source])
  return TeamReading(team: mistakes.isEmpty ? team : nil, draft: team, diagnostics: mistakes)
}

/// The handover's weekday, which what stands above it in the file may need; mistakes in it are
/// reported when it is read in its turn.
private func declaredHandover(_ root: ConfigNode) -> Weekday? {
  guard let text = root.value(of: "handover")?.scalar else { return nil }
  return text.split(separator: " ").first.flatMap { Weekday(named: String($0)) }
}

extension Reading {
  fileprivate mutating func reportNoEngineers() {
    report(
      "missing-key", "`engineers` is missing", at: Place(source, 0..<0),
      help: ["write `engineers:` and below it, indented, a line `ada:` for each engineer"])
  }
}

extension TeamFields {
  /// The team of all that could be read.
  func finished(_ reading: inout Reading) -> Team {
    var team = team
    team.calendars += feeds.compactMap { $0.entry(.teamTimeOff) }
    for list in holidays {
      let marked = team.take(list.days, for: .holidays(list: list.name))
      team.holidayLists.append(HolidayList(name: list.name, days: marked))
    }
    let usual = holidays.contains { $0.name == "default" } ? "default" : nil
    team.engineers = engineers.map { fields in
      var engineer = fields.engineer
      engineer.workdays = fields.workdays ?? team.workdays
      engineer.holidayList = fields.holidays.list(usual: usual)
      engineer.away = team.take(fields.away, for: .timeOff(engineer.id))
      reading.checkTenure(of: engineer)
      return engineer
    }
    reading.checkSharedNames(of: team.engineers)
    if team.rotations.isEmpty { team.rotations = [.usual] }
    team.projects = projects.compactMap { $0.finished(&reading) }
    return team
  }
}

extension EngineerFields.Holidays {
  fileprivate func list(usual: String?) -> String? {
    switch self {
    case .none: nil
    case .list(let name): name
    case .usual: usual
    }
  }
}

extension Team {
  /// Notes the calendars among some entries, and gives the days.
  fileprivate mutating func take(_ entries: [DaysOrCalendar], for use: CalendarEntry.Use)
    -> [MarkedDays]
  {
    entries.compactMap { entry in
      switch entry {
      case .days(let days): return days
      case .calendar(let fields):
        if let entry = fields.entry(use) { calendars.append(entry) }
        return nil
      }
    }
  }
}

extension Reading {
  fileprivate mutating func checkTenure(of engineer: Engineer) {
    guard let joined = engineer.joined, let leaves = engineer.leaves, leaves.value < joined.value
    else { return }
    report(
      "ends-before-start", "`\(engineer.id)` leaves before joining", at: leaves.place,
      label: "before \(joined.value)", related: [Located("joins here", at: joined.place)],
      help: ["write the last day on the team, \(joined.value) or later"])
  }
}
