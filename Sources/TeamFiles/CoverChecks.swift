import Dates
internal import Diagnostics
internal import RotaModel

extension CoverFields {
  /// nil where a part is missing or its end lies before its start.
  func finished(_ reading: inout Reading) -> Cover? {
    guard let from, let to else { return nil }
    guard from.value <= to.value else {
      reading.report(
        "ends-before-start", "the cover ends before it starts", at: to.place,
        label: "before \(from.value)", related: [Located("it starts here", at: from.place)],
        help: ["write a day on \(from.value) or later"])
      return nil
    }
    guard let rotation, let engineer else { return nil }
    return Cover(
      days: from.value..<to.value + 1, rotation: rotation.value, engineer: engineer.value,
      place: place, engineerPlace: engineer.place)
  }
}

extension Reading {
  /// A cover lies within one shift week, whose shift has a holder who is not the stand-in, and no
  /// two of a shift overlap. Covers of unknown rotations and of no week of the period are left to
  /// the rules.
  mutating func check(_ covers: [Cover], against fields: RotaFields, of team: Team) {
    if covers.isEmpty { return }
    let shifts = Dictionary(
      fields.shifts.map { (Slot(week: $0.week, rotation: $0.rotation), $0) },
      uniquingKeysWith: { first, _ in first })
    let rotations = Set(team.rotations.map(\.id))
    for cover in covers {
      guard let place = cover.place else { continue }
      let first = cover.days.lowerBound
      // An earlier rota may have been made under another handover: its weeks are those it names.
      // To its last one, days may be added by the rota that follows, which only the folder knows.
      let last = fields.period?.value.weeks(handover: handover).last
      let reach = last.map { $0.start + Rota.daysToAnotherWeekday.upperBound }
      let isInLast =
        last.map { first >= $0.start && first < $0.start + Rota.daysToAnotherWeekday.upperBound }
        ?? false
      let shift =
        isInLast
        ? last.flatMap { shifts[Slot(week: $0, rotation: cover.rotation)] }
        : (0..<7).lazy.compactMap { days in
          shifts[Slot(week: ShiftWeek(startingOn: first - days), rotation: cover.rotation)]
        }.first
      let week = shift?.week ?? ShiftWeek(holding: first, handover: handover)
      let end = week == last ? reach ?? week.days.upperBound : week.days.upperBound
      if cover.days.upperBound > end {
        report(.coverAcrossWeeks(endingOn: week.last, at: place))
      }
      if let shift {
        checkStandIn(cover, of: shift)
      } else if fields.period?.value.holds(week.start) == true, rotations.contains(cover.rotation) {
        report(
          "cover-without-holder",
          "nobody holds the shift of `\(cover.rotation)` in the week of \(week)", at: place,
          help: ["write `\(week): { \(cover.rotation): \(cover.engineer) }` under `shifts`"])
      }
    }
    checkOverlaps(covers)
  }

  private mutating func checkStandIn(_ cover: Cover, of shift: Shift) {
    guard shift.engineer == cover.engineer, let place = cover.engineerPlace else { return }
    report(
      "cover-by-holder", "`\(cover.engineer)` holds this shift and cannot stand in for it",
      at: place, related: shift.place.map { [Located("the holder is named here", at: $0)] } ?? [],
      help: ["name another engineer, or leave the cover out"])
  }

  private mutating func checkOverlaps(_ covers: [Cover]) {
    for pair in overlapping(covers, key: \.rotation, days: \.days) {
      guard let place = pair.later.place else { continue }
      report(
        "overlapping-covers", "two covers of a shift overlap", at: place,
        related: pair.earlier.place.map { [Located("the other cover is here", at: $0)] } ?? [],
        help: ["let one end the day before the other begins"])
    }
  }
}

/// The place of a shift in a rota.
struct Slot: Hashable {
  let week: ShiftWeek
  let rotation: RotationID
}
