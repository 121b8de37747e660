import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@testable import TeamFiles

/// parse(edit(text)) = edit(parse(text)) for team files of every layout, and every line that need not
/// change is the same, byte by byte.
@Suite struct TeamEditLawTests {
  private let names = ["ada", "grace", "true", "007"]
  private let projects = ["vault", "mesh"]

  @Test func editingAndReadingAgree() throws {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<400 {
      let text = laidOut(&numbers)
      var expected = TeamFacts(try team(text))
      let change = try randomEdit(&numbers)
      let result = edit(SourceText(path: "team.yaml", text: text), [change], zones: sampleZones)
      guard expected.make(change) else {
        guard case .refused = result else {
          Issue.record("made: \(change)\n\(text)")
          continue
        }
        continue
      }
      guard case .text(let bytes) = result else {
        Issue.record("refused: \(change)\n\(text)")
        continue
      }
      let new = String(decoding: bytes, as: UTF8.self)
      let agree = TeamFacts(try team(new)) == expected
      #expect(agree, "\(change)\n\(text)\n\(new)")
      // A last line that was open is ended, with CR LF it may be.
      let ended = text.hasSuffix("\n") || text.hasSuffix("\r\n") ? 0 : 2
      let changed = changedLines(text, new)
      #expect(changed <= allowedLines(change) + ended, "\(change)\n\(text)\n\(new)")
      let isOfWindows = text.contains("\r\n")
      #expect(!isOfWindows || !new.replacing("\r\n", with: "").contains("\n"), "\(new)")
    }
  }

  private func randomEdit(_ numbers: inout SeededNumbers) throws -> TeamEdit {
    let engineer = EngineerID(names[Int.random(in: 0..<names.count, using: &numbers)])
    let first = try day("2027-01-04") + Int.random(in: 0..<300, using: &numbers)
    let length = Int.random(in: 1...9, using: &numbers)
    let project = ProjectID((projects + ["dns", "null"]).randomElement(using: &numbers) ?? "")
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0:
      let week = ShiftWeek(holding: first, handover: .monday)
      return .pin(week, RotationID("service"), engineer)
    case 1:
      return .away(engineer, first..<first + length, reason: length > 4 ? "it's \"so\" # x" : nil)
    case 2:
      return .addProject(
        project,
        [
          .init("start", .string("\(first)")), .init("end", .string("\(first + length)")),
          .init(
            "name", ["Plain name", "a: b", "1.10", "it's"].randomElement(using: &numbers) ?? ""),
          .init("owners", length > 5 ? 2 : [.string(engineer.text)]),
        ])
    default: return .endProject(project, first)
    }
  }

  private func allowedLines(_ change: TeamEdit) -> Int {
    switch change {
    case .pin: 2
    case .away(_, _, let reason): reason == nil ? 2 : 3
    case .addProject(_, let keys): keys.count + 2
    case .endProject: 1
    }
  }

  // MARK: Layouts

  /// A team file as people may write it.
  private func laidOut(_ numbers: inout SeededNumbers) -> String {
    var sections = [
      engineers(&numbers), declared(&numbers), pins(&numbers), ["rest: 1   # weeks"],
      ["", "# end"],
    ]
    sections.shuffle(using: &numbers)
    let isOfWindows = chance(4, &numbers)
    let lines =
      ["# a team", "rotations: { service: {} }"] + sections.flatMap(\.self) + ["team: \"A\""]
    let text = lines.joined(separator: isOfWindows ? "\r\n" : "\n")
    return chance(4, &numbers) ? text : text + (isOfWindows ? "\r\n" : "\n")
  }

  private func engineers(_ numbers: inout SeededNumbers) -> [String] {
    if chance(5, &numbers) {
      let all = names.map { "\(quoted($0, always: true, &numbers)): {\(away(&numbers))}" }
      return ["engineers: { \(all.joined(separator: ", ")) }\(comment(&numbers))"]
    }
    let margin = String(repeating: " ", count: Int.random(in: 1...4, using: &numbers))
    var lines = ["engineers:\(comment(&numbers))"]
    for name in names {
      lines += filler(&numbers)
      let key = margin + quoted(name, always: true, &numbers) + ":"
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: lines.append(key + comment(&numbers))
      case 1: lines.append("\(key) {\(away(&numbers))}\(comment(&numbers))")
      case 2:
        lines += [key + comment(&numbers), "\(margin)  \(away(&numbers))\(comment(&numbers))"]
      default:
        let inner = margin + (chance(2, &numbers) ? "  " : "   ")
        lines += [key, "\(inner)name: \"N \(name)\"\(comment(&numbers))", "\(inner)away:"]
        lines += filler(&numbers)
        lines.append("\(inner)- 2027-05-03\(comment(&numbers))")
        lines.append("\(inner)- '2027-05-10 to 2027-05-12'")
        if chance(2, &numbers) { lines.append("\(inner)load: 80%\(comment(&numbers))") }
      }
    }
    return lines
  }

  private func away(_ numbers: inout SeededNumbers) -> String {
    ["away: [2027-06-01]", "away: []", "away: [ 2027-06-01, '2027-07-01', ]", "away: ~"]
      .randomElement(using: &numbers) ?? ""
  }

  private func declared(_ numbers: inout SeededNumbers) -> [String] {
    let life = "start: 2027-02-01, end: 2027-03-05"
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: return []
    case 1: return ["projects:\(comment(&numbers))"]
    case 2:
      return [
        ["projects: {}", "projects: null", "projects: { }"].randomElement(using: &numbers) ?? ""
      ]
    case 3: return ["projects: { vault: { \(life) }, mesh: { \(life), }, }\(comment(&numbers))"]
    default:
      var lines = ["projects:"]
      for project in projects {
        lines += filler(&numbers)
        if chance(2, &numbers) {
          lines.append("  \(quoted(project, &numbers)): { \(life) }\(comment(&numbers))")
        } else {
          lines.append("  \(quoted(project, &numbers)):\(comment(&numbers))")
          lines.append("     start: 2027-02-01\(comment(&numbers))")
          lines += filler(&numbers)
          lines.append("     end: \(quoted("2027-03-05", &numbers))\(comment(&numbers))")
          if chance(2, &numbers) { lines += ["     name: |", "       Lines", "       of it"] }
        }
      }
      return lines
    }
  }

  private func pins(_ numbers: inout SeededNumbers) -> [String] {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: return []
    case 1: return ["pins: { 2027-02-01: { service: ada } }\(comment(&numbers))"]
    case 2: return ["pins:\(comment(&numbers))"]
    default:
      return ["pins:"] + filler(&numbers) + [
        "  2027-W05: { service: ada }\(comment(&numbers))", "  2027-06-07:\(comment(&numbers))",
        "    service: \(quoted("grace", &numbers))\(comment(&numbers))",
      ]
    }
  }

  private func filler(_ numbers: inout SeededNumbers) -> [String] {
    [[], [], [], [""], ["   # odd: comment"], ["# - x", ""]].randomElement(using: &numbers) ?? []
  }

  private func comment(_ numbers: inout SeededNumbers) -> String {
    chance(3, &numbers) ? "  # it's \"so\" { here }" : ""
  }

  /// - Parameter always: whether the text may need its quotes.
  private func quoted(_ text: String, always: Bool = false, _ numbers: inout SeededNumbers)
    -> String
  {
    if always || chance(4, &numbers) { return chance(2, &numbers) ? "\"\(text)\"" : "'\(text)'" }
    return text
  }

  private func chance(_ n: Int, _ numbers: inout SeededNumbers) -> Bool {
    Int.random(in: 0..<n, using: &numbers) == 0
  }
}

