import Diagnostics
import RotaModel
import TeamFiles
import Testing

@testable import Scheduling

/// A team file and its rotas as a lead writes them, and the day on which they are read.
func written(_ team: String, rotas: [String] = [], today: String = "2026-12-01") throws -> Situation
{
  let reading = readTeam(SourceText(path: "team.yaml", text: team + "\n"), zones: .utc)
  let read = try #require(reading.team, "\(reading.diagnostics.map(\.message))")
  let day = try #require(Day(today))
  return Situation(team: read, rotas: try rotas.map { try writtenRota($0, of: read) }, today: day)
}

func writtenRota(_ text: String, of team: Team) throws -> Rota {
  let reading = readRota(SourceText(path: "rota.yaml", text: text + "\n"), of: team)
  return try #require(reading.rota, "\(reading.diagnostics.map(\.message))")
}

extension Situation {
  /// A rota in text judged against those on file.
  func judged(_ rota: String) throws -> Judgement {
    judge(try writtenRota(rota, of: team), in: self)
  }

  /// The findings of some rules on it.
  func findings(_ rota: String, of rules: String...) throws -> [Diagnostic] {
    try judged(rota).findings.filter { rules.contains($0.id) }
  }
}
