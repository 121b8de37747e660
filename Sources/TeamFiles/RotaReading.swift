internal import ConfigText
package import Dates
package import Diagnostics
package import RotaModel

/// What reading a rota file gave.
package struct RotaReading: Sendable {
  /// nil where the file has a mistake.
  package let rota: Rota?
  /// The mistakes, by place.
  package let diagnostics: [Diagnostic]
}

/// Reads a rota file and checks that it can be judged.
///
/// Names in it need not exist and shifts may stand at any date: that is for the rules. The team,
/// which may be a draft, gives the handover and says which rotations there are.
package func readRota(_ source: SourceText, of team: Team) -> RotaReading {
  let text = readConfig(source)
  var fields = RotaFields()
  var reading = Reading(source)
  reading.handover = text.root.flatMap(weekdayOfShifts) ?? team.handover.weekday
  reading.names = Names(fullNamesOf: team)
  if let root = text.root {
    if let mistake = notARota(root, source) {
      return RotaReading(rota: nil, diagnostics: text.diagnostics + [mistake])
    }
    rotaKeys.read(root, into: &fields, declaredAt: Place(source, 0..<0), &reading)
  } else if text.diagnostics.isEmpty {
    reading.report(
      "missing-key", "`period` is missing", at: Place(source, 0..<0),
      help: ["write `period: 2027-Q1`, for example"])
  }
  reading.checkName(of: fields.period)
  let covers = fields.covers.compactMap { $0.finished(&reading) }
  reading.check(covers, against: fields, of: team)
  let mistakes = (text.diagnostics + reading.mistakes).inReadingOrder(of: [source])
  guard mistakes.isEmpty, let period = fields.period else {
    return RotaReading(rota: nil, diagnostics: mistakes)
  }
  let order = fields.shifts.enumerated().sorted {
    ($0.element.week.start, $0.offset) < ($1.element.week.start, $1.offset)
  }
  let rota = Rota(
    period: period.value, shifts: order.map(\.element), owners: fields.owners, covers: covers,
    source: source, periodPlace: period.place,
    shiftsPlace: text.root?.entry(of: "shifts")?.keyPlace)
  return RotaReading(rota: rota, diagnostics: [])
}

/// A file without a single key of a rota's: one mistake, not one a key.
private func notARota(_ root: ConfigNode, _ source: SourceText) -> Diagnostic? {
  let known = rotaKeys.fields.map(\.name)
  let keys = root.entries.map(\.key)
  guard !keys.isEmpty, !keys.contains(where: known.contains) else { return nil }
  guard !keys.contains(where: { rotaKeys.meant(by: $0) != nil }) else { return nil }
  let isTeam = keys.contains("engineers")
  return Diagnostic(
    "not-a-rota",
    isTeam ? "this is a team file, not a rota" : "this is no rota: none of its keys is a rota's",
    at: root.entries[0].keyPlace,
    help: ["a rota file has " + known.map { "`\($0)`" }.joined(separator: ", ")])
}

/// The weekday on which all dated keys of a rota's shifts stand; nil where they differ or there
/// are none. An ISO week means the week by it.
func weekdayOfShifts(_ root: ConfigNode) -> Weekday? {
  let dated = (root.entry(of: "shifts")?.value.entries ?? []).compactMap { Day($0.key)?.weekday }
  return Set(dated).count == 1 ? dated.first : nil
}

/// The mistakes between rotas of one folder: two must not hold the same shift week, and each is
/// named by its period. O(n log n) and the shifts.
package func checkFolder(_ rotas: [Rota], of team: Team) -> [Diagnostic] {
  misnamed(rotas) + sharedWeeks(rotas, handover: team.handover.weekday)
    + rotas.following(handover: team.handover.weekday).flatMap {
      $0.coversBeyondTheLastWeek(handover: team.handover.weekday)
    }
}

