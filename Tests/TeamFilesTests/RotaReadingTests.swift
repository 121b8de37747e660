import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@testable import TeamFiles

@Suite struct RotaReadingTests {
  let text = """
    # Made by `rota generate 2027-Q1`. Edit by hand, then run `rota check`.
    period: 2027-Q1
    shifts:
      2027-01-04: { service: ada }                   # W01
      2027-01-11: { service: grace, standby: ada }   # W02
    owners:
      vault: [ada until 2027-02-14, grace from 2027-02-15]
      mesh: []
    covers:
      - { from: 2027-01-12, to: 2027-01-13, rotation: service, engineer: ada }

    """

  private func sampleTeam(_ handover: String = "Monday") throws -> Team {
    try team(
      "handover: \(handover) 09:00\nrotations: { service: {}, standby: {} }\n"
        + "engineers: { ada: {}, grace: {} }\n")
  }

  @Test func everythingIsRead() throws {
    let read = try rota(text, of: sampleTeam())
    #expect(read.period.name == "2027-Q1")
    #expect(read.periodPlace?.line == 2 && read.shiftsPlace?.line == 3)
    #expect(read.shifts.map(\.week.description) == ["2027-01-04", "2027-01-11", "2027-01-11"])
    #expect(read.shifts.map(\.engineer.text) == ["ada", "grace", "ada"])
    #expect(read.shifts[2].rotation == RotationID("standby"))
    #expect(read.shifts[2].place?.column == 42 && read.shifts[2].weekPlace?.column == 3)
    #expect(read.owners.map { $0.entries.map(\.text) }.first?.last == "grace from 2027-02-15")
    #expect(read.owners[1].entries.isEmpty)
    #expect(try read.covers[0].days == day("2027-01-12")..<day("2027-01-14"))
    #expect(read.covers[0].engineer == EngineerID("ada"))
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try rotaText(rota(text, of: sampleTeam())) == text)
  }

  @Test func aRotaOfDatesSaysHowItIsMade() throws {
    let period = try #require(try Period(from: day("2027-01-04"), weeks: 13))
    let written = rotaText(Rota(period: period))
    #expect(
      written == """
        # Made by `rota generate --from 2027-01-04 --weeks 13`. Edit by hand, then run `rota check`.
        period: 2027-01-04 to 2027-04-04
        shifts:

        """)
    let again = try rota(written, named: "rotas/2027-01-04_2027-04-04.yaml", of: sampleTeam())
    #expect(again.period == period && again.shifts.isEmpty)
  }

  /// Another handover weekday, names that are gone, dates inside a week: the rules judge these.
  @Test func historyReadsAsItIs() throws {
    let read = try rota(text, of: sampleTeam("Wednesday"))
    #expect(read.shifts[0].week.description == "2027-01-04")
    let odd = try rota(
      "period: 2027-Q1\nshifts:\n  2027-W02: { service: zoe }\n  2027-01-02: { night: ada }\n"
        + "owners: { gone: [zoe] }\n", of: sampleTeam("Wednesday"))
    // The dated key stands on a Saturday, and so does the week that is given by its number.
    #expect(odd.shifts.map(\.week.description) == ["2027-01-02", "2027-01-16"])
    #expect(odd.shifts.map(\.rotation.text) == ["night", "service"])
  }

  /// The quarter's last Monday is 29 March; where the next rota begins decides how far a cover of
  /// it may go.
  @Test(arguments: [
    ("2027-04-07", "2027-04-06", true), ("2027-04-06", "2027-04-06", false),
    ("2027-04-03", "2027-04-03", false), ("2027-04-03", "2027-04-02", true),
  ])
  func aCoverEndsByTheNextRotasHandover(_ next: String, _ last: String, _ fits: Bool) throws {
    let team = try sampleTeam("Wednesday")
    let quarter = try rota(
      "period: 2027-Q1\nshifts: { 2027-03-29: { service: ada } }\n"
        + "covers: [{ from: 2027-04-01, to: \(last), rotation: service, engineer: grace }]\n",
      of: team)
    let following = try rota(
      "period: \(next) to 2027-06-30\nshifts: { \(next): { service: grace } }\n",
      named: "rotas/\(next)_2027-06-30.yaml", of: team)
    let mistakes = checkFolder([quarter, following], of: team).map(\.id)
    #expect(mistakes.contains("cover-across-weeks") == !fits)
    #expect(!mistakes.contains("shared-week"))
  }

  @Test func openWeeksAndEmptySectionsAreFine() throws {
    for text in [
      "period: 2027-Q1\n", "period: 2027-Q1\nshifts:\nowners: []\ncovers: []\n",
      "period: 2027-Q1\nshifts:\n  2027-01-04:\n  2027-01-11: {}\nowners: {}\n",
    ] {
      #expect(try rota(text, of: sampleTeam()).shifts.isEmpty)
    }
  }

  /// Those are conflicts, not mistakes.
  @Test func coversOfUnknownRotationsAndOfOtherPeriodsAreLeftToTheRules() throws {
    let read = try rota(
      """
      period: 2027-Q1
      covers:
        - { from: 2027-01-12, to: 2027-01-13, rotation: night, engineer: ada }
        - { from: 2027-05-12, to: 2027-05-13, rotation: service, engineer: ada }
      """, of: sampleTeam())
    #expect(read.covers.count == 2)
  }

  @Test func aDraftMayHaveAnyName() throws {
    let draft = try rota(
      "period: 2027-Q1\n", named: "drafts/idea.yaml", of: sampleTeam())
    #expect(draft.period.name == "2027-Q1")
    #expect(checkFolder([draft], of: try sampleTeam()).map(\.id) == ["period-name"])
  }

  @Test func rotasOfAFolderShareNoWeek() throws {
    let team = try sampleTeam()
    func read(_ name: String, _ period: String, _ shifts: String = "") throws -> Rota {
      try rota("period: \(period)\n\(shifts)", named: "\(name).yaml", of: team)
    }
    let quarter = try read("2027-Q1", "2027-Q1")
    let before = try read("2026-Q4", "2026-Q4")
    // From Tuesday to Sunday: it holds no Monday of the quarter but shares dates with it.
    let days = try read("2027-03-30_2027-04-11", "2027-03-30 to 2027-04-11")
    #expect(checkFolder([quarter, before, days], of: team).isEmpty)
    let shared = try read("2027-03-29_2027-04-11", "2027-03-29 to 2027-04-11")
    let mistakes = checkFolder([shared, quarter, before], of: team)
    #expect(mistakes.map(\.id) == ["shared-week"])
    #expect(mistakes[0].place?.file == "2027-03-29_2027-04-11.yaml")
    #expect(mistakes[0].related.map(\.place.file) == ["2027-Q1.yaml"])
    #expect(mistakes[0].message.contains("2027-03-29"))
    // Under an earlier handover both may name the same week by its key.
    let tuesday = "shifts:\n  2027-03-30: { service: ada }\n"
    let twice = [
      try read("2027-Q1", "2027-Q1", tuesday),
      try read("2027-03-30_2027-04-04", "2027-03-30 to 2027-04-04", tuesday),
    ]
    #expect(checkFolder(twice, of: team).map(\.id) == ["shared-week"])
  }

  /// Reading what is written gives the rota again, whatever it holds.
  @Test func writingAndReadingAgree() throws {
    let team = try sampleTeam()
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<200 {
      let planned = try randomRota(&numbers)
      let again = try rota(rotaText(planned), named: "a.yaml", of: team)
      #expect(rotaText(again) == rotaText(planned))
      #expect(again.period == planned.period)
      #expect(again.shifts.map(Line.init) == planned.shifts.map(Line.init))
      #expect(
        again.owners.map { $0.entries.map(\.text) } == planned.owners.map { $0.entries.map(\.text) }
      )
      #expect(again.covers.map(\.days) == planned.covers.map(\.days))
    }
  }

  /// A shift without its places.
  struct Line: Equatable {
    let week: ShiftWeek
    let rotation: RotationID
    let engineer: EngineerID

    init(_ shift: Shift) {
      (week, rotation, engineer) = (shift.week, shift.rotation, shift.engineer)
    }
  }
}

