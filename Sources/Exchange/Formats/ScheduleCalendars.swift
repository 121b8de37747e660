internal import Calendars
import Dates
internal import RotaModel

/// Calendars that systems take as the schedule itself.
extension ExportFormat {
  static let grafanaCalendar = calendar(
    "grafana-ics", summary: "Grafana OnCall, a rotation's calendar as the schedule",
    people: .accountElseEmail("grafana"),
    ids: """
      The account is the Grafana username, which stands on the user's profile; without one the e-mail
      address is written. Events name people by their title alone.
      """,
    sources: [
      "https://grafana.com/docs/oncall/latest/oncall-api-reference/schedules/"
    ],
    call: """
      rota export --format grafana-ics --out oncall.ics   # put it where Grafana can read it, then:
        curl --request POST --header "Authorization: $GRAFANA_ONCALL_TOKEN" \\
          --header 'Content-Type: application/json' \\
          --data '{"name": "Service", "type": "ical", "ical_url_primary": "https://…/oncall.ics"}' \\
          https://ONCALL/api/v1/schedules/
      """)

  static let betterStackCalendar = calendar(
    "better-stack-ics", summary: "Better Stack, a rotation's calendar as the schedule",
    people: .email,
    ids: """
      Events name people by their title alone: the e-mail address of their account. Whom it does not
      find there, it invites.
      """,
    sources: ["https://docs.betteruptime.com/on-call/create-on-call-schedules"],
    call: """
      rota export --format better-stack-ics --out oncall.ics   # put it where Better Stack can read it,
        # give its address under "Who is on-call?", "Configure the on-call calendar", and see with
        curl https://…/oncall.ics   # that it can be read from outside
      """)

  private static func calendar(
    _ name: String, summary: String, people: PersonName, ids: String, sources: [String],
    call: String
  ) -> ExportFormat {
    ExportFormat(
      name: name, summary: summary, people: people, isWholeState: true,
      facts: Facts(
        ids: ids, copies: "reading it twice makes no copies: the file is the whole state",
        cannotSay: ["for whom somebody stands in"], sources: sources, call: call)
    ) { export in
      guard let rotation = export.rotation else {
        preconditionFailure("a format for one schedule is given one rotation")
      }
      return scheduleCalendar(
        of: rotation, in: export.team, zone: export.zone, today: export.today,
        events: export.stretches.map { stretch in
          ScheduleEvent(
            day: stretch.firstDay, span: stretch.span, title: export.person(stretch))
        })
    }
  }
}
