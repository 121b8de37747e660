package import Diagnostics
import Planning
package import RotaModel
import Rules

/// The answer of `check --base`: what a change of the files brings, for those who review it.
package struct ReviewView: Sendable {
  /// A rota whose file changed.
  package struct ChangedRota: Sendable {
    let period: Period
    let diff: DiffView
    /// The rota as a whole where it was not there before.
    let sheet: RotaSheet?

    package init(_ period: Period, _ diff: DiffView, sheet: RotaSheet?) {
      self.period = period
      self.diff = diff
      self.sheet = sheet
    }
  }

  private let base: String
  private let conflicts: FindingChanges
  /// nil where they do not matter.
  private let warnings: FindingChanges?
  private let rotas: [ChangedRota]
  /// What to know about the comparison.
  private let notes: [String]

  package init(
    base: String, conflicts: FindingChanges, warnings: FindingChanges?, rotas: [ChangedRota],
    notes: [String]
  ) {
    self.base = base
    self.conflicts = conflicts
    self.warnings = warnings
    self.rotas = rotas
    self.notes = notes
  }

  package func text(width: Int?) -> String {
    verdict.safeForTerminal + "\n" + passages.map { $0.text(width: width) }.joined()
  }

  /// One comment, which a bot replaces by its hidden marker.
  package var markdown: String { ReviewComment(verdict, passages).text }

  /// The interface of `check --base --format json`.
  package var json: JSON {
    [
      "base": .string(base), "conflicts": conflicts.json,
      "rotas": .array(rotas.map(\.diff.json)),
    ]
  }

  /// Why a change does not pass; nil where nothing is new.
  package var refusal: String? { newFindings.isEmpty ? nil : newFindings.joined(separator: ", ") }

  /// New warnings where they matter, a line each: the JSON has conflicts alone.
  package var warningLines: [String] { (warnings?.new ?? []).map(\.lineWithFix) }

  private var newFindings: [String] {
    [
      (conflicts.new.count, Noun("new conflict")), (warnings?.new.count ?? 0, Noun("new warning")),
    ].filter { $0.0 > 0 }.map { $0.1.counted($0.0) }
  }

  private var verdict: String {
    let start = newFindings.isEmpty ? "No new conflicts" : newFindings.joined(separator: ", ")
    let others = [
      conflicts.kept > 0 ? "\(conflicts.kept) as before" : nil,
      conflicts.gone.isEmpty ? nil : "\(conflicts.gone.count) gone",
      rotas.isEmpty ? "no rota changed" : Noun("rota").counted(rotas.count) + " changed",
    ].compactMap(\.self)
    return "\(start) against \(base); " + others.joined(separator: ", ")
  }

  // MARK: Passages

  /// What matters most first.
  private var passages: [Passage] {
    let first = [
      Passage(nil, Noun("note"), list: notes),
      Passage("New conflicts", Noun("new conflict"), list: conflicts.new.map(\.lineWithFix)),
      Passage(
        "New warnings", Noun("new warning"), list: warningLines),
    ]
    let changes = rotas.flatMap(passages)
    let shares = rotas.compactMap { rota in
      rota.diff.sharesPassage(titled: "Held and owed, \(rota.period.name)")
    }
    let gone = Passage(
      "Conflicts gone", Noun("conflict gone", "conflicts gone"),
      list: conflicts.gone.map(\.lineOfOld))
    return (first + changes + shares + [gone]).filter { !$0.isEmpty }
  }

  private func passages(_ rota: ChangedRota) -> [Passage] {
    let diff = rota.diff
    if let sheet = rota.sheet {
      let weeks = Noun("week").counted(sheet.rows.count)
      return [
        Passage(
          "\(rota.period.name) is new: \(weeks), \(diff.pointsText)",
          Noun("week of a new rota", "weeks of new rotas"), table: sheet.weeksTable),
        Passage(
          nil, Noun("project of a new rota", "projects of new rotas"), table: sheet.ownersTable),
      ]
    }
    guard diff.newName != nil else {
      let weeks = Noun("week").counted(diff.difference.onlyOld.count)
      return [
        Passage(
          "\(rota.period.name) is gone", Noun("rota gone", "rotas gone"),
          list: ["its file is no longer there, with \(weeks)"])
      ]
    }
    let parts = [
      Passage(nil, Noun("changed week"), list: weekLines(diff)),
      Passage(
        nil, Noun("change of owners", "changes of owners"),
        list: diff.ownerLines.map { "owners of \($0)" }),
      Passage(
        nil, Noun("change of covers", "changes of covers"),
        list: diff.coverLines.map { "cover \($0)" }),
      Passage(nil, .line, list: diff.periodLines),
    ].filter { !$0.isEmpty }
    var changes =
      parts.isEmpty
      ? [Passage(nil, .line, list: ["comments and layout alone"])] : parts
    for index in changes.indices.dropFirst() { changes[index].isContinued = true }
    changes[0].title = "\(rota.period.name): \(diff.summary)"
    return changes
  }

  /// `2027-01-11: Ada Lindqvist → Grace Hopper`, a line a week.
  private func weekLines(_ diff: DiffView) -> [String] {
    let shifts = diff.difference.shifts
    return shifts.indices.filter { $0 == 0 || shifts[$0].week != shifts[$0 - 1].week }.map {
      first in
      let own = shifts.filter { $0.week == shifts[first].week }.map { shift in
        (diff.hasSeveralRotations ? diff.name(shift.rotation) + " " : "")
          + "\(diff.name(shift.old)) → \(diff.name(shift.new))"
      }
      return "\(shifts[first].week): " + own.joined(separator: "; ")
    }
  }
}

/// What `check --base` says where files cannot be used: the errors, without the lines they are in.
package struct UnusableReview: Sendable {
  private let findings: [Diagnostic]
  private let verdict: String

  package init(_ findings: [Diagnostic], base: String) {
    self.findings = findings
    verdict = "The files cannot be compared with \(base): \(Noun("error").counted(findings.count))"
  }

  private var passages: [Passage] {
    [Passage(nil, Noun("error"), list: findings.map(\.lineWithFix))]
  }

  package var text: String {
    verdict.safeForTerminal + "\n" + passages.map { $0.text(width: nil) }.joined()
  }

  package var markdown: String { ReviewComment(verdict, passages).text }
}
