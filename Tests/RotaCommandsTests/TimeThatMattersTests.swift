import Testing

/// Events that cannot be read are errors where they may be about time that matters.
@Suite("The time that matters")
struct TimeThatMattersTests {
  /// 104 weeks before Monday, 2027-01-04, is 2025-01-06. A zone may move an event by a day.
  @Test(
    "reaches 104 weeks back from today, where no rota or project is older",
    arguments: [("20250105", 2), ("20250104", 0)])
  func reach(day: String, status: Int32) {
    let team = "engineers:\n  ada:\n    away:\n      - calendar: ada.ics\n"
    let calendar = """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:1
      DTSTART;VALUE=DATE:\(day)
      DTEND;VALUE=DATE:20241230
      SUMMARY:Ada
      END:VEVENT
      END:VCALENDAR

      """
    let world = FakeEnvironment(files: [
      "team.yaml": Array(team.utf8), "ada.ics": Array(calendar.utf8),
    ])
    let checked = world.run(line: "check --allow-outside --today 2027-01-04")
    #expect(checked.status == status, "\(checked.transcript)")
  }
}
