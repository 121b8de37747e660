import Dates
import RotaModel
import SeededNumbers
import Testing

@Suite struct OwnersTests {
  let ada = EngineerID("ada")
  let bo = EngineerID("bo")

  @Test func theLatestRotaThatNamesAnyForTheDayDecides() throws {
    let vault = try project("vault", from: "2027-01-11", to: "2027-04-30")
    let owners = Owners([
      try rota("2027-Q2", owners: ["vault": [EngineerSpan(bo, from: day("2027-04-05"))]]),
      try rota("2027-Q1", owners: ["vault": [EngineerSpan(ada)]]),
      try rota("2027-Q3", owners: ["vault": []]),
    ])
    #expect(try owners.of(vault, on: day("2027-04-04")) == [ada])
    #expect(try owners.of(vault, on: day("2027-04-05")) == [bo])
    let spans = owners.spans(of: vault)
    #expect(spans.map(\.engineers) == [[ada], [bo]])
    #expect(
      try spans.map(\.days) == [
        days("2027-01-11", "2027-04-04"), days("2027-04-05", "2027-04-30"),
      ])
    #expect(owners.all(of: vault) == [ada, bo])
  }

  @Test func daysThatNobodyIsNamedForHaveNoOwner() throws {
    let vault = try project("vault")
    let owners = Owners([
      try rota(owners: [
        "vault": [
          EngineerSpan(ada, until: day("2027-01-31")), EngineerSpan(ada, from: day("2027-03-01")),
        ]
      ])
    ])
    #expect(owners.spans(of: vault).map(\.engineers) == [[ada], [], [ada]])
    #expect(Owners([]).spans(of: vault).map(\.engineers) == [[]])
  }

  /// Of random entries, the spans say of every day what asking for the day says.
  @Test func spansAgreeWithEveryDay() throws {
    var numbers = SeededNumbers(seed: 11)
    let ids = ["ada", "bo", "cy"].map { EngineerID($0) }
    for _ in 0..<300 {
      let vault = try project("vault", from: "2027-01-11", to: "2027-05-05")
      let rotas = try ["2026-Q4", "2027-Q1", "2027-Q2"].map { period in
        let entries = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
          let from = vault.firstDay + Int.random(in: -20...130, using: &numbers)
          return EngineerSpan(
            ids[Int.random(in: 0...2, using: &numbers)],
            from: Bool.random(using: &numbers) ? from : nil,
            until: Bool.random(using: &numbers)
              ? from + Int.random(in: 0...60, using: &numbers) : nil)
        }
        return try rota(period, owners: ["vault": entries])
      }
      let owners = Owners(rotas.shuffled(using: &numbers))
      let spans = owners.spans(of: vault)
      #expect(spans.first?.days.lowerBound == vault.firstDay)
      #expect(spans.last?.days.upperBound == vault.life.upperBound)
      for (span, next) in zip(spans, spans.dropFirst()) {
        #expect(span.days.upperBound == next.days.lowerBound)
        #expect(span.engineers != next.engineers)
      }
      for span in spans {
        #expect(span.days.allSatisfy { owners.of(vault, on: $0) == span.engineers })
      }
    }
  }
}

@Suite struct DutySpanTests {
  @Test func coversCutAShift() throws {
    let held = try shift("2027-02-08", "ada")
    let rota = try rota(
      shifts: [held],
      covers: [cover("2027-02-13", "2027-02-14", "cy"), cover("2027-02-10", "2027-02-11", "bo")])
    let duties = rota.duties(of: held)
    #expect(duties.map(\.engineer.text) == ["ada", "bo", "ada", "cy"])
    #expect(duties.map { $0.standsInFor?.text } == [nil, "ada", nil, "ada"])
    #expect(duties.map(\.days.count) == [2, 2, 1, 2])
    #expect(duties.first?.days.lowerBound == held.week.start)
  }

  @Test func aShiftWithoutCoversIsOneDuty() throws {
    let held = try shift("2027-02-08", "ada")
    let rota = try rota(shifts: [held], covers: [cover("2027-02-15", "2027-02-16", "bo")])
    #expect(rota.duties(of: held).map(\.days) == [held.week.days])
  }
}
