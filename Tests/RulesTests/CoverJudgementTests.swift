import Dates
import Diagnostics
import RotaModel
import Testing
import WrittenTeams

@testable import Rules

@Suite("Stand-ins")
struct CoverJudgementTests {
  private func found(_ covers: String...) throws -> [String] {
    let team = """
      rest: 0
      rotations: { service: {}, backup: {} }
      engineers: { ada: {}, grace: {}, joan: {} }
      """
    return try written(team).findings(
      """
      period: 2027-01-04 to 2027-01-10
      shifts:
        2027-01-04: { service: ada, backup: grace }
      covers:
      """ + covers.map { "\n  - { \($0) }" }.joined(), of: "double-shift"
    ).map(\.message)
  }

  @Test("have no shift of their own that nobody takes from them")
  func ownShift() throws {
    let graceForAda = "from: 2027-01-05, to: 2027-01-06, rotation: service, engineer: grace"
    #expect(try found(graceForAda) == ["`grace` holds `backup` in the same week"])
    let one = "from: 2027-01-05, to: 2027-01-05, rotation: backup, engineer: joan"
    #expect(try found(graceForAda, one) == ["`grace` holds `backup` in the same week"])
    let both = "from: 2027-01-05, to: 2027-01-06, rotation: backup, engineer: joan"
    #expect(try found(graceForAda, both) == [])
  }

  @Test("stand in for one at a time")
  func twoCovers() throws {
    let service = "from: 2027-01-05, to: 2027-01-06, rotation: service, engineer: joan"
    let sameDay = "from: 2027-01-06, to: 2027-01-07, rotation: backup, engineer: joan"
    let nextDay = "from: 2027-01-07, to: 2027-01-07, rotation: backup, engineer: joan"
    #expect(try found(service, sameDay).count == 2)
    #expect(try found(service, nextDay) == [])
  }
}

@Suite("Weeks and who could hold them")
struct WeekJudgementTests {
  /// The rota of one week, with the days around it.
  private let week = """
    period: 2027-01-11 to 2027-01-17
    shifts:
      2027-01-11: { service: ada }
    """

  private func neighbour(_ day: String, _ last: String, holder: String) -> String {
    "period: \(day) to \(last)\nshifts:\n  \(day): { service: \(holder) }"
  }

  @Test("rest counts the shifts of earlier and of later rotas, of anybody's own")
  func restAcrossRotas() throws {
    let team = "rest: 1\nengineers:\n  ada:\n  grace:"
    for (day, last) in [("2027-01-04", "2027-01-10"), ("2027-01-18", "2027-01-24")] {
      let close = try written(team, rotas: [neighbour(day, last, holder: "ada")])
      #expect(try close.findings(week, of: "rest").count == 1, "\(day)")
      let other = try written(team, rotas: [neighbour(day, last, holder: "grace")])
      #expect(try other.findings(week, of: "rest").isEmpty, "\(day)")
    }
    let far = try written(team, rotas: [neighbour("2027-01-25", "2027-01-31", holder: "ada")])
    #expect(try far.findings(week, of: "rest").isEmpty)
  }

