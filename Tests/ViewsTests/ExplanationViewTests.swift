import Dates
import Diagnostics
import RotaModel
import Testing

@testable import Planning
@testable import Views

/// What the answer of `why` says of everybody else, of whom not all may be known.
struct ExplanationViewTests {
  private func view(_ others: [Explanation.Verdict], bound: Int = 10) throws -> ExplanationView {
    let source = SourceText(path: "team.yaml", text: "engineers:\n")
    var team = Team(source: source)
    let names = ["ada", "bo", "cy"].prefix(others.count + 1).map { EngineerID($0) }
    team.engineers = names.map {
      Engineer(id: $0, name: $0.text, workdays: .mondayToFriday, place: Place(source, 0..<9))
    }
    let holder = Explanation.Option(engineer: names[0], verdict: .costs(.init(rise: 0)))
    return ExplanationView(
      Explanation(
        week: ShiftWeek(startingOn: try #require(Day("2027-01-04"))),
        rotation: RotationID("service"), holder: names[0], optimum: 10, bound: bound,
        pointsOnFile: 10,
        options: [holder] + zip(names.dropFirst(), others).map(Explanation.Option.init)),
      team: team)
  }

  @Test func whatIsNotKnownIsNotSaid() throws {
    let cost = Explanation.Verdict.costs(.init(rise: 4))
    let stopped = Explanation.Verdict.impossible(summary: "a clash")
    let cases: [([Explanation.Verdict], headline: String, words: String)] = [
      ([cost, stopped], "and with bo, the next best, 4 more.", "bo, 4 points more"),
      (
        [.unknown, cost], "and with cy, the next best of those known, 4 more.",
        "cy, 4 points more, the best of those known"
      ),
      (
        [.unknown, stopped],
        "and who else could hold it is not known within the work limit.",
        "not known within the work limit"
      ),
      ([stopped, stopped], "and nobody else can hold it.", "nobody else can hold it"),
      (
        [.between(.init(rise: 6), atLeast: 5), cost], "and with cy, the next best, 4 more.",
        "cy, 4 points more"
      ),
      (
        [.between(.init(rise: 6), atLeast: 3), cost],
        "and with cy, the next best of those known, 4 more.",
        "cy, 4 points more, the best of those known"
      ),
      (
        [.between(.init(rise: 3), atLeast: 2), cost],
        "and with bo, the next best of those known, at most 3 more.",
        "bo, at most 3 points more, the best of those known"
      ),
    ]
    for (others, headline, words) in cases {
      let view = try view(others)
      #expect(view.text(width: nil).split(separator: "\n")[0].hasSuffix("10 points, " + headline))
      #expect(view.alternativeWords == words)
    }
  }

  @Test func whatIsNotProvedIsABound() throws {
    let view = try view(
      [.between(.init(rise: 6), atLeast: 5), .between(.init(rise: 4), atLeast: -2)], bound: 7)
    let lines = view.text(width: nil).split(separator: "\n")
    #expect(lines[0].contains("the best rota found has 10 points (none has fewer than 7)"))
    #expect(lines.contains { $0.hasPrefix("bo ") && $0.contains("+5 to +6") })
    #expect(lines.contains { $0.hasPrefix("cy ") && $0.contains("at most +4") })
    guard case .object(let members) = view.json,
      case .array(let engineers)? = members.first(where: { $0.key == "engineers" })?.value,
      case .object(let bo) = engineers[1]
    else {
      Issue.record("no object")
      return
    }
    #expect(members.first { $0.key == "bound" }?.value == .number(7))
    #expect(bo.first { $0.key == "verdict" }?.value == "between")
    #expect(bo.first { $0.key == "rise_at_least" }?.value == .number(5))
    #expect(bo.first { $0.key == "rise_at_most" }?.value == .number(6))
  }
}
