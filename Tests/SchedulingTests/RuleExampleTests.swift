import Diagnostics
import RotaModel
import TeamFiles
import Testing

@testable import Scheduling

@Suite("The rules' own examples")
struct RuleExampleTests {
  private struct Outcome {
    var findings: [Diagnostic]
    var points: Points
  }

  private func outcome(of example: Examples.Case) throws -> Outcome {
    let reading = readTeam(
      SourceText(path: "team.yaml", text: example.team + "\n"), zones: .utc)
    #expect(reading.diagnostics.map(\.message) == [])
    let team = try #require(reading.team)
    func rota(_ period: String, _ text: String) throws -> Rota {
      let reading = readRota(
        SourceText(path: "", text: "\(period)\n\(text)\n"), of: team)
      return try #require(reading.rota, "\(reading.diagnostics.map(\.message))")
    }
    let today = try #require(Day("2026-12-01"))
    let rotas = example.earlier.isEmpty ? [] : [try rota("", example.earlier)]
    let situation = Situation(team: team, rotas: rotas, today: today)
    let base = example.base.isEmpty ? nil : try rota("period: 2027-Q1", example.base)
    let judgement = judge(try rota("period: 2027-Q1", example.rota), in: situation, base: base)
    return Outcome(
      findings: judgement.findings + judgeTeam(in: situation), points: judgement.points)
  }

  @Test("break and keep what they are examples of", arguments: RuleBook.rules.map(\.id))
  func examples(id: String) throws {
    let rule = try #require(RuleBook.rule(id))
    let breaking = try outcome(of: rule.examples.breaking)
    let keeping = try outcome(of: rule.examples.keeping)
    if let term = Term(rawValue: id), rule.kind == .soft {
      #expect(breaking.points[term] > keeping.points[term])
    } else {
      #expect(breaking.findings.contains { $0.id == id })
      #expect(!keeping.findings.contains { $0.id == id })
    }
  }

  @Test("every rule has a name of its own and says what it is for")
  func named() {
    #expect(Set(RuleBook.rules.map(\.id)).count == RuleBook.rules.count)
    for rule in RuleBook.rules {
      #expect(rule.summary.hasSuffix("."))
      #expect(rule.why.hasSuffix("."))
    }
  }
}
