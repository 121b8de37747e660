internal import Diagnostics

extension ExportFormat {
  static let jsm = ExportFormat(
    name: "jsm", summary: "Jira Service Management, the heir of Opsgenie; overrides, one a line",
    people: .account("atlassian"),
    keys: [
      Key(
        name: "rotation_id", ifUnset: "`rotationIds` is `[]`, and no rotation is named",
        isList: true)
    ],
    facts: Facts(
      ids: """
        A user's account id ends the address of the user's profile (…/people/ID). Those of a schedule's
        rotations are listed by `GET …/v1/schedules/SCHEDULE/rotations`; CLOUD is in
        https://SITE.atlassian.net/_edge/tenant_info. Opsgenie's own API ends on 2027-04-05.
        """,
      copies: "sending twice makes copies: delete the earlier overrides first",
      cannotSay: ["for whom somebody stands in"],
      sources: [
        "https://developer.atlassian.com/cloud/jira/service-desk-ops/rest/v2/api-group-schedule-overrides"
      ],
      call: """
        rota export --format jsm --set rotation_id=ID |
          while IFS= read -r line; do curl --request POST --data "$line" \\
            --user "$ATLASSIAN_EMAIL:$ATLASSIAN_TOKEN" --header 'Content-Type: application/json' \\
            https://api.atlassian.com/jsm/ops/api/CLOUD/v1/schedules/SCHEDULE/overrides; done
        """)
  ) { export in
    let rotations = (export.settings["rotation_id"] ?? []).map(JSON.string)
    return Body.lines(
      export.stretches.map { stretch in
        [
          "responder": ["type": "user", "id": .string(export.person(stretch))],
          "startDate": export.start(stretch), "endDate": export.end(stretch),
          "rotationIds": .array(rotations),
        ]
      })
  }
}
