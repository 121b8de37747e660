internal import Diagnostics

extension ExportFormat {
  static let incidentIO = ExportFormat(
    name: "incident-io", summary: "incident.io, overrides, one a line", people: .email,
    keys: ["schedule_id", "rotation_id", "layer_id"].map {
      Key(name: $0, ifUnset: "it is left out of the body")
    },
    facts: Facts(
      ids: """
        `GET https://api.incident.io/v2/schedules` lists the schedules with the ids of their rotations
        and layers. People are found by their e-mail address.
        """,
      copies: "sending twice makes copies: delete the earlier overrides first",
      cannotSay: ["for whom somebody stands in"],
      sources: ["https://docs.incident.io/api-reference/schedule-overrides-v2/create"],
      call: """
        rota export --format incident-io --set schedule_id=ID --set rotation_id=ID \\
            --set layer_id=ID |
          while IFS= read -r line; do curl --request POST --data "$line" \\
            --header "Authorization: Bearer $INCIDENT_IO_TOKEN" \\
            --header 'Content-Type: application/json' \\
            https://api.incident.io/v2/schedule_overrides; done
        """)
  ) { export in
    Body.lines(
      export.stretches.map { stretch in
        let ids = ["schedule_id", "rotation_id", "layer_id"].compactMap { key in
          export.settings[key]?.first.map { JSON.Member(key, .string($0)) }
        }
        return .object(
          [
            .init("start_at", export.start(stretch)), .init("end_at", export.end(stretch)),
            .init("user", ["email": .string(export.person(stretch))]),
          ] + ids)
      })
  }
}
