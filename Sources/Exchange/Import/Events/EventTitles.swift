internal import Calendars
internal import ICalendar
internal import RotaModel

/// Finds in the title of an event the name of somebody who is nobody of the team: what remains
/// without the parts that other titles have as well.
struct EventTitles {
  private let team: Team
  /// Parts that stand in half of all titles.
  private let common: Set<String>

  init(_ events: [Event], _ team: Team) {
    self.team = team
    var counts: [String: Int] = [:]
    for event in events {
      for part in Set(EventTitles.parts(event.summary)) { counts[part, default: 0] += 1 }
    }
    common = Set(counts.filter { $0.value > 1 && 2 * $0.value >= events.count }.keys)
  }

  /// The whole title where nothing else remains.
  func person(in title: String) -> String {
    let left = EventTitles.parts(title).filter { part in
      !common.contains(part) && team.rotation(called: part) == nil
    }
    return left.isEmpty ? title.trimmingSpaces : left.joined(separator: " ")
  }

  private static func parts(_ title: String) -> [String] {
    TitleParts(title.replacing(" - ", with: " | ")).parts
      .map { $0.joined(separator: "-").trimmingSpaces }.filter { !$0.isEmpty }
  }
}
