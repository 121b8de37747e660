package import Dates
package import Diagnostics

/// `ada`, `ada from 2027-01-04`, `ada until 2027-02-14`, or both: an engineer for a span of dates,
/// as a member of a rotation or an owner of a project.
package struct EngineerSpan: Sendable, Hashable {
  package let engineer: EngineerID
  /// The first day; nil for from the start.
  package let from: Day?
  /// The last day, included; nil for to the end.
  package let until: Day?
  /// nil for an entry that stands in no file yet.
  package let place: Place?

  package init(_ engineer: EngineerID, from: Day? = nil, until: Day? = nil, at place: Place? = nil)
  {
    self.engineer = engineer
    self.from = from
    self.until = until
    self.place = place
  }

  /// Half-open; open ends reach into the distant past and future.
  package var days: Range<Day> {
    let start = from ?? .distantPast
    return start..<max(start, until.map { $0 + 1 } ?? .distantFuture)
  }

  /// As it is written in a file.
  package var text: String { text(named: engineer.text) }

  /// The same with the engineer's name.
  package func text(named name: String) -> String {
    name + (from.map { " from \($0)" } ?? "") + (until.map { " until \($0)" } ?? "")
  }
}
