internal import Calendars
import Dates
internal import Diagnostics
internal import RotaModel

/// Reads the entries of a list of JSON.
struct JSONEntries {
  private let source: SourceText
  private let request: ImportRequest

  /// Throws where nothing can be read with certainty. O(values).
  static func read(
    _ source: SourceText, _ request: ImportRequest, _ people: inout ImportPeople,
    _ notes: inout ImportNotes
  ) throws(ImportMistake) -> [Entry] {
    let value = try JSONReader.read(source)
    let reader = JSONEntries(source: source, request: request)
    var lists = JSONList.all(in: value, source)
    if !lists.contains(where: { reader.qualifies($0, people) }), case .object = value.kind {
      // The only line of JSON Lines.
      let lines = JSONValue(kind: .array([value]), range: value.range)
      lists += JSONList.all(in: lines, source).filter(\.path.isEmpty)
    }
    let list = try reader.chosen(lists, people, &notes)
    guard list.entries.count <= TableText.mostRows else {
      throw ImportMistake(
        Diagnostic(
          "import-file", "the list has more than \(TableText.mostRows) entries", at: nil,
          help: ["split the file"]))
    }
    var choice = DateOrderChoice()
    for entry in list.entries {
      let start = reader.date(in: entry, ImportKeys.start)
      for date in start?.cell.dates ?? [] {
        choice.add(date, isStart: date == start?.cell.dates.first, at: reader.place(entry.range))
      }
      for date in reader.date(in: entry, ImportKeys.end)?.cell.dates ?? [] {
        choice.add(date, isStart: false, at: reader.place(entry.range))
      }
    }
    var maker = EntryMaker(request, source, order: choice.order(request, &notes))
    reader.read(list, &maker, &people, &notes)
    return maker.entries
  }

  private func place(_ range: Range<Int>) -> Place { Place(source, range) }

  // MARK: Which list

  private func chosen(
    _ lists: [JSONList], _ people: ImportPeople, _ notes: inout ImportNotes
  ) throws(ImportMistake) -> JSONList {
    if let path = request.list {
      if let list = lists.first(where: { $0.shownPath == path }) { return list }
      throw ImportMistake(
        Diagnostic(
          "import-list", "this JSON has no list at `\(path)`", at: Place(source, 0..<0).unquoted,
          help: lists.isEmpty ? ["it has no list of objects"] : lists.map(described)))
    }
    let fitting = lists.filter { qualifies($0, people) }
    if fitting.count == 1 { return fitting[0] }
    let final = fitting.filter { $0.path.lowercased().contains("final") }
    if final.count == 1 {
      notes.say("of \(fitting.count) lists of shifts the one at `\(final[0].shownPath)` is read")
      return final[0]
    }
    let shown = (fitting.isEmpty ? lists : fitting).prefix(20)
    throw ImportMistake(
      Diagnostic(
        "import-list",
        fitting.isEmpty
          ? "no list in this JSON has a start and a person of the team in half of its entries"
          : "this JSON has \(fitting.count) lists of shifts", at: Place(source, 0..<0).unquoted,
        help: shown.map(described)))
  }

  /// `--list schedule.final: 12 entries, 2026-10-05 to 2026-12-21`.
  private func described(_ list: JSONList) -> String {
    let days = list.entries.compactMap { entry in
      date(in: entry, ImportKeys.start)?.cell.dates.first.flatMap { try? $0.day(.dayFirst) }
    }
    let span = days.min().map { first in ", \(first) to \(days.max() ?? first)" } ?? ", no dates"
    let count = list.entries.count
    return "`--list \(list.shownPath)`: "
      + "\(count) entr\(count == 1 ? "y" : "ies")\(span)"
  }

  private func qualifies(_ list: JSONList, _ people: ImportPeople) -> Bool {
    // The same people stand there again and again.
    var known: [String: Bool] = [:]
    func isEngineer(_ name: String) -> Bool {
      if let known = known[name] { return known }
      let isEngineer = people.names(name)
      if known.count < 10_000 { known[name] = isEngineer }
      return isEngineer
    }
    let good = list.entries.count { entry in
      date(in: entry, ImportKeys.start)?.cell.isReadable == true
        && names(in: entry).contains(where: isEngineer)
    }
    return good > 0 && 2 * good >= list.entries.count
  }

