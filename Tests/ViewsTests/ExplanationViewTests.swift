import Dates
import Diagnostics
import RotaModel
import Testing

@testable import Planning
@testable import Views

/// What the answer of `why` says of everybody else, of whom not all may be known.
struct ExplanationViewTests {
  private func view(_ others: [Explanation.Verdict]) throws -> ExplanationView {
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
        rotation: RotationID("service"), holder: names[0], optimum: 10, pointsOnFile: 10,
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
    ]
    for (others, headline, words) in cases {
      let view = try view(others)
      #expect(view.text(width: nil).split(separator: "\n")[0].hasSuffix("10 points, " + headline))
      #expect(view.alternativeWords == words)
    }
  }
}
