import Dates
import Diagnostics
import Exchange
import Planning
import RotaModel
import TeamFiles

/// What an import changes in the rotas on file: what they lack is added, and what differs is told,
/// or replaced.
struct ImportMerge {
  /// A rota file with what the import does to it.
  struct File {
    let path: String
    let existing: Rota?
    /// As it is afterwards, read from its text; the same where nothing changes.
    let rota: Rota
    /// The new text; nil where nothing changes.
    let text: [UInt8]?
    let shifts: [RotaDifference.ShiftChange]
    let covers: [RotaDifference.CoverChange]
    /// Comments that go with covers.
    let lostComments: [Place]
  }

  private(set) var files: [File] = []
  /// Weeks that the file and the rotas on file have otherwise.
  private(set) var differences: [Diagnostic] = []
  private let onFile: OnFile

  init(
    _ imported: ImportedShifts, _ onFile: OnFile, madeBy command: String, replacing: Bool
  ) throws {
    self.onFile = onFile
    for file in imported.files {
      if let existing = file.existing {
        try add(file, to: existing, imported, replacing: replacing)
      } else {
        try addNew(file, madeBy: command)
      }
    }
  }

  var shifts: [RotaDifference.ShiftChange] { files.flatMap(\.shifts) }
  var covers: [RotaDifference.CoverChange] { files.flatMap(\.covers) }

  /// Puts the changed files in place, all of them or none, and says so, a line each.
  func write() throws -> [String] {
    try onFile.context.write(
      files.compactMap { file in
        file.text.map { text in
          FileChange(
            file.path, bytes: text,
            insteadOf: file.existing?.source.map { .bytes($0.bytes) } ?? .nothing)
        }
      })
    return files.map { file in
      guard file.text != nil else { return "\(file.path) says the same already: left as it is" }
      return (file.existing == nil ? "wrote " : "changed ") + file.path
    }
  }

  private mutating func addNew(_ file: ImportedShifts.File, madeBy command: String) throws {
    let rota = Rota(
      period: file.period,
      shifts: file.weeks.map {
        Shift(week: $0.week, rotation: $0.rotation, engineer: $0.holder)
      }, covers: file.weeks.flatMap(\.covers).sorted { $0.days.lowerBound < $1.days.lowerBound })
    let path = FilePath.join(onFile.files.rotasFolder ?? "", file.period.fileStem + ".yaml")
    let text = Array(rotaText(rota, madeBy: command).utf8)
    files.append(
      File(
        path: path, existing: nil, rota: try read(text, path), text: text,
        shifts: rota.shifts.map {
          RotaDifference.ShiftChange(
            week: $0.week, rotation: $0.rotation, old: nil, new: $0.engineer)
        }, covers: rota.covers.map { RotaDifference.CoverChange(cover: $0, isNew: true) },
        lostComments: []))
  }

  private mutating func add(
    _ file: ImportedShifts.File, to existing: Rota, _ imported: ImportedShifts, replacing: Bool
  ) throws {
    guard let source = existing.source else { throw InternalError("a rota on file has a file") }
    var edits = ImportEdits(existing)
    for week in file.weeks {
      if let difference = edits.add(week), !replacing {
        differences.append(
          difference.finding(at: imported.place(of: week), of: onFile.team))
      }
    }
    guard replacing || differences.isEmpty, !edits.isEmpty else {
      files.append(
        File(
          path: source.path, existing: existing, rota: existing, text: nil, shifts: [], covers: [],
          lostComments: []))
      return
    }
    let text: [UInt8]
    switch edit(source, edits.edits, of: onFile.team) {
    case .refused(let findings): throw Unusable(findings)
    case .text(let bytes): text = bytes
    }
    files.append(
      File(
        path: source.path, existing: existing, rota: try read(text, source.path), text: text,
        shifts: edits.shifts, covers: edits.covers,
        lostComments: TeamFiles.lostComments(of: source, in: text)))
  }

  private func read(_ text: [UInt8], _ path: String) throws -> Rota {
    let reading = readRota(SourceText(path: path, bytes: text), of: onFile.team)
    guard let rota = reading.rota else { throw Unusable(reading.diagnostics) }
    return rota
  }
}

/// What the imported weeks change in one rota on file.
private struct ImportEdits {
  /// A week that is otherwise on file.
  struct Difference {
    let week: ImportedWeek
    let holder: EngineerID
    let covers: [Cover]
    let place: Place?
  }

  private struct Slot: Hashable {
    let week: ShiftWeek
    let rotation: RotationID
  }

  private let rota: Rota
  private let holders: [Slot: Shift]
  private(set) var shifts: [RotaDifference.ShiftChange] = []
  private(set) var covers: [RotaDifference.CoverChange] = []

  init(_ rota: Rota) {
    self.rota = rota
    holders = Dictionary(
      rota.shifts.map { (Slot(week: $0.week, rotation: $0.rotation), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { shifts.isEmpty && covers.isEmpty }

  /// Covers go before holders change, who may not cover themselves.
  var edits: [RotaEdit] {
    covers.filter { !$0.isNew }.map { .dropCover($0.cover) }
      + shifts.map { .hold($0.week, $0.rotation, $0.new) }
      + covers.filter(\.isNew).map { .addCover($0.cover) }
  }

  /// Takes a week; gives what is otherwise on file, nil where that lacks the shift or says the same.
  mutating func add(_ week: ImportedWeek) -> Difference? {
    let shift = holders[Slot(week: week.week, rotation: week.rotation)]
    let days = rota.days(of: week.week)
    let old = rota.covers.filter { $0.rotation == week.rotation && $0.days.overlaps(days) }
    if shift?.engineer == week.holder, old.coveredDays == week.covers.coveredDays { return nil }
    let gone = old.filter { cover in !week.covers.contains { $0.isSame(as: cover) } }
    let added = week.covers.filter { cover in !old.contains { $0.isSame(as: cover) } }
    if shift?.engineer != week.holder {
      shifts.append(
        RotaDifference.ShiftChange(
          week: week.week, rotation: week.rotation, old: shift?.engineer, new: week.holder))
    }
    covers += gone.map { RotaDifference.CoverChange(cover: $0, isNew: false) }
    covers += added.map { RotaDifference.CoverChange(cover: $0, isNew: true) }
    return shift.map {
      Difference(week: week, holder: $0.engineer, covers: old, place: $0.place)
    }
  }
}

extension ImportEdits.Difference {
  func finding(at place: Place, of team: Team) -> Diagnostic {
    func words(_ holder: EngineerID, _ covers: [Cover]) -> String {
      let others = covers.map { cover in
        "`\(cover.engineer)` on \(cover.days.text)"
      }
      return "`\(holder)`" + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
    }
    let rotation = team.rotations.count > 1 ? " of `\(week.rotation)`" : ""
    return Diagnostic(
      "import-differs",
      "the week of \(week.week)\(rotation) is \(words(week.holder, week.covers)) here, "
        + "and \(words(holder, covers)) on file",
      at: place, related: self.place.map { [Located("on file", at: $0)] } ?? [],
      help: ["`--replace` takes what is here"])
  }
}

extension [Cover] {
  /// Who stands in on which day: two covers that follow each other say what one does.
  fileprivate var coveredDays: [Day: EngineerID] {
    Dictionary(
      flatMap { cover in cover.days.map { ($0, cover.engineer) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Cover {
  fileprivate func isSame(as other: Cover) -> Bool {
    days == other.days && rotation == other.rotation && engineer == other.engineer
  }
}