  // MARK: What an entry says

  private func read(
    _ list: JSONList, _ maker: inout EntryMaker, _ people: inout ImportPeople,
    _ notes: inout ImportNotes
  ) {
    for entry in list.entries {
      let start = date(in: entry, ImportKeys.start)
      let end = date(in: entry, ImportKeys.end)
      let row = EntryMaker.Row(
        place: entry.range.firstBytes, start: start?.cell ?? .empty,
        startPlace: start?.range ?? entry.range.firstBytes, end: end?.cell ?? .empty,
        endPlace: end?.range ?? entry.range.firstBytes)
      let rotations = entry.values(of: ImportKeys.rotation).flatMap(texts)
      let rotation =
        rotations.lazy.compactMap { request.team.rotation(called: $0) }.first
        ?? request.defaultRotation
      if let wanted = request.rotation, let rotation,
        request.team.rotations[rotation].id != wanted
      {
        notes.tally.count(.rotation)
        continue
      }
      let who = people.meaning(ofFirstOf: names(in: entry))
      let holder = entry.values(of: [ImportKeys.standsInFor]).flatMap(texts)
        .first { !$0.isEmpty }
      switch holder.map({ people.meaning(of: $0) }) {
      case .engineer(let holder):
        maker.add(row, who, rotation: rotation, standsInFor: holder, isStandIn: true, &notes)
      case .stranger(let index):
        maker.add(row, .stranger(index), rotation: rotation, isStandIn: true, &notes)
      case .empty, .nobody, .leftOut, nil: maker.add(row, who, rotation: rotation, &notes)
      }
    }
  }

  /// The first of some keys whose value is a date; else the first that is there.
  private func date(in entry: JSONEntry, _ keys: [String]) -> (cell: DateCell, range: Range<Int>)? {
    var other: (DateCell, Range<Int>)?
    for value in entry.values(of: keys) {
      let cell: DateCell
      switch value.kind {
      case .null: continue
      case .string:
        cell = dateCell(Array(JSONReader.text(of: source.bytes[value.range]).utf8)[...])
      case .number: cell = dateCell(source.bytes[value.range])
      case .array, .object, .bool: continue
      }
      if cell.isReadable { return (cell, value.range) }
      if other == nil, cell != .empty { other = (cell, value.range) }
    }
    return other
  }

  /// A date, or the seconds since 1970.
  private func dateCell(_ bytes: ArraySlice<UInt8>) -> DateCell {
    if bytes.count == 10, bytes.allSatisfy({ 0x30...0x39 ~= $0 }),
      let seconds = Int(String(decoding: bytes, as: UTF8.self))
    {
      return DateCell(unixSeconds: seconds)
    }
    return DateCell(bytes)
  }

  /// Everything by which an entry may name its person, the likeliest first.
  private func names(in entry: JSONEntry) -> [String] {
    entry.values(of: ImportKeys.person).flatMap { value -> [String] in
      // Two people at once are nobody whom a shift can have.
      if case .array(let items) = value.kind, items.count > 1 {
        return [items.compactMap { texts($0).first }.joined(separator: ", ")]
      }
      return texts(value)
    }
  }

  /// The texts of a value: its own, or those of an object, or of the only object of a list.
  private func texts(_ value: JSONValue) -> [String] {
    switch value.kind {
    case .string: return [JSONReader.text(of: source.bytes[value.range])]
    case .number: return [String(decoding: source.bytes[value.range], as: UTF8.self)]
    case .array(let items): return items.flatMap(texts)
    case .object(let members):
      let keys = ImportKeys.person + ["id", "userid"]
      let folded = members.map { (key: ImportKeys.folded($0.key), value: $0.value) }
      return keys.flatMap { key in folded.filter { $0.key == key }.flatMap { texts($0.value) } }
    case .null, .bool: return []
    }
  }
}

extension Range<Int> {
  /// Enough for a message to point at.
  fileprivate var firstBytes: Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + 80) }
}

extension DateCell {
  /// A moment.
  init(unixSeconds seconds: Int) {
    let days = seconds / 86_400
    let day = Day(number: days)
    self = .date(
      DateText(date: .day(day), minutes: seconds % 86_400 / 60, offset: 0, weekday: nil))
  }
}
