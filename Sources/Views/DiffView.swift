import Dates
import Diagnostics
package import Planning
package import RotaModel
import Rules

/// The answer of `diff`: who gained and lost which weeks, and what both rotas come to.
package struct DiffView: Sendable {
  let difference: RotaDifference
  /// What the two rotas are called; nil where there is none.
  let oldName: String?
  let newName: String?
  let team: Team
  /// Of those that `team` no longer has.
  private let formerTeam: Team?

  package init(
    _ difference: RotaDifference, old: String?, new: String?, team: Team, formerTeam: Team? = nil
  ) {
    self.difference = difference
    oldName = old
    newName = new
    self.team = team
    self.formerTeam = formerTeam
  }

  package func text(width: Int?) -> String {
    heading.safeForTerminal + "\n" + passages.map { $0.text(width: width) }.joined()
  }

  package var markdown: String {
    "## \(escapedForMarkdown(heading))\n" + passages.map(\.markdown).joined()
  }

  private var heading: String {
    "\(oldName ?? "nothing") → \(newName ?? "nothing"): \(summary)"
  }

  private var passages: [Passage] {
    weeksPassages + otherPassages
      + [periodsPassage, pointsPassage, sharesPassage(titled: "Held and owed")].compactMap(\.self)
      + conflictPassages
  }

  /// What changes, counted, and the points of both.
  var summary: String {
    let changes = [
      (difference.shifts.count, Noun("shift changes hands", "shifts change hands")),
      (difference.owners.count, Noun("project has other owners", "projects have other owners")),
      (difference.covers.count(where: \.isNew), Noun("new cover")),
      (difference.covers.count { !$0.isNew }, Noun("cover gone", "covers gone")),
    ].filter { $0.0 > 0 }.map { $0.1.counted($0.0) }
    let words =
      !changes.isEmpty
      ? changes.joined(separator: ", ")
      : difference.isEmpty
        ? "no difference: the same shifts, owners and covers"
        : "no difference in the weeks that both have"
    return words + "; " + pointsText
  }

  /// `124 → 130 points`.
  var pointsText: String {
    let (old, new) = (points(difference.old), points(difference.new))
    switch (old, new) {
    case (let old?, let new?) where old == new: return "\(Noun("point").counted(new)) as before"
    case (let old?, let new?): return "\(old) → \(Noun("point").counted(new))"
    default: return Noun("point").counted(new ?? old ?? 0)
    }
  }

  // MARK: Passages

  /// In words, an engineer a line, and as a table.
  private var weeksPassages: [Passage] {
    guard !difference.shifts.isEmpty else { return [] }
    let several = hasSeveralRotations
    var table = TextTable(
      [.whole("week")] + (several ? [.name("rotation")] : []) + [.name("old"), .name("new")])
    for shift in difference.shifts {
      table.add(
        [shift.week.description] + (several ? [name(shift.rotation)] : [])
          + [name(shift.old), name(shift.new)])
    }
    let words = difference.touched.map { touched in
      let own = difference.shifts.filter { $0.rotation == touched.rotation }
      func weeks(_ word: String, _ shifts: [RotaDifference.ShiftChange]) -> String? {
        guard !shifts.isEmpty else { return nil }
        return word + " " + shifts.map { "\($0.week)" }.joined(separator: ", ")
      }
      let parts = [
        weeks("gains", own.filter { $0.new == touched.engineer }),
        weeks("loses", own.filter { $0.old == touched.engineer }),
      ].compactMap(\.self)
      return name(touched.engineer) + duty(touched.rotation) + " "
        + parts.joined(separator: "; ")
    }
    return [
      Passage("Who gains and loses which weeks", Noun("engineer"), list: words),
      Passage(table: table),
    ]
  }

  /// Owners and covers.
  private var otherPassages: [Passage] {
    [
      Passage("Owners", Noun("change of owners", "changes of owners"), list: ownerLines),
      Passage("Covers", Noun("change of covers", "changes of covers"), list: coverLines),
    ].filter { !$0.isEmpty }
  }

  var ownerLines: [String] {
    difference.owners.map { change in
      let project = team.project(change.project) ?? formerTeam?.project(change.project)
      return (project?.name ?? change.project.text)
        + ": \(names(change.old)) → \(names(change.new))"
    }
  }

  var coverLines: [String] {
    difference.covers.map { change in
      let cover = change.cover
      return "\(change.isNew ? "new" : "gone"): \(name(cover.engineer)), "
        + cover.days.text + duty(cover.rotation)
    }
  }

  private var periodsPassage: Passage? {
    periodLines.isEmpty
      ? nil : Passage("Weeks that one of them has", .line, list: periodLines)
  }

  /// The weeks that one of the two alone has.
  var periodLines: [String] {
    [(oldName, difference.onlyOld), (newName, difference.onlyNew)].compactMap {
      side, weeks -> String? in
      guard let side, let first = weeks.first, let last = weeks.last else { return nil }
      return weeks.count == 1
        ? "\(side) alone: \(first)"
        : "\(side) alone: \(Noun("week").counted(weeks.count)), \(first) to \(last)"
    }
  }

  /// By term; nil where there are none before and after, and where nothing is different.
  private var pointsPassage: Passage? {
    guard let old = difference.old?.judgement.points, let new = difference.new?.judgement.points,
      !(difference.isEmpty && old == new)
    else { return nil }
    var table = TextTable([.whole("points"), .number("old"), .number("new"), .number("change")])
    func add(_ word: String, _ old: Int, _ new: Int) {
      table.add([word, "\(old)", "\(new)", new > old ? "+\(new - old)" : "\(new - old)"])
    }
    let terms = Term.allCases.filter { old[$0] != 0 || new[$0] != 0 }
    guard !terms.isEmpty else { return nil }
    for term in terms { add(term.rawValue, old[term], new[term]) }
    add("total", old.total, new.total)
    return Passage("Points by term", table: table)
  }

  /// Shifts held and owed before and after, of everybody whose shifts change; nil where nobody's do.
  func sharesPassage(titled title: String) -> Passage? {
    guard !difference.touched.isEmpty else { return nil }
    let several = hasSeveralRotations
    var table = TextTable(
      [.name("engineer")] + (several ? [.name("rotation")] : [])
        + ["held, old", "held, new", "owed, old", "owed, new"].map(TableColumn.number))
    for touched in difference.touched {
      table.add(
        [name(touched.engineer)] + (several ? [name(touched.rotation)] : [])
          + [touched.held.old, touched.held.new].map { $0.map { "\($0)" } ?? "–" }
          + [touched.target.old, touched.target.new].map { $0.map(hundredths) ?? "–" })
    }
    return Passage(title, table: table)
  }

  private var conflictPassages: [Passage] {
    let conflicts = difference.conflicts
    return [
      ("New conflicts", conflicts.new.map(\.lineWithFix)),
      ("Conflicts gone", conflicts.gone.map(\.lineOfOld)),
    ].filter { !$0.1.isEmpty }.map { Passage($0.0, .conflict, list: $0.1) }
  }

  // MARK: Words

  var hasSeveralRotations: Bool {
    team.rotations.count > 1 || difference.shifts.contains { team.rotation($0.rotation) == nil }
  }

  func name(_ engineer: EngineerID?) -> String {
    guard let engineer else { return "nobody" }
    return team.engineer(engineer)?.name ?? formerTeam?.engineer(engineer)?.name ?? engineer.text
  }

  func name(_ rotation: RotationID) -> String {
    team.rotation(rotation)?.name ?? formerTeam?.rotation(rotation)?.name ?? rotation.text
  }

  private func duty(_ rotation: RotationID) -> String {
    hasSeveralRotations ? " (\(name(rotation)))" : ""
  }

  /// `Ada Lindqvist until 2027-02-14, Grace Hopper from 2027-02-15`.
  private func names(_ owners: [EngineerSpan]) -> String {
    guard !owners.isEmpty else { return "nobody" }
    return owners.map { $0.text(named: name($0.engineer)) }.joined(separator: ", ")
  }

  private func points(_ side: RotaDifference.Side?) -> Int? { side?.judgement.points.total }
}

extension Noun {
  static let conflict = Noun("conflict")
}
