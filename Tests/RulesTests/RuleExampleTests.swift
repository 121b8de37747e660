import Dates
import Diagnostics
import RotaModel
import TeamFiles
import Testing

@testable import Rules

@Suite("The rules' own examples")
struct RuleExampleTests {
  private struct Outcome {
    var findings: [Diagnostic]
    var points: Points
  }

  private func outcome(of example: Examples.Case) throws -> Outcome {
    let roster = try roster(of: example)
    return Outcome(
      findings: roster.judgement().findings + judgeTeam(in: roster.frame.situation),
      points: roster.points())
  }

  private func roster(of example: Examples.Case) throws -> Roster {
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
    let judged = try rota("period: 2027-Q1", example.rota)
    return Roster(
      judged, in: Frame(situation, period: judged.period, purpose: .generate(base: base)))
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

  /// Words change with every run; what a finding is about tells old ones from new ones.
  @Test("say what their findings are about", arguments: RuleBook.rules.map(\.id))
  func subjects(id: String) throws {
    let rule = try #require(RuleBook.rule(id))
    for example in [rule.examples.breaking, rule.examples.keeping] {
      let found = try outcome(of: example).findings
      #expect(found.filter { $0.about == nil }.map(\.message) == [])
      // Of one rota nothing is told twice.
      let keys = found.filter { $0.id == id }.map(FindingKey.init)
      #expect(Set(keys).count == keys.count)
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

  /// What the dearest charge of each soft rule's breaking example says.
  @Test(
    "tell a colleague what they charge",
    arguments: [
      (
        "fair",
        "ada holds 13 and owes 6.50: 6.50 of this quarter, 0.00 carried over"
      ),
      ("unpopular", "ada holds 2 unpopular weeks and owes 1.00"),
      ("spacing", "ada's shifts of 2027-01-04 and 2027-01-11 lie 1 week apart; 3 would be ideal"),
      ("avoid", "ada would rather avoid the week of 2027-01-04 and holds a shift in it"),
      ("prefer", "ada would like a shift in the week of 2027-01-04 and holds none"),
      (
        "protect",
        """
        the week of 2027-01-04 is protected for safe, and its owner ada holds a shift in it
        """
      ),
      ("want", "ada would like to own safe and does not"),
      (
        "balance",
        """
        ada owns projects for 16 weeks, counted project by project; an even part would be 8.00
        """
      ),
      ("change", "the week of 2027-01-04 went to grace, another than in the earlier plan"),
      ("change_owner", "ada owned safe in the earlier plan and does not now"),
    ])
  func sentences(id: String, sentence: String) throws {
    let rule = try #require(RuleBook.rule(id))
    let roster = try roster(of: rule.examples.breaking)
    let charges = roster.charges().filter { $0.rule.id == id }
    let dearest = try #require(
      charges.max { $0.charge.points < $1.charge.points })
    #expect(dearest.rule.tell(roster.frame, dearest.charge) == sentence)
    #expect(charges.allSatisfy { $0.charge.points > 0 })
  }

  @Test("the tests of sentences know every soft rule")
  func softRules() {
    #expect(RuleBook.rules.filter { $0.kind == .soft }.map(\.id) == Term.allCases.map(\.rawValue))
  }

  /// What is carried over counts two shifts at most, and the sentence says so.
  @Test("say what is carried over")
  func carriedOver() throws {
    #expect(TargetParts(share: 116, carried: 8, all: 8).isCut == false)
    let cut = TargetParts(share: 116, carried: -200, all: -273)
    #expect(cut.isCut)
    #expect(cut.target == -84)
  }
}