  @Test(
    "shifts too close are told with the weeks between them",
    arguments: [("2027-01-11", "no free week"), ("2027-01-18", "1 free week")])
  func rest(second: String, words: String) throws {
    let found = try written("rest: 2\nengineers: { ada: {}, grace: {} }").findings(
      """
      period: 2027-01-04 to 2027-01-24
      shifts:
        2027-01-04: { service: ada }
        \(second): { service: ada }
      """, of: "rest")
    #expect(
      found.map(\.message) == [
        "`ada` has \(words) between the shifts of 2027-01-04 and \(second); `rest` is 2"
      ])
  }

  @Test("a shift that nobody holds is told where its week stands")
  func placeOfUnfilled() throws {
    let found = try written(
      "rotations: { service: {}, backup: {} }\nengineers: { ada: {}, grace: {} }"
    )
    .findings(
      """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: ada, backup: grace }
        2027-01-11: { service: ada }
      """, of: "unfilled")
    #expect(found.compactMap { $0.place?.line } == [4])
  }

  @Test(
    "a project hangs on one person until it has ended",
    arguments: [("2027-01-29", ["only `ada` may own `safe`"]), ("2027-01-30", [])])
  func loneOwner(today: String, messages: [String]) throws {
    let situation = try written(
      """
      engineers: { ada: { skills: [vault] }, grace: {} }
      projects:
        safe: { start: 2027-01-04, end: 2027-01-29, skills: [vault], docs: none }
      """, today: today)
    let found = try situation.findings("period: 2027-Q1\nowners: { safe: [ada] }", of: "lone-skill")
    #expect(found.map(\.message) == messages)
  }

  /// Ada has done too much before: of two weeks she owes 1.50 less 2.00, and grace is off in one.
  @Test("whoever owes nothing any more holds one shift because of time off")
  func causeWhereNothingIsOwed() throws {
    let weeks = ["11-16", "11-23", "11-30", "12-07", "12-14", "12-21"]
    let shifts = weeks.map { "  2026-\($0): { service: ada }" }.joined(separator: "\n")
    let found = try written(
      "rest: 0\nengineers: { ada: {}, grace: { away: [2027-01-11 to 2027-01-17] } }",
      rotas: ["period: 2026-11-16 to 2026-12-27\nshifts:\n\(shifts)"]
    ).findings(
      """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: grace }
        2027-01-11: { service: ada }
      """, of: "unfair")
    #expect(
      found.map { $0.message.contains("time off of others gives `ada` 1 or more") } == [
        true, false,
      ])
  }

  @Test("two rotations in one week are no shifts too close")
  func twoInOneWeek() throws {
    let team = "rest: 1\nrotations: { service: {}, backup: {} }\nengineers: { ada: {}, grace: {} }"
    let found = try written(team).findings(
      "period: 2027-01-11 to 2027-01-17\nshifts:\n  2027-01-11: { service: ada, backup: ada }",
      of: "double-shift", "rest")
    #expect(found.map(\.id) == ["double-shift"])
  }

  @Test(
    "weeks since the rota before that are on none are told",
    arguments: [
      ("2027-01-10", [], []),
      ("2027-01-03", ["the week of 2027-01-04 is on no rota"], ["--from 2027-01-04 --weeks 1"]),
      (
        "2026-12-27", ["the 2 weeks from 2026-12-28 on are on no rota"],
        ["--from 2026-12-28 --weeks 2"]
      ),
    ])
  func gap(last: String, messages: [String], words: [String]) throws {
    let situation = try written("engineers: { ada: {} }", rotas: ["period: 2026-11-30 to \(last)"])
    let found = try situation.findings(week, of: "gap")
    #expect(found.map(\.message) == messages)
    #expect(
      found.flatMap(\.help) == words.map { "generate the weeks between: `rota generate \($0)`" })
  }

  @Test("two pins of one engineer lie as far apart as shifts do")
  func pinsTooClose() throws {
    func found(_ second: String, today: String = "2026-12-01") throws -> [String] {
      judgeTeam(
        in: try written(
          """
          rest: 1
          engineers: { ada: {}, grace: {} }
          pins:
            2027-01-04: { service: ada }
            \(second): { service: ada }
          """, today: today)
      ).map(\.id)
    }
    #expect(try found("2027-01-11") == ["rest"])
    #expect(try found("2027-01-18") == [])
    // The first of the two weeks has ended.
    #expect(try found("2027-01-11", today: "2027-01-11") == [])
  }

  /// Ada's only working day is the holiday; grace works in the week, though she lacks the skill.
  @Test("a week is closed when no member works in it, skilled or not")
  func closed() throws {
    func found(grace: String) throws -> Int {
      try written(
        """
        holidays: { default: [2027-01-11] }
        rotations: { service: { skills: [aws] } }
        engineers:
          ada: { skills: [aws], workdays: [Mon] }
          grace: { workdays: [\(grace)] }
        """
      ).findings("period: 2027-01-11 to 2027-01-17", of: "unfilled").count
    }
    #expect(try found(grace: "Mon, Tue") == 1)
    #expect(try found(grace: "Mon") == 0)
  }

  @Test("a week hangs on one person when the others are away")
  func loneSkill() throws {
    let team = "engineers:\n  ada:\n  grace: { away: [2027-01-18 to 2027-01-20] }"
    let found = try written(team).findings("period: 2027-01-11 to 2027-01-24", of: "lone-skill")
    #expect(found.map(\.message) == ["only `ada` can hold `service` in the week of 2027-01-18"])
  }
}
