public import Diagnostics
internal import ICalendar
public import RotaModel

/// Makes rotas from a table of shifts: the columns `week`, `rotation`, `engineer` and `name`, in
/// any order, as `rota show --format csv` writes them; others are passed over.
///
/// A week is named by any date in it. The engineer is the one of the id, else the one whom the name
/// names. The rotation is needed where the team has several.
///
/// - Parameters:
///   - rotation: of all lines; nil to find it in each.
///   - period: whose shifts to take; nil for all, a rota for each quarter.
///   - filed: the rotas on file, whose shift weeks stay as they are.
public func importShifts(
  fromTable file: SourceText, to team: Team, rotation: RotationID? = nil, period: Period? = nil,
  onFile filed: [Rota] = []
) -> ShiftImport {
  if let merge = Diagnostic.unsettledMerge(in: file) {
    return ShiftImport(rotas: [], diagnostics: [merge], matched: 0)
  }
  do throws(TableText.Refusal) {
    let lines = try TableText(file).lines
    var table = try ShiftTable(
      head: lines.first ?? [], of: team, rotation, period,
      weeks: WeekFinder(filed, handover: team.handover.weekday))
    for line in lines.dropFirst() { table.read(line) }
    let shifts = table.holders.keys.inOrder(of: team).compactMap { slot in
      table.holders[slot].map {
        Shift(week: slot.week, rotation: slot.rotation, engineer: $0)
      }
    }
    return ShiftImport(
      rotas: rotas(of: period, holding: shifts), diagnostics: table.diagnostics,
      matched: shifts.count)
  } catch {
    let place = error.place ?? Place(file, 0..<0)
    let help = ["a table of shifts begins with the line `week,rotation,engineer,name`"]
    return ShiftImport(
      rotas: [], diagnostics: [Diagnostic("import-table", error.message, at: place, help: help)],
      matched: 0)
  }
}

/// Reads the lines of a table whose head is known.
private struct ShiftTable {
  private let team: Team
  private let rotation: RotationID?
  private let period: Period?
  private let weeks: WeekFinder
  private let names: EngineerNames
  private let nearNames: NearNames
  private let columns: [String: Int]
  private(set) var holders: [Slot: EngineerID] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(
    head: [TableText.Cell], of team: Team, _ rotation: RotationID?, _ period: Period?,
    weeks: WeekFinder
  ) throws(TableText.Refusal) {
    let titles = head.enumerated().map { ($1.text.lowercased().trimmingSpaces, $0) }
    columns = Dictionary(titles, uniquingKeysWith: { first, _ in first })
    guard columns["week"] != nil, columns["engineer"] != nil || columns["name"] != nil else {
      throw TableText.Refusal(
        "this is no table of shifts: it has no columns `week` and `engineer`", at: head.first?.place
      )
    }
    self.team = team
    self.rotation = rotation
    self.period = period
    self.weeks = weeks
    names = EngineerNames(team)
    nearNames = NearNames(team)
  }

  mutating func read(_ line: [TableText.Cell]) {
    guard let start = line.first?.place else { return }
    let week = cell("week", line)
    guard let day = Day(week?.value ?? ""), day.year > 0 else {
      return warn("this line does not say which shift week it is of", at: week?.place ?? start) {
        _ in ["write a date of the week as `2027-01-04`"]
      }
    }
    let slotWeek = weeks.week(holding: day).week
    if let period, !period.holds(slotWeek.start) { return }
    guard let rotation = rotation(cell("rotation", line)) else {
      let place = cell("rotation", line)?.place ?? start
      return warn("this line does not say which rotation of the team it is of", at: place) {
        ["rotations: \($0.team.rotationNames)"]
      }
    }
    let texts = [cell("engineer", line), cell("name", line)].compactMap(\.self)
    guard let engineer = engineer(texts.map(\.value)) else {
      let place = texts.first?.place ?? start
      return warn("this line does not say which engineer of the team it is of", at: place) {
        let near = texts.lazy.map(\.value).compactMap($0.nearNames.nearest(in:)).first
        return near.map { ["did you mean `\($0)`?"] } ?? []
      }
    }
    let slot = Slot(week: slotWeek, rotation: rotation)
    if let holder = holders[slot], holder != engineer {
      return warn(
        "this line contradicts one above, which names `\(holder)`", at: texts.first?.place ?? start)
    }
    holders[slot] = engineer
  }

  private func cell(_ column: String, _ line: [TableText.Cell]) -> Located<String>? {
    guard let index = columns[column], index < line.count else { return nil }
    return Located(line[index].text.trimmingSpaces, at: line[index].place)
  }

  private func rotation(_ cell: Located<String>?) -> RotationID? {
    if let rotation { return rotation }
    guard let cell, !cell.value.isEmpty else {
      return team.rotations.count == 1 ? team.rotations[0].id : nil
    }
    return team.rotations.first { $0.id.text == cell.value || $0.name == cell.value }?.id
  }

  private func engineer(_ texts: [String]) -> EngineerID? {
    for text in texts {
      let meant = team.engineers(meantBy: text)
      let found = meant.isEmpty ? names.engineers(namedIn: [text]).engineers : meant.map(\.id)
      if found.count == 1 { return found[0] }
    }
    return nil
  }

  private mutating func warn(
    _ message: String, at place: Place, help: (ShiftTable) -> [String] = { _ in [] }
  ) {
    guard diagnostics.count < CalendarLimits.findings else { return }
    diagnostics.append(.unmatched(message, at: place, help: help(self)))
  }
}
