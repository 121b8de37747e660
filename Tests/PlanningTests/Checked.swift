import Dates
import Diagnostics
import RotaModel

@testable import Planning
@testable import Rules

/// What `check` says of a rota, each conflict told by its rule, week, rotation and people.
struct Checked {
  struct Conflict: Hashable {
    let rule: String
    var person = ""
    var rotation = ""
    /// Of who stands in, not of a holder.
    var isCover = false
    /// The week of the shift, or the days of the cover.
    var days: Range<Day>?
    /// Of two shifts in each other's way: the other's week, or its rotation.
    var otherWeek: Day?
    var otherRotation = ""
    /// Where nothing that moves is meant.
    var message = ""
  }

  let rota: Rota
  let points: Int
  let conflicts: [Conflict]
  let messages: [String]
  private let judgement: Judgement

  private static let source = SourceText(path: "rota.yaml", text: "")

  /// Every shift and cover has a place of its own, by which findings are told apart.
  init(_ bare: Rota, _ situation: Situation, by judge: (Rota) -> Judgement) {
    func place(_ kind: Int, _ day: Day, _ rotation: RotationID) -> Place {
      let duty = situation.team.rotations.firstIndex { $0.id == rotation } ?? 9
      let number = kind * 1_000_000 + duty * 100_000 + day.number
      return Place(Checked.source, number..<number + 1)
    }
    var rota = bare
    rota.shifts = bare.shifts.map {
      Shift(
        week: $0.week, rotation: $0.rotation, engineer: $0.engineer,
        place: place(1, $0.week.start, $0.rotation))
    }
    rota.covers = bare.covers.map {
      Cover(
        days: $0.days, rotation: $0.rotation, engineer: $0.engineer,
        place: place(2, $0.days.lowerBound, $0.rotation))
    }
    judgement = judge(rota)
    points = judgement.points.total
    let found = judgement.findings.filter { $0.severity == .conflict }
    messages = found.map(\.message).sorted()
    conflicts = found.map { finding in
      if let cover = rota.covers.first(where: { $0.place == finding.place }) {
        return Conflict(
          rule: finding.id, person: cover.engineer.text, rotation: cover.rotation.text,
          isCover: true, days: cover.days)
      }
      guard let shift = rota.shifts.first(where: { $0.place == finding.place }) else {
        return Conflict(rule: finding.id, message: finding.message)
      }
      var conflict = Conflict(rule: finding.id, person: shift.engineer.text)
      if finding.id == "too-many-shifts" { return conflict }
      conflict.days = shift.week.days
      if finding.id == "rest" {
        // "between the shifts of A and B"
        let weeks = finding.message.split(separator: " ").compactMap {
          Day($0.trimmingSuffix(while: { $0 == ";" }))
        }
        conflict.days = weeks.last.map { $0..<$0 + 7 }
        conflict.otherWeek = weeks.first
        return conflict
      }
      conflict.rotation = shift.rotation.text
      if finding.id == "double-shift" {
        conflict.otherRotation =
          finding.message.split(separator: "`").map(String.init).dropFirst(2)
          .first ?? ""
      }
      return conflict
    }
    self.rota = rota
  }

  /// Whether there is a conflict that was not there.
  func brings(_ before: Checked) -> Bool {
    conflicts.contains { conflict in
      if before.conflicts.contains(conflict) { return false }
      guard let days = conflict.days else { return true }
      if let other = conflict.otherWeek {
        // Both shifts were theirs, though not one after the other.
        return
          !(before.held(conflict.person, days.lowerBound) && before.held(conflict.person, other))
      }
      if !conflict.otherRotation.isEmpty {
        return ![conflict.rotation, conflict.otherRotation].allSatisfy { rotation in
          before.rota.shifts.contains {
            $0.engineer.text == conflict.person && $0.week.start == days.lowerBound
              && $0.rotation.text == rotation
          }
        }
      }
      // A part of a cover that broke the rule.
      return !before.conflicts.contains {
        $0.rule == conflict.rule && $0.person == conflict.person
          && $0.rotation == conflict.rotation && $0.isCover && conflict.isCover
          && ($0.days.map { all in days.allSatisfy(all.contains) } ?? false)
      }
    }
  }

  private func held(_ person: String, _ week: Day) -> Bool {
    !rota.period.holds(week)
      || rota.shifts.contains { $0.engineer.text == person && $0.week.start == week }
  }

  /// By what ways of one kind are ordered.
  func ranking(of taker: EngineerID, _ freed: Shift, _ situation: Situation, _ points: Int) -> [Int]
  {
    let person = situation.team.engineers.firstIndex { $0.id == taker } ?? 99
    var millionths = 0
    for shift in rota.shifts where shift.rotation == freed.rotation {
      if shift.engineer == taker { millionths += 1_000_000 }
      guard let holder = situation.team.engineers.firstIndex(where: { $0.id == shift.engineer })
      else { continue }
      let working = shift.week.days.filter { situation.availability.works(holder, on: $0) }
      for cover in rota.covers where cover.rotation == shift.rotation {
        let taken = working.count { cover.days.contains($0) }
        guard taken > 0 else { continue }
        let part = (2_000_000 * taken + working.count) / (2 * working.count)
        if cover.engineer == taker { millionths += part }
        if shift.engineer == taker { millionths -= part }
      }
    }
    let target = judgement.shares.first { $0.engineer == taker && $0.rotation == freed.rotation }
    let shifts = (situation.rotas.filter { $0.period.first < rota.period.first } + [rota])
      .flatMap(\.shifts)
    let last = shifts.filter { $0.engineer == taker && $0.week < freed.week }.map(
      \.week.start.number)
    return [
      points, millionths - (target?.target ?? 0) * 10_000, last.max() ?? .min, person,
    ]
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isGone: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isGone(last) { text.removeLast() }
    return String(text)
  }
}
