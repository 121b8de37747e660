import Dates
internal import ICalendar
internal import RotaModel

/// A shift on file with those of its rotation around it.
struct PlacedShift {
  let shift: Shift
  /// From its handover to the next.
  let days: Range<Day>
  let before: Shift?
  let after: Shift?
  /// By their first day.
  let covers: [Cover]
}

extension EventPlan {
  /// The shifts of all rotas, by rotation, then by week. One whose week no period on file holds,
  /// or whose rotation could be no id, has no event.
  func placedShifts() -> [PlacedShift] {
    var rotations: [RotationID: [ShiftWeek: (shift: Shift, days: Range<Day>, covers: [Cover])]] =
      [:]
    for rota in rotas {
      for shift in rota.shifts
      where isOnFile(shift.week.start) && RotationID.allows(shift.rotation.text)
        && rotations[shift.rotation]?[shift.week] == nil
      {
        let days = rota.days(of: shift.week)
        let covers = rota.covers.filter {
          $0.rotation == shift.rotation && $0.days.overlaps(days)
            && EngineerID.allows($0.engineer.text)
        }
        rotations[shift.rotation, default: [:]][shift.week] = (shift, days, covers)
      }
    }
    return rotations.sorted { $0.key < $1.key }.flatMap { _, weeks in
      let held = weeks.sorted { $0.key < $1.key }.map(\.value)
      return held.indices.map { index in
        PlacedShift(
          shift: held[index].shift, days: held[index].days,
          before: index > 0 ? held[index - 1].shift : nil,
          after: index + 1 < held.count ? held[index + 1].shift : nil,
          covers: held[index].covers.sorted { $0.days.lowerBound < $1.days.lowerBound })
      }
    }
  }

  /// The shift in the calendars of the team and of its rotation, or in its holder's own.
  func event(of placed: PlacedShift, in calendar: EngineerID? = nil) -> PlannedEvent {
    let shift = placed.shift
    let rotation = rotationName(shift.rotation)
    var event = PlannedEvent(
      uid: EventUID(.shift(week: shift.week.start, shift.rotation), in: calendar),
      time: dutyTime(placed.days),
      summary: calendar == nil ? "\(rotation): \(name(shift.engineer))" : rotation,
      details: details(of: placed), category: .shift, people: people([shift.engineer]))
    if calendar != nil, options.reminders { event.reminder = reminder(of: shift) }
    return event
  }

  /// A cover in the calendars of the team and of its rotation, or in the stand-in's own.
  func event(of cover: Cover, for shift: Shift, in calendar: EngineerID? = nil) -> PlannedEvent {
    let rotation = rotationName(shift.rotation)
    return PlannedEvent(
      uid: EventUID(
        .cover(from: cover.days.lowerBound, cover.rotation, cover.engineer), in: calendar),
      time: dutyTime(cover.days),
      summary: calendar == nil
        ? "\(rotation): \(name(cover.engineer)) (cover)" : "\(rotation) (cover)",
      details: ["Stands in for: \(name(shift.engineer))"], category: .cover,
      people: people([cover.engineer]))
  }

  private func rotationName(_ id: RotationID) -> String { team.rotation(id)?.name ?? id.text }

  /// From handover to handover, or whole days.
  private func dutyTime(_ days: Range<Day>) -> PlannedEvent.Time {
    if options.allDay { return .dates(days) }
    let handover = team.handover.time
    return .wallTimes(
      clock.wallTime(days.lowerBound, handover)..<clock.wallTime(days.upperBound, handover))
  }

  private func details(of placed: PlacedShift) -> [String] {
    let around = [("Before", placed.before), ("After", placed.after)].compactMap { word, shift in
      shift.map { "\(word): \(name($0.engineer))" }
    }
    return around
      + placed.covers.map { "Cover: \(name($0.engineer)) \($0.days.phrase)" }
  }

  /// Minutes from an alarm on the holder's last working day before the shift, at the handover
  /// time, to the event's start.
  private func reminder(of shift: Shift) -> Int {
    let start = shift.week.start
    let day =
      availability.index(of: shift.engineer).flatMap { engineer in
        (1...31).lazy.map { start - $0 }.first { availability.works(engineer, on: $0) }
      } ?? start - 1
    let minutes = day.distance(to: start) * 24 * 60
    return options.allDay ? minutes - team.handover.time.minutes : minutes
  }
}
