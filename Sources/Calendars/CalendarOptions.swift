/// How calendars are written.
package struct CalendarOptions: Sendable, Hashable {
  /// Shifts and covers as whole days instead of from handover to handover.
  package var allDay: Bool
  /// An alarm one working day before each shift, in the engineers' own calendars.
  package var reminders: Bool
  /// Who takes part, with their e-mail addresses. Some clients then send mail, and some refuse to
  /// import the file.
  package var attendees: Bool
  /// Guests of meetings and addresses in descriptions.
  package var contacts: Bool

  package init(
    allDay: Bool = false, reminders: Bool = false, attendees: Bool = false, contacts: Bool = true
  ) {
    self.allDay = allDay
    self.reminders = reminders
    self.attendees = attendees
    self.contacts = contacts
  }
}
