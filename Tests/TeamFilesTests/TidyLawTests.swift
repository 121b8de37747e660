import ConfigText
import Diagnostics
import SeededNumbers
import Testing

@testable import TeamFiles

/// Tidying, held against texts of all layouts that the format allows, made up at random: what they
/// say stays, tidying again changes nothing, and every comment stays beside what it was written at.
@Suite struct TidyLawTests {
  @Test(arguments: 0..<4)
  func tidyingKeepsWhatAnyTextSays(seed: UInt64) throws {
    var moved = 0
    for number in 0..<1500 {
      var layout = Layout(seed: seed * 10_000 + UInt64(number))
      let text = layout.file()
      let reading = readConfig(SourceText(path: "a", text: text))
      let root = try #require(
        reading.root, "\(text)\n\(terminalText(of: reading.diagnostics))")
      let kind: FileKind = number % 3 == 0 ? .rota : .team
      guard let tidy = tidy(text, kind) else { continue }
      let again = readConfig(SourceText(path: "a", text: tidy))
      try #require(again.root.map(said) == said(root), "\(text)\n→\n\(tidy)")
      try #require(self.tidy(tidy, kind) == tidy, "\(text)\n→\n\(tidy)")
      try #require(comments(tidy) == comments(text), "\(text)\n→\n\(tidy)")
      try #require(neighbours(tidy) == neighbours(text), "\(text)\n→\n\(tidy)")
      if again.root.map({ inOrder($0) }) != inOrder(root) { moved += 1 }
    }
    #expect(moved > 100, "enough keys change places to mean something")
  }

  private func tidy(_ text: String, _ kind: FileKind) -> String? {
    guard case .text(let bytes) = tidied(SourceText(path: "a", text: text), as: kind) else {
      Issue.record("refused: \(text)")
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All comments by their numbers.
  private func comments(_ text: String) -> [Substring] {
    text.matches(of: /#[abe]\d+/).map(\.output).sorted()
  }

  /// Of comments behind a value (`#b7`), whether it is `v7`; of those right above a key (`#a7`), the
  /// key.
  private func neighbours(_ text: String) -> [String] {
    let lines = text.split { $0.isNewline || $0 == "\u{FEFF}" }
    return lines.indices.flatMap { index in
      lines[index].matches(of: /#([ab])(\d+)/).compactMap { match -> String? in
        let own = "v\(match.2)"
        let below = lines[index...].first { !$0.drop { $0 == " " }.hasPrefix("#") }
        let words = below?.split { !$0.isLetter && !$0.isNumber } ?? []
        if match.1 == "a" { return "\(match.0) is above \(words.first ?? "nothing")" }
        return words.contains { $0 == own } ? nil : "\(match.0) is not at \(own)"
      }
    }.sorted()
  }

  /// What a value says, whatever the order of its keys.
  private func said(_ node: ConfigNode) -> String {
    if let scalar = node.scalar { return "\(node.style)\(scalar.debugDescription)" }
    if node.isList { return "[" + node.items.map(said).joined(separator: ",") + "]" }
    let entries = node.entries.map { "\($0.key):\(said($0.value))" }
    return "{" + entries.sorted().joined(separator: ",") + "}"
  }

  private func inOrder(_ node: ConfigNode) -> String {
    if let scalar = node.scalar { return scalar }
    return node.items.map(inOrder).joined(separator: ",")
      + node.entries.map { $0.key + inOrder($0.value) }.joined(separator: ",")
  }
}

/// A file of the format, laid out at random.
private struct Layout {
  private var random: SeededNumbers
  private var number = 0
  private var lines: [String] = []

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  mutating func file() -> String {
    let end = chance(6) ? "\r\n" : "\n"
    noise(0)
    if chance(8) { lines.append(chance(2) ? "---" : "--- # e\(next())") }
    if chance(10) { brackets(0, lead: "", at: 0) } else { map(0, depth: 0) }
    noise(0)
    return (chance(10) ? "\u{FEFF}" : "") + lines.joined(separator: end) + end
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
  private mutating func any(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func next() -> Int {
    number += 1
    return number
  }

  /// Blank lines and comments at any column.
  private mutating func noise(_ column: Int) {
    guard chance(3) else { return }
    for _ in 0..<any(1...3) {
      switch any(0...3) {
      case 0: lines.append("")
      case 1: lines.append(String(repeating: " ", count: any(0...column + 5)) + "#e\(next())")
      default: lines.append(spaces(column) + "# #e\(next())")
      }
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private static let keys = [
    "team", "timezone", "rest", "engineers", "projects", "rotations", "period", "shifts", "owners",
    "name", "load", "away", "prefer", "start", "end", "2027-01-18", "2027-W02", "2027-01-04", "x",
    "\"q: #\"", "'it''s'",
  ]

  /// A map whose first line is begun by `lead`, which its column counts in.
  private mutating func map(_ column: Int, depth: Int, lead: String? = nil) {
    var lead = lead
    let keys = Layout.keys.shuffled(using: &random).prefix(any(1...4))
    for key in keys {
      let label = next()
      if lead == nil {
        noise(column)
      }
      let isLeaf = depth > 3 || chance(2)
      if isLeaf, lead == nil, chance(4) { lines.append(spaces(column) + "# #a\(label)") }
      let start = (lead ?? spaces(column)) + key + (chance(9) ? " :" : ":")
      lead = nil
      if isLeaf {
        leaf(column, lead: start + spaces(any(1...2)), label: label)
      } else {
        switch any(0...5) {
        case 0:
          lines.append(start + behind())
          if depth > 0 || chance(2) { continue }
          noise(column)
        case 1:
          lines.append(start + behind())
          noise(column)
          list(column, depth: depth + 1)
        case 2:
          lines.append(start + behind())
          noise(column + 2)
          list(column + any(1...4), depth: depth + 1)
        case 3:
          lines.append(start + behind())
          noise(column + 2)
          let inner = column + any(1...4)
          leaf(inner, lead: spaces(inner), label: label, parent: column)
        default:
          lines.append(start + behind())
          noise(column + 2)
          map(column + any(1...4), depth: depth + 1)
        }
      }
    }
  }

  private mutating func list(_ column: Int, depth: Int, lead: String? = nil) {
    var lead = lead
    for _ in 0..<any(1...3) {
      let label = next()
      if lead == nil { noise(column) }
      let start = (lead ?? spaces(column)) + "-"
      lead = nil
      let gap = any(1...3)
      let inner = column + 1 + gap
      switch depth > 3 ? 5 : any(0...6) {
      case 0: map(inner, depth: depth + 1, lead: start + spaces(gap))
      case 1: list(inner, depth: depth + 1, lead: start + spaces(gap))
      case 2:
        lines.append(start + behind())
        noise(inner)
        map(inner, depth: depth + 1)
      case 3:
        lines.append(start + behind())
        noise(inner)
        list(inner, depth: depth + 1)
      case 4:
        lines.append(start + behind())
        noise(inner)
        leaf(inner, lead: spaces(inner), label: label, parent: column)
      default: leaf(column, lead: start + spaces(gap), label: label)
      }
    }
  }

  /// A comment at the end of a line that holds no value.
  private mutating func behind() -> String { chance(4) ? "  # #e\(next())" : "" }

  /// A scalar or brackets behind a key or dash.
  private mutating func leaf(_ column: Int, lead: String, label: Int, parent: Int? = nil) {
    let comment = chance(3) ? spaces(any(1...9)) + "# #b\(label)" : ""
    switch any(0...6) {
    case 0: lines.append(lead + "v\(label)" + comment)
    case 1: lines.append(lead + "\"v\(label) # \\n: \"" + comment)
    case 2: lines.append(lead + "'v\(label) # it''s'" + comment)
    case 3: lines.append(lead + "[v\(label),  x,{ a: b,c: '#' }, ]" + comment)
    case 4: lines.append(lead + "v\(label) #b\(label)")
    case 5: block(column, lead: lead, label: label, parent: parent ?? column)
    default: brackets(parent ?? column, lead: lead, at: label)
    }
  }

  private mutating func brackets(_ column: Int, lead: String, at label: Int) {
    let isMap = lead.isEmpty || chance(2)
    lines.append(lead + (isMap ? "{" : "[") + (chance(3) ? " # #e\(next())" : ""))
    for index in 0..<any(1...3) {
      if chance(4) { lines.append("") }
      if chance(4) { lines.append(spaces(any(0...8)) + "# #e\(next())") }
      let key = isMap ? "k\(index): " : ""
      let value = chance(3) ? "[v\(next()),\n" + spaces(column + any(1...6)) + "y]" : "v\(next())"
      lines += (spaces(column + any(1...6)) + key + value + (chance(5) ? "" : " ") + ",")
        .split(separator: "\n").map(String.init)
    }
    lines.append(
      spaces(column + any(1...4)) + (isMap ? "}" : "]") + (chance(3) ? " # #e\(next())" : ""))
  }

  private mutating func block(_ column: Int, lead: String, label: Int, parent: Int) {
    let sign = ["|", "|-", "|+", ">", ">-", ">+"][any(0...5)]
    lines.append(lead + sign + (chance(3) ? " # #e\(next())" : ""))
    let margin = spaces(parent + any(1...4))
    if chance(6) { lines.append("") }
    for _ in 0..<any(1...3) {
      lines.append(margin + ["v\(label)", "# no comment", "- x: y", "[", "'"][any(0...4)])
      if chance(4) { lines.append(margin + "  deeper") }
      if chance(4) { lines.append("") }
    }
  }
}
