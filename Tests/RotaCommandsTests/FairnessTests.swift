import Foundation
import Testing

/// Balances worked out by hand for a joiner, a part-timer, a long leave, a leaver and covers.
struct FairnessTests {
  private let files: [String: [UInt8]]

  init() throws {
    files = try Folder.files(in: Folder.cases.appending(path: "fairness/files"))
  }

  /// The weeks' shares of service tasks are, in thousandths (a full load counts 1, Bob half):
  ///
  /// | week       | Ada     | Bob     | Cat | Dan | who shares                              |
  /// |------------|---------|---------|-----|-----|-----------------------------------------|
  /// | 2027-01-04 | 400     | 200     |     | 400 | Cat has not joined                      |
  /// | 2027-01-11 | 666.667 | 333.333 |     |     | Dan is on leave                         |
  /// | 2027-01-18 | 400     | 200     | 400 |     |                                         |
  /// | 2027-01-25 | 400     | 200     | 400 |     | Ada holds it; Bob does 2 of its 5 days  |
  ///
  /// 2027-02-08 is held by somebody unknown, and in the week after all have holidays: both count
  /// for nobody.
  @Test func aJoinerAPartTimerALeaveAndACover() throws {
    let world = FakeEnvironment(files: files)
    let outcome = world.run(line: "fairness --rotation service --format json --today 2027-01-20")
    #expect(outcome.status == 0)
    let all = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(all["weeks"] as? Int == 6)
    #expect(all["left_out"] as? Int == 1)
    #expect(all["planned_from"] as? String == "2027-01-25")
    let engineers = try #require(all["engineers"] as? [String: [String: Any]])
    let accounts = engineers.mapValues { engineer -> [Int?] in
      let rotations = engineer["rotations"] as? [String: [String: Any]]
      return ["share", "held", "planned", "balance"].map { rotations?["service"]?[$0] as? Int }
    }
    #expect(
      accounts == [
        "ada": [1_866_667, 1_600_000, 600_000, -266_667],
        "bob": [933_333, 1_400_000, 400_000, 466_667],
        "cat": [800_000, 1_000_000, 0, 200_000],
        "dan": [400_000, 0, 0, -400_000],
      ])
    let bob = try #require(engineers["bob"])
    #expect(bob["stood_in_days"] as? Int == 2 + 1)
    let unpopular = try #require(bob["unpopular"] as? [String: Any])
    #expect(unpopular["held"] as? Int == 400_000)
    #expect(unpopular["balance"] as? Int == 200_000)
    #expect((unpopular["weeks"] as? [String])?.isEmpty == true)
  }

  /// On a terminal eight blocks are the largest balance, here Bob's 0.466667: Ada's -0.266667 are 4.6
  /// of them, Cat's 0.2 are 3.4, and Dan's -0.4 are 6.9.
  @Test func barsShowTheBalances() {
    let world = FakeEnvironment(files: files)
    world.isTerminal = true
    let said = world.run(line: "fairness --rotation service --color never --today 2027-01-20")
      .output
    for line in [
      "Ada Lind        1.87  1.60     0.60    -0.27     █████│",
      "Bob Moe         0.93  1.40     0.40    +0.47          │████████",
      "Cat Dahl        0.80  1.00     0.00    +0.20          │███",
      "Dan Eide        0.40  0.00     0.00    -0.40   ███████│",
    ] {
      #expect(said.contains("\n\(line)\n"), "\(said)")
    }
  }

  @Test func nobodysBalanceHasNoBlocks() {
    let world = FakeEnvironment(texts: [
      "team.yaml": "engineers:\n  ada:\n",
      "rotas/2027-01-04_2027-01-10.yaml": """
      period: 2027-01-04 to 2027-01-10
      shifts:
        2027-01-04: { service: ada }

      """,
    ])
    world.isTerminal = true
    let said = world.run(line: "fairness --team team.yaml --color never --today 2027-01-20").output
    #expect(
      said.contains("\nada             1.00  1.00     0.00     0.00          │\n"), "\(said)")
  }

  /// Who stands in on the last day of the week is on duty until then, and not once that is past.
  @Test(arguments: [
    ("2027-01-10", "2027-01-04", "cat (-0.33)"), ("2027-01-10", "2027-01-10", "cat (-0.33)"),
    ("2027-01-04", "2027-01-04", "cat (-0.33)"),
    // Bob did a fifth of it then.
    ("2027-01-04", "2027-01-05", "cat (-0.33), bob (-0.13)"),
  ])
  func whoStandsInTodayOrLaterIsNotAskedForACover(
    _ day: String, _ today: String, _ words: String
  ) {
    let world = FakeEnvironment(texts: [
      "team.yaml": "engineers:\n  ada:\n  bob:\n  cat:\n",
      "rotas/2027-01-04_2027-01-10.yaml": """
      period: 2027-01-04 to 2027-01-10
      shifts:
        2027-01-04: { service: ada }
      covers:
        - { from: \(day), to: \(day), rotation: service, engineer: bob }

      """,
    ])
    let said = world.run(line: "fairness --team team.yaml --today \(today)").output
    let sentence = "To ask first for a cover in the week of 2027-01-04: \(words).\n"
    #expect(said.hasSuffix("\n\n" + sentence), "\(said)")
  }

  /// Everybody has a holiday in the week of 2027-01-04; one rotation gives it to a member, the other
  /// to somebody who is none. Closed comes before every other reason.
  @Test func aClosedWeekIsClosedWhoeverItIsGivenTo() throws {
    let team = """
      rotations:
        service:
        backup: { members: [ada] }
      holidays:
        default: [2027-01-04 to 2027-01-10]
      engineers:
        ada:
        bob:

      """
    let rota = """
      period: 2027-01-04 to 2027-01-17
      shifts:
        2027-01-04: { service: ada, backup: bob }

      """
    let world = FakeEnvironment(files: [
      "team.yaml": Array(team.utf8), "rotas/2027-01-04_2027-01-17.yaml": Array(rota.utf8),
    ])
    let outcome = world.run(line: "fairness --trace ada --format json --today 2027-01-20")
    #expect(outcome.status == 0)
    let all = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let trace = try #require(all["trace"] as? [[String: Any]])
    #expect(trace.map { $0["why"] as? String } == ["closed", "closed", "nobody", "nobody"])
    #expect(trace.map { $0["among"] as? Int } == [0, 0, 0, 0])
    #expect(trace.map { $0["held"] as? Int } == [1_000_000, 0, 0, 0])
  }
}
