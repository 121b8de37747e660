internal import Diagnostics

extension ExportFormat {
  static let pagerDutyShifts = ExportFormat(
    name: "pagerduty-shifts", summary: "PagerDuty, shifts of a schedule that is made of shifts",
    people: .account("pagerduty"),
    facts: Facts(
      ids: idsOfPagerDuty,
      copies: "sending twice makes copies: shifts are added, and nobody is replaced",
      cannotSay: ["for whom somebody stands in", "the name of the rotation"],
      sources: [
        "https://developer.pagerduty.com/api-reference/ (version 3 schedules, custom shifts)"
      ],
      call: """
        rota export --format pagerduty-shifts | curl --request POST --data @- \\
          --header "Authorization: Token token=$PAGERDUTY_TOKEN" \\
          --header 'Content-Type: application/json' \\
          https://api.pagerduty.com/v3/schedules/SCHEDULE/custom_shifts
        """)
  ) { export in
    Body.json([
      "custom_shifts": .array(
        export.stretches.map { stretch in
          let member: JSON = ["type": "user_member", "user_id": .string(export.person(stretch))]
          return [
            "type": "custom_shift", "start_time": export.start(stretch),
            "end_time": export.end(stretch),
            "assignments": [["type": "shift_assignment", "member": member]],
          ]
        })
    ])
  }
}
