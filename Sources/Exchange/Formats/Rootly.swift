internal import Diagnostics

extension ExportFormat {
  static let rootly = ExportFormat(
    name: "rootly", summary: "Rootly, override shifts, one a line", people: .number("rootly"),
    facts: Facts(
      ids: """
        `GET https://api.rootly.com/v1/users` lists the users with their ids, which are numbers;
        `GET https://api.rootly.com/v1/schedules` the schedules.
        """,
      copies: "sending twice makes no copies: override shifts that overlap are replaced",
      cannotSay: ["for whom somebody stands in", "the name of the rotation"],
      sources: [
        "https://docs.rootly.com/api-reference/overrideshifts/creates-an-override-shift"
      ],
      call: """
        rota export --format rootly |
          while IFS= read -r line; do curl --request POST --data "$line" \\
            --header "Authorization: Bearer $ROOTLY_TOKEN" \\
            --header 'Content-Type: application/vnd.api+json' \\
            https://api.rootly.com/v1/schedules/SCHEDULE/override_shifts; done
        """)
  ) { export in
    Body.lines(
      export.stretches.map { stretch in
        guard let id = Int(digits: export.person(stretch)) else {
          preconditionFailure("accounts that are no number have been refused")
        }
        let attributes: JSON = [
          "starts_at": export.start(stretch), "ends_at": export.end(stretch),
          "user_id": .number(id),
        ]
        return ["data": ["type": "shifts", "attributes": attributes]]
      })
  }
}
