import Dates
internal import Diagnostics
internal import ICalendar
internal import RotaModel

extension ExportFormat {
  static let betterStack = ExportFormat(
    name: "better-stack", summary: "Better Stack, all events of a schedule from today on",
    people: .email, reach: .fromTodayInUTC, isWholeState: true,
    facts: Facts(
      ids: """
        The schedule's id ends the address of its page (…/on-calls/12345); `default` is the team's
        default schedule. People are found by their e-mail address.
        """,
      copies: """
        sending twice makes no copies: every event that begins from today 00:00 UTC on is replaced
        """,
      cannotSay: ["for whom somebody stands in", "the name of the rotation"],
      sources: ["https://betterstack.com/docs/uptime/api/bulk-update-on-call-calendar-events/"],
      call: """
        rota export --format better-stack | curl --request PUT --data @- \\
          --header "Authorization: Bearer $BETTER_STACK_TOKEN" \\
          --header 'Content-Type: application/json' \\
          https://uptime.betterstack.com/api/v2/on-calls/SCHEDULE/events
        """),
    remarks: { export in
      guard let first = export.stretches.first, let start = export.formatStart,
        first.beginning < start
      else { return [] }
      return [
        "the event already under way stays, beside the new one from "
          + "\(export.zone.text(of: first.span.lowerBound)) on: both name "
          + "`\(first.engineer)` (\(export.person(first)))"
      ]
    },
    body: { export in
      Body.json([
        "events": .array(
          export.stretches.map { stretch in
            [
              "users": [.string(export.person(stretch))], "starts_at": export.start(stretch),
              "ends_at": export.end(stretch),
            ]
          })
      ])
    })
}