/// Shifts of some weeks of a quarter, owners with and without dates, and covers that fit.
func randomRota(_ numbers: inout SeededNumbers) throws -> Rota {
  let period = try #require(Period(named: "2027-Q1"))
  var rota = Rota(period: period)
  let names = ["ada", "grace", "zoe"].map { EngineerID($0) }
  for week in period.weeks(handover: .monday) {
    for rotation in ["service", "standby"] where Int.random(in: 0..<4, using: &numbers) > 0 {
      let holder = names[Int.random(in: 0..<3, using: &numbers)]
      rota.shifts.append(Shift(week: week, rotation: RotationID(rotation), engineer: holder))
      guard Int.random(in: 0..<4, using: &numbers) == 0 else { continue }
      let first = week.start + Int.random(in: 0...6, using: &numbers)
      let last = first + Int.random(in: 0...first.distance(to: week.last), using: &numbers)
      let standIn = names.first { $0 != holder } ?? holder
      rota.covers.append(
        Cover(days: first..<last + 1, rotation: RotationID(rotation), engineer: standIn))
    }
  }
  for project in ["vault", "mesh"] where Bool.random(using: &numbers) {
    let change = period.first + Int.random(in: 1..<80, using: &numbers)
    let entries = [
      [], [EngineerSpan(names[0])],
      [EngineerSpan(names[0], until: change), EngineerSpan(names[1], from: change + 1)],
    ]
    rota.owners.append(
      Ownership(
        project: ProjectID(project), entries: entries[Int.random(in: 0..<3, using: &numbers)]))
  }
  return rota
}
