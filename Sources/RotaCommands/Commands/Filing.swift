import Dates
import Diagnostics
import RotaModel
import TeamFiles

extension OnFile {
  /// A shift week belongs to one rota: throws `Unusable` where a rota of another period on file has
  /// one of the period's.
  func refuseSharedWeeks(with period: Period) throws {
    let weeks = period.weeks(handover: team.handover.weekday)
    guard let first = weeks.first, let last = weeks.last else {
      throw Unusable(.usage("bad-period", "no shift week starts in \(period.name)"))
    }
    let clashes = rotas.filter { rota in
      let others = rota.weeks(handover: team.handover.weekday)
      guard rota.period.fileStem != period.fileStem, let start = others.first,
        let end = others.last
      else { return false }
      return first <= end && start <= last
    }
    guard clashes.isEmpty else {
      throw Unusable(
        clashes.map { rota in
          Diagnostic(
            "shared-week", .error,
            "the rota of \(rota.period.name) holds weeks of \(period.name), too",
            at: rota.periodPlace, label: "shares a shift week",
            help: ["name a period that shares no shift week with it"])
        })
    }
  }
}

/// Where a new rota goes, and what already stands there.
struct Filing {
  private let rota: Rota
  private let onFile: OnFile
  private let existing: Rota?

  init(_ rota: Rota, onFile: OnFile) {
    self.rota = rota
    self.onFile = onFile
    existing = onFile.rotas.first { $0.period.fileStem == rota.period.fileStem }
  }

  /// A file with the same period, shifts, owners and covers says the same already, whatever its
  /// comments.
  private var isOnFile: Bool { existing?.says(thatOf: rota) ?? false }

  /// Why the rota cannot be written, or nil.
  func obstacle(_ arguments: Arguments) -> Diagnostic? {
    guard let existing, !isOnFile else { return nil }
    let weeks = existing.weeks(handover: onFile.team.handover.weekday)
    if let first = weeks.first, first.start <= onFile.today {
      return Diagnostic(
        "file-in-the-way", .error,
        "the rota of \(existing.period.name) is on file and its week of \(first) has begun",
        at: existing.periodPlace,
        help: ["weeks that have begun stay as they are: `rota replan --from DATE` mends the others"]
      )
    }
    if arguments.has(.replace) { return nil }
    return Diagnostic(
      "file-in-the-way", .error, "another rota of \(existing.period.name) is on file",
      at: existing.periodPlace,
      help: ["`--replace` replaces it", "`--dry-run` only prints the new one"])
  }

  /// The covers and comments of the file that stands there which the new text does not have.
  func losses(_ text: String) -> [Diagnostic] {
    guard let existing, let source = existing.source, !isOnFile else { return [] }
    let covers = existing.covers.filter { old in !rota.covers.contains { $0.line == old.line } }
    let dropped = covers.map { cover in
      Diagnostic(
        "drops-cover", .warning,
        "replacing the file drops the cover of `\(cover.engineer)` \(cover.days.phrase)",
        at: cover.place,
        help: ["`rota cover WEEK --days DATE to DATE` writes one again"])
    }
    let comments = lostComments(of: source, in: Array(text.utf8))
    guard let first = comments.first else { return dropped }
    let words = comments.count == 1 ? "a comment" : "\(comments.count) comments"
    return dropped + [
      Diagnostic(
        "drops-comments", .warning, "replacing the file drops \(words)", at: first,
        related: comments.dropFirst().map { Located("and this one", at: $0) })
    ]
  }

  /// Puts the rota on file, unless it is there already, and gives the line that says so.
  func write(_ text: String, to path: String, _ context: Context) throws -> String {
    if isOnFile { return "\(path) says the same already: left as it is" }
    let source = existing?.source.flatMap { $0.path == path ? $0 : nil }
    try context.write(path, Array(text.utf8), insteadOf: source)
    return (existing == nil ? "wrote " : "replaced ") + path
  }
}

extension Cover {
  fileprivate var line: String { "\(days) \(rotation) \(engineer)" }
}

extension Rota {
  fileprivate func says(thatOf other: Rota) -> Bool {
    period.fileStem == other.period.fileStem && shiftLines == other.shiftLines
      && ownerLines == other.ownerLines && coverLines == other.coverLines
  }

  private var shiftLines: Set<String> {
    Set(shifts.map { "\($0.week) \($0.rotation) \($0.engineer)" })
  }

  private var coverLines: Set<String> {
    Set(covers.map(\.line))
  }

  /// A project without owners says what a missing line says.
  private var ownerLines: Set<String> {
    Set(owners.flatMap { line in line.entries.map { "\(line.project): \($0.text)" } })
  }
}
