internal import Diagnostics

extension ExportFormat {
  static let pagerDuty = ExportFormat(
    name: "pagerduty", summary: "PagerDuty, overrides of a schedule of layers",
    people: .account("pagerduty"),
    facts: Facts(
      ids: idsOfPagerDuty,
      copies: "sending twice makes copies: delete the earlier overrides first",
      cannotSay: ["for whom somebody stands in", "the name of the rotation"],
      sources: [
        "https://developer.pagerduty.com/api-reference/41d0a7c3c3a01-create-one-or-more-overrides"
      ],
      call: """
        rota export --format pagerduty | curl --request POST --data @- \\
          --header "Authorization: Token token=$PAGERDUTY_TOKEN" \\
          --header 'Content-Type: application/json' \\
          https://api.pagerduty.com/schedules/SCHEDULE/overrides
        """)
  ) { export in
    Body.json([
      "overrides": .array(
        export.stretches.map { stretch in
          [
            "start": export.start(stretch), "end": export.end(stretch),
            "user": ["id": .string(export.person(stretch)), "type": "user_reference"],
          ]
        })
    ])
  }

  /// The same for all kinds of schedules.
  static let idsOfPagerDuty = """
    A user's id ends the address of the user's page (…/users/PA1B2C3), the schedule's that of its
    page (…/schedules/PS1234).
    """
}
