import Dates
package import RotaModel
import Rules

extension FairnessView {
  /// The balances in words, a sentence a rotation; who is left out; whom to ask for a cover.
  var sentences: [String] {
    let week = situation.rotas.week(
      holding: situation.today, handover: team.handover.weekday)
    let onDuty = situation.onDuty(in: week)
    return timelessSentences + rotations.compactMap { askFirst($0, in: week, onDuty: onDuty) }
  }

  /// Those that are the same on every day.
  package var timelessSentences: [String] {
    rotations.compactMap(sentence)
      + (fairness.leftOut == 0
        ? [] : ["\(engineers(fairness.leftOut)) neither owed nor held anything."])
  }

  private func engineers(_ count: Int) -> String {
    count == 1 ? "1 engineer" : "\(count) engineers"
  }

  /// A sentence, with the rotation's name before it where there are several.
  private func sentence(of rotation: Rotation, _ start: String, _ rest: String) -> String {
    team.rotations.count > 1
      ? "\(rotation.name): \(start.lowercased())\(rest)." : "\(start)\(rest)."
  }

  /// How far from their share people are at most, and who that is.
  package func sentence(_ rotation: Rotation) -> String? {
    let accounts = accounts(of: rotation)
    guard let most = accounts.max(by: { $0.account.balance < $1.account.balance }),
      let least = accounts.min(by: { $0.account.balance < $1.account.balance })
    else { return nil }
    let over = " \(weeks(fairness.span.count)) "
    let more = most.account.balance
    let less = -least.account.balance
    guard max(more, less) > 0 else {
      return sentence(of: rotation, "Over", over + "everybody has done just their share")
    }
    var people: [String] = []
    if more > 0 { people.append("\(team.name(of: most.engineer)) has done \(shifts(more)) more") }
    if less > 0 {
      let verb = people.isEmpty ? " has done" : ""
      people.append("\(team.name(of: least.engineer))\(verb) \(shifts(less)) less")
    }
    return sentence(
      of: rotation, "Over",
      over + "nobody is more than \(shifts(max(more, less))) shifts from their share: "
        + people.joined(separator: ", "))
  }

  /// The lowest balances among those who could take a shift this week and are not on duty.
  private func askFirst(
    _ rotation: Rotation, in week: ShiftWeek, onDuty: Set<EngineerID>
  ) -> String? {
    let availability = situation.availability
    guard let index = availability.index(of: rotation.id) else { return nil }
    let balances = Dictionary(
      uniqueKeysWithValues: accounts(of: rotation).map { ($0.engineer, $0.account.balance) })
    let free = team.engineers.indices.filter {
      availability.isEligible($0, for: index, in: week) && availability.isAvailable($0, in: week)
        && !onDuty.contains(team.engineers[$0].id)
    }.map { (name: team.engineers[$0].name, balance: balances[team.engineers[$0].id] ?? 0) }
    guard !free.isEmpty else {
      return sentence(of: rotation, "Nobody", " is free for a cover in the week of \(week)")
    }
    let ranked = free.enumerated().sorted {
      ($0.element.balance, $0.offset) < ($1.element.balance, $1.offset)
    }
    let names = ranked.prefix(3).map { "\($0.element.name) (\(signedShifts($0.element.balance)))" }
    return sentence(
      of: rotation, "To",
      " ask first for a cover in the week of \(week): "
        + names.joined(separator: ", "))
  }
}

extension Situation {
  /// Who holds a shift of the week or stands in on a day of it from today on.
  fileprivate func onDuty(in week: ShiftWeek) -> Set<EngineerID> {
    let left = max(today, week.start)..<week.start + 7
    return rotas.reduce(into: []) { onDuty, rota in
      for shift in rota.shifts where shift.week == week { onDuty.insert(shift.engineer) }
      for cover in rota.covers where cover.days.overlaps(left) { onDuty.insert(cover.engineer) }
    }
  }
}
