import Dates
import Diagnostics
import RotaModel

/// The pins of the team file by week: a period looks at its own alone.
struct PinnedWeeks: Sendable {
  private struct Entry: Sendable {
    let pin: Pin
    let rotation: Int
    /// Its place in the team file's order.
    let number: Int
  }

  /// By week, those of rotations that the team has.
  private let entries: [Entry]

  /// O(n log n).
  init(_ team: Team, _ availability: Availability) {
    entries = team.pins.enumerated().compactMap { number, pin in
      availability.index(of: pin.rotation).map { Entry(pin: pin, rotation: $0, number: number) }
    }.sorted { ($0.pin.week, $0.number) < ($1.pin.week, $1.number) }
  }

  /// By rotation, the pin of a week where weeks start on a weekday; of several the last in the team
  /// file. O(log n + rotations).
  func pins(in week: ShiftWeek, handover: Weekday, rotations: Int) -> [Pin?] {
    // Under another weekday a pin's week lies less than a week away from its own.
    let near = entries[entries.partitioningIndex(where: { $0.pin.week.start > week.start - 7 })...]
      .prefix { $0.pin.week.start < week.start + 7 }
    var pins = [Pin?](repeating: nil, count: rotations)
    for entry in near.sorted(by: { $0.number < $1.number })
    where entry.pin.week(handover: handover) == week {
      pins[entry.rotation] = entry.pin
    }
    return pins
  }
}
