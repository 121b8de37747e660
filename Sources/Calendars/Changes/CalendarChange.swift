/// One difference between a calendar as it is and as it is to be.
package struct CalendarChange: Sendable, Hashable {
  package enum Action: String, Sendable, CaseIterable {
    /// An event that was not there, or only cancelled.
    case add
    /// Its time is another, be it that its zone puts the same wall times elsewhere.
    case move
    /// It says something else, at the same time.
    case change
    case cancel
    /// It is no longer kept: it was cancelled, and its end is long past.
    case drop
  }

  /// What an event says.
  package struct Appearance: Sendable, Hashable {
    package let summary: String
    /// `2027-01-04 09:00`, or `2027-01-04` for an event of whole days.
    package let start: String
    /// Likewise; the last day of an event of whole days. nil where it says no end.
    package let end: String?
  }

  /// Relative to the folder of the calendars: `engineers/ada.ics`.
  package let path: String
  package let uid: String
  package let action: Action
  /// nil for an event that was not there.
  package let before: Appearance?
  /// nil for an event that is dropped.
  package let after: Appearance?
  /// Whether it is cancelled in the calendar to be.
  let isCancelled: Bool
  /// nil where it is not the zone that moves it.
  package let zoneMove: ZoneMove?

  /// ``moves `Knowledge sharing: Vault` from 2027-03-25 16:00 to 2027-04-08 16:00``: one clause
  /// whose subject is the next run of `rota calendar`.
  package var text: String {
    switch (action, before, after) {
    case (.move, let before?, let after?) where zoneMove != nil:
      "moves \(isCancelled ? "the cancelled " : "")\(quoted(before, after)), \(after.start), "
        + (zoneMove?.text ?? "")
    case (.move, let before?, let after?):
      "moves \(quoted(before, after)) from \(before.start) to "
        + (before.start == after.start ? "\(after.start), until \(after.end ?? "")" : after.start)
    case (.change, let before?, let after?):
      before.summary == after.summary
        ? "changes what `\(after.summary)` says, \(after.start)"
        : "changes \(quoted(before, after)), \(after.start)"
    case (.drop, let before?, _): "drops the cancelled `\(before.summary)`, \(before.start)"
    case (.cancel, _, let after?): "cancels `\(after.summary)`, \(after.start)"
    case (_, let before, let after):
      (after ?? before).map { "adds `\($0.summary)`, \($0.start)" } ?? ""
    }
  }

  private func quoted(_ before: Appearance, _ after: Appearance) -> String {
    before.summary == after.summary
      ? "`\(after.summary)`" : "`\(before.summary)` to `\(after.summary)`"
  }
}
