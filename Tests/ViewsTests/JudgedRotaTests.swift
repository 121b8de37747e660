import Dates
import Diagnostics
import RotaModel
import Rules
import Testing
import Views

struct JudgedRotaTests {
  private let team: Team
  private let rota: Rota

  init() throws {
    let source = SourceText(path: "team.yaml", text: "engineers:\n  ada:\n  zoe:\n")
    var team = Team(source: source)
    let place = Place(source, 0..<9)
    team.engineers = ["ada", "zoe"].map {
      Engineer(
        id: EngineerID($0), name: $0.uppercased(), workdays: .mondayToFriday, place: place)
    }
    team.rotations = [Rotation(id: RotationID("service"), name: "Service tasks", place: nil)]
    self.team = team
    let period = try #require(Period(named: "2027-Q1"))
    let week = ShiftWeek(startingOn: try #require(Day("2027-01-04")))
    rota = Rota(
      period: period,
      shifts: [Shift(week: week, rotation: RotationID("service"), engineer: EngineerID("ada"))],
      owners: [
        Ownership(
          project: ProjectID("vault"),
          entries: [EngineerSpan(EngineerID("ada"), until: Day("2027-02-14"))])
      ])
  }

  private func judged(_ points: [Term: Int], _ status: JudgedRota.Status) -> JudgedRota {
    var sum = Points()
    for (term, value) in points { sum[term] = value }
    let share = Share(
      engineer: EngineerID("ada"), rotation: RotationID("service"),
      parts: TargetParts(share: 40, carried: -200, all: -230), held: 2)
    return JudgedRota(
      rota, Judgement(points: sum, shares: [share], findings: []), status: status, team: team)
  }

  @Test func jsonHasTheDocumentedKeysInOrder() {
    let json = judged([.fair: 40, .changeOwner: 3], .feasible(bound: 41)).json([])
    #expect(
      json.rendered(.compact) == """
        {"period":"2027-Q1","status":"feasible","points":43,"bound":41,"terms":{"fair":40,\
        "unpopular":0,"spacing":0,"avoid":0,"prefer":0,"protect":0,"want":0,"balance":0,\
        "change":0,"change_owner":3},"shifts":[{"week":"2027-01-04","rotation":"service",\
        "engineer":"ada"}],"owners":{"vault":["ada until 2027-02-14"]},"engineers":{"ada":\
        {"service":{"target":-160,"held":2}},"zoe":{}},"findings":[]}
        """)
  }

  @Test func aRotaThatIsOnlyCheckedHasNoBound() {
    let json = judged([:], .checked).json([]).rendered(.compact)
    #expect(json.contains(#""status":"checked","points":0,"terms""#))
  }

  @Test(arguments: [
    (
      JudgedRota.Status.optimal,
      "43 points: fair 40, spacing 3\noptimal: no rota has fewer points\n"
    ),
    (
      .feasible(bound: 40),
      "43 points: fair 40, spacing 3\nfeasible: no rota has fewer than 40 points, so the gap is at "
        + "most 3 (7.0 %); `--effort` searches longer\n"
    ),
    (.checked, "43 points: fair 40, spacing 3\n"),
  ])
  func textSaysWhatIsProved(_ status: JudgedRota.Status, _ text: String) {
    let whole = judged([.fair: 40, .spacing: 3], status).text(width: nil)
    #expect(whole.hasSuffix("\n\n" + text))
    #expect(whole.contains("ADA             0.40         -2.00  -1.60      2"))
  }

  /// In tenths of a percent, rounded half up: 2 of 43 are 46.5 thousandths.
  @Test(arguments: [
    (43, 41, "4.7 %"), (43, 42, "2.3 %"), (1, 0, "100.0 %"), (3, 1, "66.7 %"), (16, 15, "6.3 %"),
    (7, 7, "0.0 %"), (0, 0, "0.0 %"),
    // Never below nothing.
    (7, 8, "0.0 %"),
  ])
  func theGapIsAPartOfThePoints(_ points: Int, _ bound: Int, _ text: String) {
    #expect(gapText(points, atLeast: bound) == text)
  }

  @Test func noPointsAndOnePoint() {
    #expect(judged([:], .optimal).pointsLine == "0 points")
    #expect(judged([.balance: 1], .optimal).pointsLine == "1 point: balance 1")
  }
}
