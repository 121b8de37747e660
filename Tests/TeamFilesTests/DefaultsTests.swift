import ConfigText
import Diagnostics
import RotaModel
import Testing

@testable import TeamFiles

/// What the table of keys says holds where a key is left out is what the reader does then, and what
/// the starter file shows beside the key.
@Suite struct DefaultsTests {
  /// The words of defaults that stand in no file as they are, and what would be written; nil where
  /// nothing can be.
  private static let asWritten: [String: String?] = [
    "the id": "it", "none": "[]", "`busy`": "busy", "the team's": "[Tue, Wed]", "all events": nil,
    "Monday to Friday": "[Mon, Tue, Wed, Thu, Fri]",
    "the list `default`, where there is one": "default",
    "one rotation `service` named `Service tasks`": "{ service: { name: Service tasks } }",
  ]

  /// What would be written for a key's default; nil where there is none or nothing can be.
  private func standard<Owner>(_ field: Field<Owner>) -> String? {
    guard case .defaults(let words) = field.presence else { return nil }
    return DefaultsTests.asWritten[words] ?? words
  }

  /// A file that says nothing of what is asked about.
  private static let base = [
    "holidays: { default: [2027-01-01], berlin: [2027-01-06] }",
    "engineers: { it: {}, ada: { skills: [terraform, vault] }, grace: {} }",
    "projects: { it: { start: 2027-01-11, end: 2027-03-05 } }",
  ]

  private func check<Owner>(
    _ section: Section<Owner>, beside base: [String], in wrap: (String) -> String
  ) throws {
    func facts(_ entry: String) throws -> [String] {
      DefaultsTests.facts(try team((base + [wrap(entry)]).joined(separator: "\n") + "\n"))
    }
    let without = try facts("")
    for field in section.fields {
      guard let value = standard(field) else { continue }
      #expect(try facts("\(field.name): \(value)") == without, "\(field.name): \(value)")
      // The facts have the key: another value is seen.
      let example = flow(field.example)
      guard example != value else { continue }
      #expect(try facts("\(field.name): \(example)") != without, "\(field.name): \(example)")
    }
  }

  @Test func aDefaultThatIsWrittenOutChangesNothing() throws {
    let (holidays, engineers, projects) = (
      DefaultsTests.base[0], DefaultsTests.base[1], DefaultsTests.base[2]
    )
    try check(teamKeys, beside: DefaultsTests.base) { $0 }
    try check(engineerKeys, beside: [holidays, "workdays: [Tue, Wed]", projects]) {
      "engineers: { it: { \($0) }, ada: { skills: [terraform, vault] }, grace: {} }"
    }
    try check(projectKeys, beside: [holidays, engineers]) {
      "projects: { it: { start: 2027-01-11, end: 2027-03-05, \($0) } }"
    }
    try check(pairingKeys, beside: [holidays, engineers]) {
      """
      projects: { it: { start: 2027-01-11, end: 2027-03-05, pair_with: [Dora], \
      pairing: { at: Tuesday 14:00, \($0) } } }
      """
    }
    try check(rotationKeys, beside: DefaultsTests.base) { "rotations: { it: { \($0) } }" }
    try check(weightKeys, beside: DefaultsTests.base) { "weights: { \($0) }" }
    try check(sharingKeys, beside: DefaultsTests.base) { "sharing: { at: Thursday 16:00, \($0) }" }
    try check(feedbackKeys, beside: DefaultsTests.base) {
      "feedback: { at: first Thursday 15:00, \($0) }"
    }
    try check(calendarKeys, beside: DefaultsTests.base) { "away: [{ calendar: a.ics, \($0) }]" }
  }

  /// Keys whose line in the starter file is an example of something else on purpose.
  private static let otherwise: Set = [
    "team", "timezone", "rotation.name", "engineer.name", "engineer.load", "engineer.workdays",
    "engineer.holidays", "engineer.projects_at_once", "project.name", "project.skills",
    "project.share_with", "weights.fair", "calendar.counts",
  ]

  @Test func theStarterFileShowsDefaults() throws {
    let text = uncommented(starterTeamFile(zone: "Europe/Berlin"))
    let source = SourceText(path: "team.yaml", text: text)
    let root = try #require(readConfig(source).root)
    func node(_ path: String) throws -> ConfigNode {
      try path.split(separator: " ").reduce(root) { node, key in
        try #require(node.value(of: String(key)), "\(path)")
      }
    }
    var shown = 0
    var otherwise: Set<String> = []
    func check<Owner>(_ section: Section<Owner>, _ node: ConfigNode, _ prefix: String = "") {
      for field in section.fields {
        guard let value = standard(field), let own = node.value(of: field.name), !own.isMap
        else { continue }
        let written = String(decoding: source.bytes[own.place.range], as: UTF8.self)
        if DefaultsTests.otherwise.contains(prefix + field.name) {
          #expect(written != value, "\(field.name): \(written)")
          otherwise.insert(prefix + field.name)
        } else {
          #expect(written == value, "\(field.name)")
          shown += 1
        }
      }
    }
    check(teamKeys, root)
    check(rotationKeys, try node("rotations service"), "rotation.")
    check(engineerKeys, try node("engineers edsger"), "engineer.")
    check(projectKeys, try node("projects vault-migration"), "project.")
    check(pairingKeys, try node("projects vault-migration pairing"), "pairing.")
    check(sharingKeys, try node("sharing"), "sharing.")
    check(feedbackKeys, try node("feedback"), "feedback.")
    check(weightKeys, try node("weights"), "weights.")
    let calendar = try #require(try node("away").items.first)
    check(calendarKeys, calendar, "calendar.")
    #expect(otherwise == DefaultsTests.otherwise)
    #expect(shown == 15)
    #expect(try team(text).rotations.map(\.name) == [Rotation.usual.name])
  }

  /// All that a team holds, value by value, but where it stands in its file.
  private static func facts(_ value: Any) -> [String] {
    let type = type(of: value)
    if type == Place.self || type == Place?.self || type == SourceText.self { return [] }
    if let weights = value as? Weights { return Weights.Key.allCases.map { "\(weights[$0])" } }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return ["\(value)"] }
    let parts = mirror.children.flatMap { child in
      facts(child.value).map { "\(child.label ?? "-").\($0)" }
    }
    let isUnordered = mirror.displayStyle == .set || mirror.displayStyle == .dictionary
    return isUnordered ? parts.sorted() : parts
  }
}
