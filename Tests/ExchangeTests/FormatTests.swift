import Dates
import Diagnostics
import Exchange
import Foundation
import ICalendar
import RotaModel
import Testing

struct FormatTests {
  @Test func everyFormatOfTheTableSaysHowItIsUsed() {
    for format in ExportFormat.all {
      #expect(ExportFormat.named(format.name)?.name == format.name)
      #expect(format.help.contains("The call:"))
      #expect(format.help.contains(format.facts.copies.dropFirst()))
      #expect(!format.help.contains("\t"))
      for line in (format.help + format.callText).split(separator: "\n") {
        #expect(line.count <= 120, "\(line)")
      }
    }
  }

  @Test func goAlertTakesAtMost150ShiftsInWindowsThatTouch() throws {
    let holders = (0..<400).map { $0 == 150 ? nil : $0 % 2 == 0 ? "ada" : "bo" }
    let rota = try rota("2027-01-04 to 2034-12-31", holders)
    let lines = try body("goalert", [rota], of: team(), settings: ["scheduleID": ["S"]])
      .split(separator: "\n").map { try #require(try parsed($0)["input"] as? [String: Any]) }
    let counts = lines.compactMap { ($0["shifts"] as? [Any])?.count }
    #expect(counts == [150, 150, 99])
    for (one, next) in zip(lines, lines.dropFirst()) {
      #expect(one["end"] as? String == next["start"] as? String)
      #expect(one["scheduleID"] as? String == "S")
    }
    let last = try #require((lines.last?["shifts"] as? [[String: Any]])?.last)
    #expect(lines.last?["end"] as? String == last["end"] as? String)
  }

  @Test func aRootlyAccountIsANumber() throws {
    let text = try body("rootly", [rota("2027-Q1", ["bo"])], of: team())
    #expect(text.contains(#""user_id":101"#))
    var wrong = try team()
    for account in ["12a", "+5", "", "99999999999999999999"] {
      wrong.engineers[0].accounts["rootly"] = Located(account, at: nowhere)
      let found = try stretches([rota("2027-Q1", ["ada"])], of: wrong).stretches
      #expect(
        PersonName.number("rootly").names(of: found, in: wrong).missing.map(\.id) == ["bad-account"]
      )
    }
  }

  @Test func everybodyWithoutAnAccountIsNamedOnce() throws {
    let rota = try rota("2027-Q1", ["cy", "ada", "cy", "stranger"])
    let found = try stretches([rota], of: team()).stretches
    for name in ["pagerduty", "incident-io", "jsm", "rootly", "goalert", "grafana-ics"] {
      let format = try #require(ExportFormat.named(name))
      let missing = try format.people.names(of: found, in: team()).missing
      #expect(missing.count == 2, "\(name)")
      #expect(missing.first?.message.contains("`cy`") == true)
      #expect(missing.first?.help.first?.contains("to `cy`") == true)
      #expect(missing.last?.message.contains("`stranger`") == true)
    }
    #expect(try PersonName.id.names(of: found, in: team()).missing.isEmpty)
  }

  /// West of Greenwich UTC's midnight comes before the team's, east of it after it; nothing may
  /// begin before either.
  @Test(
    arguments: [
      ("Europe/Berlin", "2027-01-13T12:00:00Z", "2027-01-13T00:00:00Z"),
      ("America/New_York", "2027-01-13T12:00:00Z", "2027-01-13T05:00:00Z"),
      ("America/New_York", "2027-01-14T02:00:00Z", "2027-01-14T00:00:00Z"),
      ("Pacific/Auckland", "2027-01-12T23:00:00Z", "2027-01-12T11:00:00Z"),
    ])
  func betterStackBeginsAtBothMidnights(_ zone: String, _ now: String, _ start: String) throws {
    let format = try #require(ExportFormat.named("better-stack"))
    let found = format.start(
      now: Instant(secondsSince1970: try moment(now)), in: try zones.zone(named: zone))
    #expect(found?.secondsSince1970 == (try moment(start)))
  }

  @Test func accountsThatAreNearlyThoseOfASystemAreWarnedOf() throws {
    var team = try team()
    team.engineers[2].accounts = [
      "pagerdutty": Located("P1", at: nowhere), "slack": Located("U1", at: nowhere),
      "zulip": Located("7", at: nowhere),
    ]
    #expect(warningsOfNearSystems(in: team).map(\.help.first) == ["did you mean `pagerduty`?"])
  }
}
