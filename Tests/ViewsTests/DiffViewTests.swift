import Dates
import Diagnostics
import RotaModel
import Rules
import Testing

@testable import Planning
@testable import Views

/// What `diff` says of two small rotas: who owns, what points come to, what each holds.
struct DiffViewTests {
  private let team: Team
  private let monday: Day

  init() throws {
    let monday = try #require(Day("2027-01-04"))
    var team = ViewsTests.team(["ada", "bo"], rotations: ["service", "backup"])
    let place = team.engineers[0].place
    team.projects = [
      Project(
        id: ProjectID("vault"), name: "Vault", life: monday..<monday + 14, startPlace: place,
        endPlace: place, place: place)
    ]
    self.team = team
    self.monday = monday
  }

  /// - Parameters:
  ///   - holders: of service and of backup, in the one week.
  ///   - fair: all its points.
  private func side(_ holders: [String], owners: [String] = [], fair: Int)
    throws -> RotaDifference.Side
  {
    var points = Points()
    points[.fair] = fair
    let rota = Rota(
      period: try #require(Period(named: "2027-01-04 to 2027-01-10")),
      shifts: zip(holders, team.rotations).map { holder, rotation in
        Shift(
          week: ShiftWeek(startingOn: monday), rotation: rotation.id, engineer: EngineerID(holder))
      },
      owners: [
        Ownership(
          project: ProjectID("vault"), entries: owners.map { EngineerSpan(EngineerID($0)) })
      ])
    return RotaDifference.Side(
      rota, Judgement(points: points, shares: [], findings: []), handover: .monday)
  }

  private func view(_ old: RotaDifference.Side, _ new: RotaDifference.Side) -> DiffView {
    DiffView(RotaDifference(from: old, to: new, of: team), old: "old", new: "new", team: team)
  }

  @Test func aProjectWithoutOwnersHasNobody() throws {
    let (without, with) = try (
      side(["ada", "bo"], fair: 4), side(["ada", "bo"], owners: ["bo", "ada"], fair: 4)
    )
    #expect(view(without, with).ownerLines == ["Vault: nobody → bo, ada"])
    #expect(view(with, without).ownerLines == ["Vault: bo, ada → nobody"])
  }

  /// The terms stand there where anything is different, be it the points alone, and not where
  /// nothing is.
  @Test func pointsByTermWhereAnythingIsDifferent() throws {
    let old = try side(["ada", "bo"], fair: 4)
    let same = view(old, old).text(width: nil)
    #expect(
      same == "old → new: no difference: the same shifts, owners and covers; 4 points as before\n")
    let shifts = view(old, try side(["bo", "ada"], fair: 4)).text(width: nil)
    #expect(shifts.contains("\nfair      4    4       0\ntotal     4    4       0\n"), "\(shifts)")
    let points = view(old, try side(["ada", "bo"], fair: 6)).text(width: nil)
    #expect(
      points == """
        old → new: no difference: the same shifts, owners and covers; 4 → 6 points

        Points by term
        points  old  new  change
        fair      4    6      +2
        total     4    6      +2

        """)
  }

  /// An engineer stands there once, with each rotation whose shifts change hands.
  @Test func engineersOfJSONHaveTheirRotations() throws {
    let view = view(
      try side(["ada", "bo"], fair: 4), try side(["bo", "ada"], fair: 4))
    let rendered = view.json.rendered(.compact)
    #expect(
      rendered.contains(
        """
        "engineers":{"ada":{"service":{"target":null,"old":1,"new":0},\
        "backup":{"target":null,"old":0,"new":1}},\
        "bo":{"service":{"target":null,"old":0,"new":1},\
        "backup":{"target":null,"old":1,"new":0}}}
        """), "\(rendered)")
  }
}
