import Dates
package import Diagnostics
package import RotaModel
package import Rules
import TeamFiles

/// A text that is no team file, or no rota.
package struct NotReadable: Error {
  package let messages: [String]
}

/// A team file and its rotas as a lead writes them, and the day on which they are read.
package func written(
  _ team: String, rotas: [String] = [], today: String = "2026-12-01"
) throws -> Situation {
  let reading = readTeam(SourceText(path: "team.yaml", text: team + "\n"), zones: .utc)
  guard let read = reading.team, let day = Day(today) else {
    throw NotReadable(messages: reading.diagnostics.map(\.message))
  }
  return Situation(team: read, rotas: try rotas.map { try writtenRota($0, of: read) }, today: day)
}

/// A rota of a team in text.
package func writtenRota(_ text: String, of team: Team) throws -> Rota {
  let reading = readRota(SourceText(path: "rota.yaml", text: text + "\n"), of: team)
  guard let rota = reading.rota else {
    throw NotReadable(messages: reading.diagnostics.map(\.message))
  }
  return rota
}

extension Situation {
  /// A rota in text judged against those on file.
  package func judged(_ rota: String) throws -> Judgement {
    judge(try writtenRota(rota, of: team), in: self)
  }

  /// The findings of some rules on it.
  package func findings(_ rota: String, of rules: String...) throws -> [Diagnostic] {
    try judged(rota).findings.filter { rules.contains($0.id) }
  }
}
