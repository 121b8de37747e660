import Dates
internal import Diagnostics
internal import RotaModel

extension ExportFormat {
  static let json = ExportFormat(
    name: "json", summary: "all that is known, for programs", people: .id, reach: .everything,
    facts: Facts(
      ids: """
        `generated_from` are the rota files, as seen from the team file. `email` is null and
        `accounts` is empty for who has none in the team file; `stands_in_for` is the holder of a
        shift that somebody covers, else null.
        """,
      copies: "nothing is sent: the same rotas give the same text",
      sources: [], call: "rota export --format json | jq '.shifts[] | [.start, .engineer]'")
  ) { export in
    Body.json([
      "team": .string(export.team.name), "timezone": .string(export.team.zone),
      "generated_from": .array(export.sources.map(JSON.string)),
      "shifts": .array(export.stretches.map { json(of: $0, export) }),
    ])
  }

  private static func json(of stretch: DutyStretch, _ export: Export) -> JSON {
    let engineer = export.team.engineer(stretch.engineer)
    let accounts = (engineer?.accounts ?? [:]).sorted { $0.key < $1.key }
    return [
      "rotation": .string(stretch.rotation.text), "engineer": .string(stretch.engineer.text),
      "name": .string(engineer?.name ?? stretch.engineer.text),
      "email": engineer?.email.map(JSON.string) ?? .null,
      "accounts": .object(accounts.map { JSON.Member($0.key, .string($0.value.value)) }),
      "start": export.start(stretch), "end": export.end(stretch),
      "stands_in_for": stretch.standsInFor.map { .string($0.text) } ?? .null,
    ]
  }
}
