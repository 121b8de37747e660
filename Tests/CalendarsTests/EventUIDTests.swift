import Dates
import RotaModel
import Testing

@testable import Calendars

@Suite struct EventUIDTests {
  @Test(arguments: [
    ("Platform Infrastructure", "platform-infrastructure"), ("SRE", "sre"), ("", "team"),
    ("平台", "team"), ("Öst & Väst!", "st-v-st"), ("--a--", "a"),
    (String(repeating: "ab ", count: 20), "ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-a"),
    (String(repeating: "x", count: 39) + " y", String(repeating: "x", count: 39)),
  ])
  func theDomainIsMadeOfTheTeamsName(name: String, domain: String) {
    #expect(team { $0.name = name }.domain == domain)
  }

  @Test func everySlotIsReadBackAsItIsWritten() throws {
    let vault = ProjectID("vault-2")
    let slots: [EventSlot] = [
      .shift(week: try day("2027-01-04"), service), .project(vault), .sharing(vault),
      .cover(from: try day("2027-02-10"), service, bo), .pairing(vault, try day("2027-01-19")),
      .feedback(month: "2027-01", .thanks), .feedback(month: "2027-12", .improvements),
    ]
    var texts: Set<String> = []
    for slot in slots {
      for calendar in [nil, ada] {
        let uid = EventUID(slot, in: calendar)
        let text = uid.text(domain: "platform")
        #expect(EventUID(text) == uid)
        #expect(texts.insert(text).inserted)
      }
    }
    #expect(texts.contains("shift.2027-01-04.service.ada@platform.rota"))
    #expect(texts.contains("feedback.2027-01.thanks@platform.rota"))
    #expect(texts.contains("cover.2027-02-10.service.bo.ada@platform.rota"))
  }

  @Test(arguments: [
    "", "@platform.rota", "shift@platform.rota", "shift.2027-01-04@platform.rota",
    "shift.2027-13-04.service@platform.rota", "shift.2027-01-04.service.ada.x@platform.rota",
    "shift.2027-01-04.service@platform.example", "shift.2027-01-04.Service@platform.rota",
    "feedback.2027-13.thanks@platform.rota", "feedback.2027-01.anger@platform.rota",
    "pairing.vault@platform.rota", "lunch.vault@platform.rota", "project.@platform.rota",
    "project.vault", "5b9c-77@google.com",
  ])
  func othersUIDsAreNotOurs(text: String) {
    #expect(EventUID(text) == nil)
  }

  @Test func theLongestIsNoLongerThanReadersTake() throws {
    let id = String(repeating: "a", count: 64)
    let uid = EventUID(
      .cover(from: try day("2027-01-04"), RotationID(id), EngineerID(id)), in: EngineerID(id))
    let domain = team { $0.name = String(repeating: "x", count: 100) }.domain
    #expect(uid.text(domain: domain).utf8.count <= 260)
  }
}
