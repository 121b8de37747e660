import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@testable import TeamFiles

@Suite struct RotaEditTests {
  private let sampleTeam = """
    rotations: { service: {}, standby: {} }
    engineers: { ada: {}, grace: {}, zoe: {} }
    """

  private func edited(_ text: String, _ edits: RotaEdit...) throws -> String {
    let source = SourceText(path: "2027-Q1.yaml", text: text)
    guard case .text(let bytes) = edit(source, edits, of: try team(sampleTeam)) else {
      Issue.record("refused: \(text)")
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func week(_ text: String) throws -> ShiftWeek { ShiftWeek(startingOn: try day(text)) }
  private let service = RotationID("service")
  private let standby = RotationID("standby")
  private let ada = EngineerID("ada")
  private let grace = EngineerID("grace")

  @Test func aNameIsReplacedAndTheCommentStaysInItsColumn() throws {
    let text = """
      period: 2027-Q1   # a draft
      shifts:
        2027-01-04: { service: ada }     # W01
        2027-01-11: { service: 'grace' } # W02, as she asked
        2027-01-18:
          service: ada # W03

      """
    #expect(
      try edited(
        text, .hold(week("2027-01-04"), service, grace), .hold(week("2027-01-11"), service, ada),
        .hold(week("2027-01-18"), service, grace)) == """
          period: 2027-Q1   # a draft
          shifts:
            2027-01-04: { service: grace }   # W01
            2027-01-11: { service: 'ada' }   # W02, as she asked
            2027-01-18:
              service: grace # W03

          """)
  }

  @Test func aHoleIsFilledInTheOrderOfWeeks() throws {
    let text = """
      period: 2027-Q1
      shifts:
        # the start
        2027-01-11: { service: ada }    # W02
        2027-01-25: { standby: ada }    # W04
        2027-02-01:
        2027-02-08: { service: null }

      """
    #expect(
      try edited(
        text, .hold(week("2027-01-04"), service, ada), .hold(week("2027-01-18"), service, grace),
        .hold(week("2027-01-25"), service, grace), .hold(week("2027-02-01"), service, ada),
        .hold(week("2027-02-08"), service, ada), .hold(week("2027-02-15"), service, ada)) == """
          period: 2027-Q1
          shifts:
            2027-01-04: { service: ada }    # W01
            # the start
            2027-01-11: { service: ada }    # W02
            2027-01-18: { service: grace }  # W03
            2027-01-25: { standby: ada, service: grace }    # W04
            2027-02-01: { service: ada }
            2027-02-08: { service: ada }
            2027-02-15: { service: ada }

          """)
  }

