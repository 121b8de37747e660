import Dates
import Diagnostics
import Planning
import RotaModel
import Rules

/// The conflicts that an edit of the team file brings to the rotas on file, and what mends them.
struct NewConflicts {
  private let files: OnFile
  private let findings: [Diagnostic]
  private let sources: [SourceText]
  /// The commands that mend them, and what to know where none does.
  private let advice: [String]

  /// - Parameters:
  ///   - team: the team file as it is now.
  ///   - files: as they were before.
  ///   - days: of the time off that the edit adds.
  init(after team: SourceText, _ files: OnFile, away days: Range<Day>?) throws {
    self.files = files
    let now = try OnFile(FilesRead(files.context, team: team), allowingBrokenRotas: true)
    sources = now.files.sources
    // A project that lacks an owner in one rota may come to lack one in the next as well.
    let known = Dictionary(
      NewConflicts.conflicts(of: files).map { ($0.rota?.period, $0.findings) },
      uniquingKeysWith: +)
    let new = NewConflicts.conflicts(of: now).map { judged in
      (
        rota: judged.rota,
        findings: FindingChanges(
          from: known[judged.rota?.period] ?? [], to: judged.findings
        ).new
      )
    }
    findings = new.flatMap(\.findings)
    advice = new.flatMap { judged -> [String] in
      guard let rota = judged.rota else { return [] }
      return judged.findings.isEmpty
        ? [] : Mending(rota, judged.findings, away: days, today: now.today).lines
    }
  }

  /// In the interface of `--format json`: the conflicts, and the sentences that say what mends them.
  var members: [JSON.Member] {
    [
      .init("findings", .array(findings.inReadingOrder(of: sources).map(\.finding))),
      .init("advice", .array(advice.map(JSON.string))),
    ]
  }

  /// Shows them, and says what mends them; nothing where there are none.
  func say() throws {
    guard !findings.isEmpty else { return }
    let reply = files.context.reply
    if !reply.wantsJSON { try reply.show(findings.inReadingOrder(of: sources), on: .error) }
    for line in advice { try reply.say(line) }
  }

  /// Of each rota, and (without a rota) of the team file alone.
  private static func conflicts(of files: OnFile) -> [(rota: Rota?, findings: [Diagnostic])] {
    let situation = files.situation
    return zip(files.rotas, judge(files.rotas, in: situation)).map {
      ($0, conflicts(in: $1.findings))
    }
      + [(nil, conflicts(in: judgeTeam(in: situation)))]
  }

  private static func conflicts(in findings: [Diagnostic]) -> [Diagnostic] {
    findings.filter { $0.severity == .conflict }
  }
}

/// How new conflicts of a rota are mended.
private struct Mending {
  let lines: [String]

  init(_ rota: Rota, _ conflicts: [Diagnostic], away: Range<Day>?, today: Day) {
    /// The shifts that the conflicts point at; nil for other conflicts.
    let shifts = conflicts.map { finding in
      rota.shifts.first { shift in
        guard let place = shift.place ?? shift.weekPlace else { return false }
        return place.file == finding.place?.file && place.line == finding.place?.line
      }
    }
    let coming = zip(conflicts, shifts).compactMap { finding, shift -> Day? in
      guard let shift else { return max(today, rota.period.first) }
      return shift.week.start > today ? shift.week.start : nil
    }
    let weeks = shifts.compactMap { $0 }.filter { $0.week.start <= today }
    var lines: [String] = []
    if let from = coming.min() {
      lines.append("`rota replan --from \(from)` mends \(rota.period.name)")
    }
    for shift in weeks where shift.week.last >= today {
      let rest = today..<shift.week.last + 1
      let days = away.map { $0.clamped(to: rest) } ?? rest
      guard let first = days.first, let last = days.last else { continue }
      lines.append(
        "that week has begun: `rota cover \(shift.week) --rotation \(shift.rotation) "
          + "--days \(first) to \(last)` says who can stand in")
    }
    if weeks.contains(where: { $0.week.last < today }) {
      lines.append(
        "weeks that are over stay as they are: who stood in is written as a cover by hand")
    }
    self.lines = lines
  }
}