/// What a team file says of all that edits may change, without places.
private struct TeamFacts: Equatable {
  private var engineers: [String]
  private var away: [String: [Range<Day>]] = [:]
  private var lives: [String: Range<Day>] = [:]
  /// By project: its name and who owns it.
  private var projects: [String: String] = [:]
  private var pins: [String: String] = [:]
  private let rest: Int

  init(_ team: Team) {
    engineers = team.engineers.map { "\($0.id) \($0.name) \($0.load)" }
    rest = team.rest
    for engineer in team.engineers { away[engineer.id.text] = engineer.away.map(\.days) }
    for project in team.projects {
      lives[project.id.text] = project.life
      let owners = project.namedOwners.map(\.value.text)
      projects[project.id.text] = "\(project.name) \(project.ownersNeeded) \(owners)"
    }
    for pin in team.pins { pins["\(pin.week) \(pin.rotation)"] = pin.engineer.text }
  }

  /// False where the edit cannot be made.
  mutating func make(_ edit: TeamEdit) -> Bool {
    switch edit {
    case .pin(let week, let rotation, let engineer): pins["\(week) \(rotation)"] = engineer.text
    case .away(let engineer, let days, _): away[engineer.text, default: []].append(days)
    case .addProject(let project, let keys):
      guard lives[project.text] == nil else { return false }
      var texts: [String: String] = [:]
      for member in keys {
        if case .string(let text) = member.value { texts[member.key] = text }
      }
      guard let start = texts["start"].flatMap({ Day($0) }),
        let end = texts["end"].flatMap({ Day($0) })
      else { return false }
      lives[project.text] = start..<end + 1
      let owners = keys.first { $0.key == "owners" }?.value
      var count = 1
      var named: [String] = []
      if case .number(let number) = owners { count = number }
      if case .array(let items) = owners {
        named = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
        count = named.count
      }
      projects[project.text] = "\(texts["name"] ?? project.text) \(count) \(named)"
    case .endProject(let project, let day):
      guard let life = lives[project.text], life.lowerBound <= day else { return false }
      lives[project.text] = life.lowerBound..<day + 1
    }
    return true
  }
}