/// Files whose names are no period; names of another period are found when a file is read.
private func misnamed(_ rotas: [Rota]) -> [Diagnostic] {
  rotas.compactMap { rota -> Diagnostic? in
    guard let source = rota.source, Period(named: source.stem) == nil else { return nil }
    return Diagnostic(
      "period-name", .error, "the rota of `\(rota.period.name)` is not named by its period",
      at: rota.periodPlace, help: ["rename the file to `\(rota.period.fileStem).yaml`"])
  }
}

/// Shift weeks that two of some rotas hold.
package func sharedWeeks(_ rotas: [Rota], handover: Weekday) -> [Diagnostic] {
  let sorted = rotas.enumerated().sorted {
    ($0.element.period.first, $0.offset) < ($1.element.period.first, $1.offset)
  }.map(\.element)
  var mistakes: [Diagnostic] = []
  /// Of the rotas so far the one that lasts longest.
  var longest: Rota?
  for rota in sorted {
    if let earlier = longest, let week = rota.firstWeek(sharedWith: earlier, handover: handover) {
      mistakes.append(
        Diagnostic(
          "shared-week", .error,
          earlier.handover(handover) == rota.handover(handover)
            ? "two rotas hold the shift week of \(week): `\(earlier.period.name)` "
              + "and `\(rota.period.name)`"
            : "`\(rota.period.name)` begins on \(week), before the last shift of "
              + "`\(earlier.period.name)` has begun",
          at: rota.periodPlace,
          related: earlier.periodPlace.map { [Located("the other rota's period", at: $0)] } ?? [],
          help: ["shorten one of the periods, or move a draft out of the folder"]))
    }
    if rota.period.last >= longest?.period.last ?? .distantPast { longest = rota }
  }
  return mistakes
}

extension Rota {
  /// Of its weeks the first, where the last shift of the earlier rota has not begun before it; or
  /// one in which both have a shift.
  fileprivate func firstWeek(sharedWith earlier: Rota, handover: Weekday) -> ShiftWeek? {
    let theirs = Set(earlier.shifts.map(\.week))
    let first = weeks(handover: handover).first
    let last = earlier.weeks(handover: handover).last
    let isTooEarly = first.map { first in last.map { first <= $0 } ?? false } ?? false
    return [isTooEarly ? first : nil, shifts.map(\.week).first(where: theirs.contains)]
      .compactMap(\.self).min()
  }

  /// Covers that begin in the last shift week and go on beyond the days it has by the rota that
  /// follows.
  fileprivate func coversBeyondTheLastWeek(handover: Weekday) -> [Diagnostic] {
    guard let week = weeks(handover: handover).last else { return [] }
    let days = days(of: week)
    return covers.filter {
      week.days.contains($0.days.lowerBound) && $0.days.upperBound > days.upperBound
    }.map { cover in
      .coverAcrossWeeks(endingOn: days.upperBound - 1, at: cover.place)
    }
  }
}

extension Diagnostic {
  static func coverAcrossWeeks(endingOn last: Day, at place: Place?) -> Diagnostic {
    Diagnostic(
      "cover-across-weeks", .error, "a cover lies within one shift week", at: place,
      label: "the week ends on \(last)",
      help: ["write one cover to \(last) and another from \(last + 1)"])
  }
}

extension SourceText {
  /// The file's name without its folder and without `.yaml`.
  fileprivate var stem: String {
    let name = path.utf8.split(separator: 0x2F).last.map { String($0) ?? "" } ?? ""
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }
}

extension Reading {
  /// A file that is named by a period is named by its own.
  fileprivate mutating func checkName(of period: Located<Period>?) {
    guard let period, let named = Period(named: source.stem), named.name != period.value.name else {
      return
    }
    report(
      "period-name", "the period is `\(period.value.name)`, but the file is named by another",
      at: period.place, label: "not `\(named.name)`",
      help: ["rename the file to `\(period.value.fileStem).yaml`, or write `\(named.name)`"])
  }
}