  @Test func aShiftOfNobodyGoesWithItsLine() throws {
    let text = """
      period: 2027-Q1
      shifts:
        2027-01-04: { service: ada }     # W01
        2027-01-11: { service: grace, standby: ada }
        2027-01-18:
          service: ada
          standby: grace

      """
    #expect(
      try edited(
        text, .hold(week("2027-01-04"), service, nil), .hold(week("2027-01-11"), service, nil),
        .hold(week("2027-01-18"), standby, nil)) == """
          period: 2027-Q1
          shifts:
            2027-01-11: { standby: ada }
            2027-01-18:
              service: ada

          """)
    #expect(
      try edited(
        "period: 2027-Q1\nshifts:\n  2027-01-04: { service: ada }\n",
        .hold(week("2027-01-04"), service, nil))
        == "period: 2027-Q1\nshifts:\n  2027-01-04: {}\n")
  }

  @Test func sectionsAreMadeWhereTheyAreMissing() throws {
    let cover = Cover(
      days: try day("2027-01-05")..<day("2027-01-07"), rotation: service, engineer: grace)
    #expect(
      try edited(
        "period: 2027-Q1", .hold(week("2027-01-04"), service, ada),
        .own(ProjectID("vault"), [EngineerSpan(ada, until: day("2027-02-14"))]), .addCover(cover))
          == """
          period: 2027-Q1
          shifts:
            2027-01-04: { service: ada }
          owners:
            vault: [ada until 2027-02-14]
          covers:
            - { from: 2027-01-05, to: 2027-01-06, rotation: service, engineer: grace }

          """)
  }

  @Test func ownersKeepTheirEntries() throws {
    let text = """
      period: 2027-Q1
      owners:
        vault: [ada, 'grace']   # two
        mesh:
          - ada   # at first
          - grace # later
        dns: []
        empty:

      """
    let until = try EngineerSpan(grace, until: day("2027-02-14"))
    let from = try EngineerSpan(ada, from: day("2027-02-15"))
    let adaUntil = try EngineerSpan(ada, until: day("2027-01-31"))
    let grace = EngineerSpan(grace)
    let ada = EngineerSpan(ada)
    #expect(
      try edited(
        text, .own(ProjectID("vault"), [ada, until]),
        .own(ProjectID("mesh"), [adaUntil, until, from]),
        .own(ProjectID("dns"), [ada]), .own(ProjectID("empty"), [ada]),
        .own(ProjectID("new"), [ada, grace])
      )
        == """
        period: 2027-Q1
        owners:
          vault: [ada, 'grace until 2027-02-14']   # two
          mesh:
            - ada until 2027-01-31   # at first
            - grace until 2027-02-14 # later
            - ada from 2027-02-15
          dns: [ada]
          empty: [ada]
          new: [ada, grace]

        """)
    #expect(
      try edited(text, .own(ProjectID("vault"), []), .own(ProjectID("mesh"), [ada])) == """
        period: 2027-Q1
        owners:
          vault: []   # two
          mesh:
            - ada   # at first
          dns: []
          empty:

        """)
    #expect(try edited(text, .own(ProjectID("mesh"), [])).contains("  mesh: []\n  dns: []\n"))
    #expect(
      try edited("period: 2027-Q1\nowners: []\n", .own(ProjectID("vault"), [ada]))
        == "period: 2027-Q1\nowners: { vault: [ada] }\n")
  }

  @Test func coversComeAndGo() throws {
    let text = """
      period: 2027-Q1
      shifts: { 2027-01-04: { service: ada }, 2027-01-11: { service: grace } }
      covers:
        # a conference
        - { from: 2027-01-05, to: 2027-01-06, rotation: service, engineer: grace }
        - from: 2027-01-12
          to: 2027-01-12
          rotation: service
          engineer: zoe # thanks

      """
    func cover(_ first: String, _ last: String, _ name: String) throws -> Cover {
      Cover(
        days: try day(first)..<(day(last) + 1), rotation: service, engineer: EngineerID(name))
    }
    let first = try cover("2027-01-05", "2027-01-06", "grace")
    let second = try cover("2027-01-12", "2027-01-12", "zoe")
    #expect(
      try edited(text, .dropCover(second), .addCover(cover("2027-01-14", "2027-01-17", "ada")))
        == """
        period: 2027-Q1
        shifts: { 2027-01-04: { service: ada }, 2027-01-11: { service: grace } }
        covers:
          # a conference
          - { from: 2027-01-05, to: 2027-01-06, rotation: service, engineer: grace }
          - { from: 2027-01-14, to: 2027-01-17, rotation: service, engineer: ada }

        """)
    let without = try edited(text, .dropCover(first), .dropCover(second))
    #expect(!without.contains("covers") && without.hasSuffix("{ service: grace } }\n"))
    #expect(try edited(text, .dropCover(cover("2027-01-05", "2027-01-05", "grace"))) == text)
  }

  @Test func lineEndsStayAsTheyAre() throws {
    #expect(
      try edited(
        "period: 2027-Q1\r\nshifts:\r\n  2027-01-04: { service: ada }\r\n",
        .hold(week("2027-01-11"), service, grace))
        == "period: 2027-Q1\r\nshifts:\r\n  2027-01-04: { service: ada }\r\n"
        + "  2027-01-11: { service: grace }\r\n")
  }

  @Test func aCoverThatIsCutKeepsItsLinesAndComments() throws {
    let cover = Cover(
      days: try day("2027-01-04")..<day("2027-01-09"), rotation: service, engineer: grace)
    func cut(_ covers: String, _ stretches: Range<Day>...) throws -> String {
      let head = "period: 2027-Q1\nshifts: { 2027-01-04: { service: ada, standby: zoe } }\n"
      return String(try edited(head + covers, .cutCover(cover, stretches)).dropFirst(head.count))
    }
    let start = cover.days.lowerBound
    let block = """
      covers:
        # by phone
        - from: 2027-01-04   # after lunch
          to: "2027-01-08"
          rotation: service

          engineer: grace    # agreed
        # another
        - { from: 2027-01-05, to: 2027-01-05, rotation: standby, engineer: ada }

      """
    #expect(
      try cut(block, start + 2..<start + 5)
        == block.replacing("from: 2027-01-04", with: "from: 2027-01-06"))
    #expect(
      try cut(block, start..<start + 1, start + 3..<start + 5) == """
        covers:
          # by phone
          - from: 2027-01-04   # after lunch
            to: "2027-01-04"
            rotation: service

            engineer: grace    # agreed
          - from: 2027-01-07   # after lunch
            to: "2027-01-08"
            rotation: service

            engineer: grace    # agreed
          # another
          - { from: 2027-01-05, to: 2027-01-05, rotation: standby, engineer: ada }

        """)
    let line = "{ from: 2027-01-04, to: 2027-01-08, rotation: service, engineer: 'grace' }"
    let early = line.replacing("01-08", with: "01-05")
    let late = line.replacing("01-04", with: "01-07")
    #expect(
      try cut("covers: [\(line)] # phone", start..<start + 2, start + 3..<start + 5)
        == "covers: [\(early), \(late)] # phone")
    #expect(
      try cut("covers:\n- \(line) # phone", start..<start + 2, start + 3..<start + 5)
        == "covers:\n- \(early) # phone\n- \(late) # phone")
  }

  @Test func theCommentsThatATextNoLongerHasAreFound() {
    let old = SourceText(
      path: "2027-Q1.yaml",
      text: """
        # Made by `rota generate 2027-Q1`. Edit by hand, then run `rota check`.
        period: 2027-Q1 # a draft
        shifts:
          2027-01-04: { service: "ada # no comment" } # W01
          # twice
          2027-01-11: { service: 'it''s # none' }     # W02, as she asked
          # twice

        """)
    let new = "period: 2027-Q1 # a draft\nshifts:\n  # twice\n"
    let lost = lostComments(of: old, in: Array(new.utf8))
    #expect(lost.map(\.line) == [6, 7])
    #expect(lostComments(of: old, in: old.bytes).isEmpty)
  }

  @Test func whatWouldBeAMistakeIsRefused() throws {
    let cover = Cover(
      days: try day("2027-01-05")..<day("2027-01-07"), rotation: service, engineer: ada)
    let source = SourceText(
      path: "2027-Q1.yaml", text: "period: 2027-Q1\nshifts: { 2027-01-04: { service: ada } }\n")
    guard case .refused(let reasons) = edit(source, [.addCover(cover)], of: try team(sampleTeam))
    else {
      Issue.record("the holder stands in")
      return
    }
    #expect(reasons.map(\.id) == ["cover-by-holder"])
    guard
      case .refused(let broken) = edit(
        SourceText(path: "2027-Q1.yaml", text: "period: [\n"), [.addCover(cover)],
        of: try team(sampleTeam))
    else {
      Issue.record("a broken file was edited")
      return
    }
    #expect(broken.count == 1)
  }

  /// parse(edit(text)) = edit(parse(text)), whatever the layout; and only lines that must change do.
  @Test func editingAndReadingAgree() throws {
    let team = try team(sampleTeam)
    var numbers = SeededNumbers(seed: 6)
    for _ in 0..<250 {
      let planned = try randomRota(&numbers)
      let text = laidOut(planned, &numbers)
      var expected = try rota(text, of: team)
      let change = try randomEdit(expected, &numbers)
      expected.make(change)
      let source = SourceText(path: "2027-Q1.yaml", text: text)
      let result = edit(source, [change], of: team)
      guard case .text(let bytes) = result else {
        // Only a change that breaks a rule of the file may be refused.
        let isWrong = isMistake(expected)
        #expect(isWrong, "\(change)\n\(refusal(of: result))\n\(text)")
        continue
      }
      let new = String(decoding: bytes, as: UTF8.self)
      let again = try rota(new, of: team)
      let agree = Facts(again) == Facts(expected)
      #expect(agree, "\(change)\n\(text)\n\(new)")
      #expect(changedLines(text, new) <= allowedLines(change), "\(change)\n\(text)\n\(new)")
    }
  }

  private func refusal(of result: EditedText) -> String {
    guard case .refused(let reasons) = result else { return "" }
    return terminalText(of: reasons)
  }

  private func isMistake(_ rota: Rota) -> Bool {
    !readRota(SourceText(path: "a.yaml", text: rotaText(rota)), of: Team(source: nothing))
      .diagnostics.isEmpty
      || rota.covers.contains { cover in
        !rota.shifts.contains {
          $0.rotation == cover.rotation && $0.week.days.contains(cover.days.lowerBound)
        }
      }
  }

  private let nothing = SourceText(path: "team.yaml", text: "")

  private func randomEdit(_ rota: Rota, _ numbers: inout SeededNumbers) throws -> RotaEdit {
    let weeks = rota.period.weeks(handover: .monday)
    let week = weeks[Int.random(in: 0..<weeks.count, using: &numbers)]
    let rotation = [service, standby][Int.random(in: 0..<2, using: &numbers)]
    let name = [ada, grace, EngineerID("zoe")][Int.random(in: 0..<3, using: &numbers)]
    switch Int.random(in: 0..<7, using: &numbers) {
    case 0...2:
      return .hold(week, rotation, Int.random(in: 0..<5, using: &numbers) == 0 ? nil : name)
    case 3:
      let entries = [
        [], [EngineerSpan(ada)], [EngineerSpan(grace), EngineerSpan(ada, until: week.start)],
        [
          EngineerSpan(grace, until: week.start), EngineerSpan(ada),
          EngineerSpan(name, from: week.last),
        ]
        .filter { $0.engineer != ada || $0.from == nil },
      ]
      let project = ["vault", "mesh", "other"][Int.random(in: 0..<3, using: &numbers)]
      return .own(ProjectID(project), entries[Int.random(in: 0..<4, using: &numbers)])
    case 4:
      return .addCover(
        Cover(days: week.start..<week.start + 2, rotation: rotation, engineer: name))
    case 5:
      guard let cover = rota.covers.filter({ $0.days.count > 1 }).randomElement(using: &numbers)
      else { return .hold(week, rotation, name) }
      let gone = cover.days.randomElement(using: &numbers) ?? cover.days.lowerBound
      let rest = [cover.days.lowerBound..<gone, gone + 1..<cover.days.upperBound]
      return .cutCover(cover, rest.filter { !$0.isEmpty })
    default:
      return rota.covers.randomElement(using: &numbers).map { .dropCover($0) }
        ?? .hold(week, rotation, name)
    }
  }

  private func allowedLines(_ change: RotaEdit) -> Int {
    switch change {
    case .hold: 2
    case .own: 5
    case .addCover: 2
    case .dropCover: 5
    case .cutCover: 10
    }
  }
}

