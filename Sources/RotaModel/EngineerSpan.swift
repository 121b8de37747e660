public import Diagnostics

/// `ada`, `ada from 2027-01-04`, `ada until 2027-02-14`, or both: an engineer for a span of dates,
/// as a member of a rotation or an owner of a project.
public struct EngineerSpan: Sendable, Hashable {
  public let engineer: EngineerID
  /// The first day; nil for from the start.
  public let from: Day?
  /// The last day, included; nil for to the end.
  public let until: Day?
  /// nil for an entry that stands in no file yet.
  public let place: Place?

  public init(_ engineer: EngineerID, from: Day? = nil, until: Day? = nil, at place: Place? = nil) {
    self.engineer = engineer
    self.from = from
    self.until = until
    self.place = place
  }

  /// Half-open; open ends reach into the distant past and future.
  public var days: Range<Day> {
    let start = from ?? .distantPast
    return start..<max(start, until.map { $0 + 1 } ?? .distantFuture)
  }

  /// As it is written in a file.
  public var text: String { text(named: engineer.text) }

  /// The same with the engineer's name.
  package func text(named name: String) -> String {
    name + (from.map { " from \($0)" } ?? "") + (until.map { " until \($0)" } ?? "")
  }
}
