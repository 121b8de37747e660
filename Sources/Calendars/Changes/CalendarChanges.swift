import Dates
package import Diagnostics
internal import ICalendar
internal import RotaModel

/// What writing `files` to a folder would add, move, change, cancel and drop: by file, in its
/// order of events. A file of the folder that is not written, or cannot be read, has no changes.
///
/// - Parameter folder: as it was given to `calendars`.
package func calendarChanges(
  writing files: [CalendarFile], to folder: [String: SourceText]
) -> [CalendarChange] {
  files.flatMap { file -> [CalendarChange] in
    if folder[file.path]?.bytes == file.bytes { return [] }
    let written = SourceText(path: file.path, bytes: file.bytes)
    guard let after = try? EarlierCalendar(written) else { return [] }
    let before = folder[file.path].flatMap { try? EarlierCalendar($0) }
    return changes(in: file.path, from: before, to: after)
  }
}

private func changes(in path: String, from before: EarlierCalendar?, to after: EarlierCalendar)
  -> [CalendarChange]
{
  let old = before?.events.byUID ?? [:]
  let kept = after.events.byUID
  let dropped = (before?.events ?? []).filter { $0.parts != nil && kept[$0.uid] == nil }
  return after.events.compactMap { event in
    let earlier = old[event.uid]
    return change(
      in: path, from: earlier, to: event, by: earlier?.move(from: before, to: event, in: after))
  }
    + dropped.map { event in
      CalendarChange(
        path: path, uid: event.uid, action: .drop, before: event.appearance, after: nil,
        isCancelled: true, zoneMove: nil)
    }
}

/// nil where nothing changes.
private func change(
  in path: String, from old: EarlierEvent?, to new: EarlierEvent, by zoneMove: ZoneMove?
) -> CalendarChange? {
  let saysTheSame = old?.content == new.content
  if new.parts == nil || (saysTheSame && zoneMove == nil) { return nil }
  let action: CalendarChange.Action =
    if new.isCancelled, !saysTheSame {
      .cancel
    } else if !saysTheSame, old.map(\.isCancelled) ?? true {
      .add
    } else if old?.appearance.time != new.appearance.time || zoneMove != nil {
      .move
    } else {
      .change
    }
  return CalendarChange(
    path: path, uid: new.uid, action: action, before: old?.appearance, after: new.appearance,
    isCancelled: new.isCancelled, zoneMove: action == .move ? zoneMove : nil)
}

extension EarlierEvent {
  /// How far its zone moves it; nil where its wall times are others, and where it is not written
  /// anew, as one that is over.
  fileprivate func move(
    from before: EarlierCalendar?, to next: EarlierEvent, in after: EarlierCalendar
  ) -> ZoneMove? {
    guard let before, sequence != next.sequence, appearance.time == next.appearance.time
    else { return nil }
    return component.move(by: before.clocks, to: next.component, by: after.clocks)
  }
}

extension [EarlierEvent] {
  /// Ours alone.
  fileprivate var byUID: [String: EarlierEvent] {
    Dictionary(
      filter { $0.parts != nil }.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension EarlierEvent {
  fileprivate var appearance: CalendarChange.Appearance {
    CalendarChange.Appearance(
      summary: component["SUMMARY"]?.text ?? "", start: shown("DTSTART", isEnd: false) ?? "",
      end: shown("DTEND", isEnd: true))
  }

  /// A date or wall time for people; the end of whole days is their last.
  private func shown(_ name: String, isEnd: Bool) -> String? {
    guard let value = component[name]?.rawValue, let day = Day(basic: value) else { return nil }
    let time = value.utf8.dropFirst(9).prefix(4)
    guard time.count == 4 else { return (isEnd ? day - 1 : day).description }
    let digits = String(decoding: Array(time), as: UTF8.self)
    return "\(day) \(digits.prefix(2)):\(digits.suffix(2))"
  }
}

extension CalendarChange.Appearance {
  fileprivate var time: [String?] { [start, end] }
}