/// How many lines lie between the lines that two texts begin with and end with alike.
func changedLines(_ old: String, _ new: String) -> Int {
  // Bytes: of characters, CR LF is one.
  let before = Array(old.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
  let after = Array(new.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
  let first = zip(before, after).prefix { $0 == $1 }.count
  let rest = min(before.count, after.count) - first
  let last = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
  return max(before.count, after.count) - first - min(last, rest)
}

/// What a rota says, without places and without the order of what has none.
private struct Facts: Equatable {
  let period: String
  let shifts: [String]
  let owners: [String]
  let covers: [String]

  init(_ rota: Rota) {
    period = rota.period.name
    shifts = rota.shifts.map { "\($0.week) \($0.rotation) \($0.engineer)" }.sorted()
    owners = rota.owners.map { "\($0.project): \($0.entries.map(\.text))" }.sorted()
    covers = rota.covers.map { "\($0.days) \($0.rotation) \($0.engineer)" }.sorted()
  }
}

extension Rota {
  /// What the edit of a file should come to.
  fileprivate mutating func make(_ edit: RotaEdit) {
    switch edit {
    case .hold(let week, let rotation, let engineer):
      shifts.removeAll { $0.week == week && $0.rotation == rotation }
      if let engineer { shifts.append(Shift(week: week, rotation: rotation, engineer: engineer)) }
      shifts.sort { $0.week < $1.week }
    case .own(let project, let entries):
      if let index = owners.firstIndex(where: { $0.project == project }) {
        owners[index].entries = entries
      } else {
        owners.append(Ownership(project: project, entries: entries))
      }
    case .addCover(let cover): covers.append(cover)
    case .dropCover(let cover):
      covers.removeAll {
        $0.days == cover.days && $0.rotation == cover.rotation && $0.engineer == cover.engineer
      }
    case .cutCover(let cover, let stretches):
      make(.dropCover(cover))
      covers += stretches.map {
        Cover(days: $0, rotation: cover.rotation, engineer: cover.engineer)
      }
    }
  }
}

/// A rota as people may write it: in brackets or in lines, with comments, quotes and blank lines.
func laidOut(_ rota: Rota, _ numbers: inout SeededNumbers) -> String {
  func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &numbers) == 0 }
  func name(_ text: String) -> String { chance(5) ? "\"\(text)\"" : chance(5) ? "'\(text)'" : text }
  func comment() -> String { chance(3) ? "  # it's \"so\" { here }" : "" }
  var lines = ["# a rota", "period: \(name(rota.period.name))\(comment())"]
  if !rota.shifts.isEmpty || chance(2) { lines.append("shifts:\(comment())") }
  let weeks = Dictionary(grouping: rota.shifts, by: \.week).sorted { $0.key < $1.key }
  for (week, shifts) in weeks {
    if chance(6) { lines.append("") }
    if chance(6) { lines.append("   # odd comment") }
    let key = chance(4) ? ISOWeek(holding: week.start).description : name(week.description)
    if chance(3) {
      lines.append("  \(key):\(comment())")
      lines += shifts.map {
        "      \(name($0.rotation.text)): \(name($0.engineer.text))\(comment())"
      }
    } else {
      let pairs = shifts.map { "\($0.rotation): \(name($0.engineer.text))" }.joined(separator: ", ")
      lines.append("  \(key): {\(pairs)\(chance(4) ? "," : " ")}\(comment())")
    }
  }
  if !rota.owners.isEmpty {
    lines.append("owners:")
    for ownership in rota.owners {
      if ownership.entries.isEmpty || chance(2) {
        let names = ownership.entries.map { name($0.text) }.joined(separator: ", ")
        lines.append("  \(ownership.project): [\(names)]\(comment())")
      } else {
        lines.append("  \(ownership.project):")
        lines += ownership.entries.map { "  - \(name($0.text))\(comment())" }
      }
    }
  }
  if !rota.covers.isEmpty {
    lines.append("covers:")
    for cover in rota.covers {
      let fields = [
        "from: \(cover.days.lowerBound)", "to: \(cover.days.upperBound - 1)",
        "rotation: \(cover.rotation)", "engineer: \(name(cover.engineer.text))",
      ]
      if chance(2) {
        lines.append("- { \(fields.joined(separator: ", ")) }\(comment())")
      } else {
        lines.append("- \(fields[0])")
        lines += fields.dropFirst().map { "  " + $0 }
      }
    }
  }
  return lines.joined(separator: "\n") + (chance(4) ? "" : "\n")
}
