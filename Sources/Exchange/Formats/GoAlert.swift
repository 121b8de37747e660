internal import Diagnostics

extension ExportFormat {
  static let goAlert = ExportFormat(
    name: "goalert", summary: "GoAlert, temporary schedules, one a line",
    people: .account("goalert"),
    keys: [Key(name: "scheduleID", ifUnset: "it is left out of the body")],
    facts: Facts(
      ids: """
        A user's id ends the address of the user's page (…/users/ID), the schedule's that of its page
        (…/schedules/ID).
        """,
      copies: "sending twice makes no copies: a temporary schedule replaces those in its time",
      cannotSay: ["for whom somebody stands in", "the name of the rotation"],
      sources: ["https://github.com/target/goalert/blob/master/graphql2/schema.graphql"],
      call: """
        rota export --format goalert --set scheduleID=ID | jq -c '{variables: ., query:
          "mutation($input: SetTemporaryScheduleInput!) { setTemporarySchedule(input: $input) }"}' |
          while IFS= read -r line; do curl --request POST --data "$line" \\
            --header "Authorization: Bearer $GOALERT_TOKEN" \\
            --header 'Content-Type: application/json' https://GOALERT/api/graphql; done
        """)
  ) { export in
    let windows = stride(from: 0, to: export.stretches.count, by: mostShifts).map { start in
      export.stretches[start...].prefix(mostShifts)
    }
    return Body.lines(
      windows.enumerated().map { index, window in
        guard let first = window.first, let last = window.last else {
          preconditionFailure("a window holds a stretch")
        }
        // Windows touch, also where nobody is on duty between two of them.
        let next = index + 1 < windows.count ? windows[index + 1].first : nil
        let shifts = window.map { stretch -> JSON in
          [
            "userID": .string(export.person(stretch)), "start": export.start(stretch),
            "end": export.end(stretch),
          ]
        }
        let schedule = export.settings["scheduleID"]?.first.map {
          JSON.Member("scheduleID", .string($0))
        }
        return [
          "input": .object(
            [schedule].compactMap(\.self) + [
              .init("start", export.start(first)),
              .init("end", next.map(export.start) ?? export.end(last)),
              .init("shifts", .array(shifts)),
            ])
        ]
      })
  }

  /// What GoAlert takes in one temporary schedule.
  private static let mostShifts = 150
}
