internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// Where engineers are assigned to weeks of rotations.
enum AssignmentUse: Sendable {
  /// The team file's `pins`: any date of the week names it.
  case pins
  /// A rota's `shifts`: the date is taken as it stands, also one inside a week, which the rules
  /// judge, since an earlier rota may have been made under another handover.
  case shifts
}

extension Kind where Value == [Shift] {
  /// `2027-01-04: { service: ada }`, one line a week.
  static func assignments(in use: AssignmentUse) -> Kind {
    Kind(
      words: "engineers by rotation, by week",
      schema: .map(
        keys: weekKeyPattern,
        values: .map(keys: idPattern, values: Schema.pattern(idPattern).optional).optional)
    ) { node, reading in
      guard let weeks = reading.map(node) else { return nil }
      var assignments: [Assignment] = []
      for entry in weeks where entry.value.isSet {
        let week = reading.week(Written(keyOf: entry), use)
        let rotations = reading.map(
          entry.value, fix: "write which rotation: `{ service: \(entry.value.scalar ?? "ada") }`")
        guard let rotations else { continue }
        for rotation in rotations {
          let assignment = reading.assignment(of: rotation, in: week, at: entry.keyPlace, use)
          if let assignment { assignments.append(assignment) }
        }
      }
      reading.checkTwice(assignments, use)
      return assignments.compactMap(\.shift)
    }
  }
}

/// A slot that an engineer is named for.
private struct Assignment {
  let slot: Slot
  let weekPlace: Place
  /// nil where no engineer has the name.
  let shift: Shift?
}

extension Reading {
  /// The week that a key names, or nil after reporting why it names none.
  mutating func week(_ text: Written, _ use: AssignmentUse) -> ShiftWeek? {
    if use == .shifts, let date = Day(text.text) { return ShiftWeek(startingOn: date) }
    return week(text)
  }

  /// nil where the rotation is not known, where nobody is named (which a rota may leave open), or
  /// where the week is not one; names are read all the same, so that every mistake is told.
  fileprivate mutating func assignment(
    of entry: ConfigEntry, in week: ShiftWeek?, at weekPlace: Place, _ use: AssignmentUse
  ) -> Assignment? {
    let rotation = rotation(Written(keyOf: entry))
    if !entry.value.isSet {
      if use == .pins {
        report(
          "no-value", "this pin names nobody", at: entry.keyPlace,
          help: ["name an engineer, or leave the pin out"])
      }
      return nil
    }
    guard let name = text(entry.value) else { return nil }
    let engineer = engineer(name)
    guard let week, let rotation else { return nil }
    let shift = engineer.map {
      Shift(
        week: week, rotation: rotation.value, engineer: $0.value, weekPlace: weekPlace,
        rotationPlace: rotation.place, place: $0.place)
    }
    return Assignment(
      slot: Slot(week: week, rotation: rotation.value), weekPlace: weekPlace, shift: shift)
  }

  /// A week may be named by several keys, so the text format cannot see this.
  fileprivate mutating func checkTwice(_ assignments: [Assignment], _ use: AssignmentUse) {
    var first: [Slot: Place] = [:]
    let what = use == .pins ? "pin" : "shift"
    for assignment in assignments {
      let slot = assignment.slot
      guard let earlier = first[slot] else {
        first[slot] = assignment.weekPlace
        continue
      }
      report(
        "duplicate-\(what)", "the week of \(slot.week) has two \(what)s of `\(slot.rotation)`",
        at: assignment.weekPlace, related: [Located("the first \(what) is here", at: earlier)],
        help: ["keep one of them"])
    }
  }
}
