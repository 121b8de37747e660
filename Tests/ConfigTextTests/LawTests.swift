import ConfigText
import Diagnostics
import SeededNumbers
import Testing

/// Laws over generated texts. A text is made of pieces that mean something to the format, or is a
/// good one with a few such pieces put in, taken out or moved.
@Suite struct LawTests {
  static let pieces =
    Array("-:?,[]{}#&*!|>'\"%@`~<.=+\\/ \n\t0123456789abnN").map(String.init) + [
      "  ", "\n  ", "\n    ", ": ", " #", "- ", "\n- ", "---", "...", "''", "\\\"", "\\u00e9",
      "|\n", ">-\n", "|+\n", "\r\n", "é", "名", "\u{A0}", "\u{2028}", "\u{FEFF}", "e\u{301}",
      "null", "true", "1.5", "<<", "a: b\n", "key: ", "\n\n", " x\n",
    ]

  static let good = [
    "team: A\nrest: 2\nengineers:\n  ada:\n    away:\n      - 2027-02-08 to 2027-02-19\n",
    "a: [b, {c: d, 'e': \"f\\n\"}, [],\n  {}, g ,]\nh: 'it''s'\n# x\n",
    "- a: b\n  c:\n  - d\n  -\n    e\n- - f\n  - g: h\n    i:\n- |\n  j\n   k\n\n  l\n- >-\n  m\n  n\n",
    "---\n\na: >+\n   folded\n   text\n\n    more\n\n   less\n\n\nb: |+\n  x\n\n# end\nc:\n",
    "'q k': \"\\x41\\U0001F600\"\n\"k\" : - x\n2027-01-04: { service: ada } # W01\r\n",
    "{---a: b, \"---c\": 'd'}\n",
  ]

  private func text(_ random: inout SeededNumbers) -> String {
    let pieces = LawTests.pieces
    if Bool.random(using: &random) {
      return (0..<Int.random(in: 1...12, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
    }
    var scalars = Array(
      LawTests.good[Int.random(in: 0..<LawTests.good.count, using: &random)].unicodeScalars)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let at = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, at + Int.random(in: 0...3, using: &random))
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)].unicodeScalars
      scalars.replaceSubrange(at..<end, with: Bool.random(using: &random) ? Array(piece) : [])
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: 0..<8)
  func whatIsAcceptedPrintsBackAsTheSameTree(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var accepted = 0
    for _ in 0..<3000 {
      let text = text(&random)
      let reading = readConfig(SourceText(path: "t", text: text))
      guard reading.diagnostics.isEmpty, let root = reading.root else { continue }
      accepted += 1
      let printed = reading.canonicalText
      let again = readConfig(SourceText(path: "t", text: printed))
      #expect(again.diagnostics.isEmpty, "\(text.debugDescription) → \(printed)")
      #expect(again.root.map(shape) == shape(root), "\(text.debugDescription) → \(printed)")
      #expect(again.canonicalText == printed)
    }
    #expect(accepted > 300, "enough texts are inside the format to mean something")
  }

  /// Any text can be written, in brackets, behind a key and as a key, and reads back as itself.
  @Test(arguments: 0..<4)
  func whatIsWrittenReadsBack(seed: UInt64) {
    var random = SeededNumbers(seed: 3000 + seed)
    for _ in 0..<1000 {
      let text = text(&random)
      for written in [
        writtenScalar(text), quotedScalar(text), quotedScalar(text, prefersSingle: true),
      ] {
        let file = "- [\(written)]\n- a: \(written)\n- \(written)\n"
        let tree = "[[\(text.debugDescription)], {\"a\": \(text.debugDescription)}, "
        #expect(treeText(file) == tree + "\(text.debugDescription)]", "\(written)")
      }
    }
  }

  @Test(arguments: [
    ("Ada", "Ada"), ("it's", "it's"), ("2027-01-04", "2027-01-04"), ("09:00", "09:00"),
    ("80%", "80%"), ("1.10", "\"1.10\""), ("null", "\"null\""), ("a, b", "\"a, b\""),
    ("a: b", "\"a: b\""), ("", "\"\""), ("@x", "\"@x\""), ("say \"hi\": now", "'say \"hi\": now'"),
    ("a\u{202E}\n", "\"a\\u202E\\n\""),
  ])
  func writing(text: String, written: String) {
    #expect(writtenScalar(text) == written)
  }

  /// Every refused text is told with a place inside the file, and can be shown.
  @Test(arguments: 0..<4)
  func whatIsRefusedHasAPlace(seed: UInt64) {
    var random = SeededNumbers(seed: 1000 + seed)
    for _ in 0..<2000 {
      let source = SourceText(path: "t", text: text(&random))
      for diagnostic in readConfig(source).diagnostics {
        let range = diagnostic.place?.range ?? -1 ..< -1
        #expect(range.lowerBound >= 0 && range.upperBound <= source.bytes.count)
        #expect(!diagnostic.message.isEmpty && !diagnostic.label.isEmpty)
        #expect(terminalText(of: [diagnostic]).contains("t:"))
      }
    }
  }

  /// Bytes of any kind are refused or read, never worse.
  @Test(arguments: 0..<4)
  func anyBytes(seed: UInt64) {
    var random = SeededNumbers(seed: 2000 + seed)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : UInt8.random(in: 0x20...0x7E, using: &random)
      }
      let reading = readConfig(SourceText(path: "t", bytes: bytes))
      _ = terminalText(of: reading.diagnostics)
      #expect(reading.root == nil || reading.diagnostics.allSatisfy { $0.id == "duplicate-key" })
    }
  }

  /// Characters that no text may hold, at every position of texts whose parts are passed over
  /// in steps of eight bytes: in keys, values, quotes, comments and at the start of lines.
  @Test func noRefusedCharacterPassesAnywhere() {
    let controls = (0x01...0x1F).filter { ![0x09, 0x0A, 0x0D].contains($0) }
    let refused =
      controls + Array(0x7F...0x9F) + [0x2028, 0x2029, 0xFFFE, 0xFFFF] + Array(0x202A...0x202E)
      + Array(0x2066...0x2069)
    let text = Array("a: b\n\n# c é d\nk: 'quoted text'\n\nlist:\n  - x\n  - |\n    block\n".utf8)
    for value in refused {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      for position in 0...text.count where position == text.count || text[position] & 0xC0 != 0x80 {
        let bytes = text[..<position] + Array(String(scalar).utf8) + text[position...]
        let reading = readConfig(SourceText(path: "t", bytes: Array(bytes)))
        #expect(reading.root == nil, "U+\(String(value, radix: 16)) at \(position) is accepted")
        #expect(reading.diagnostics.first?.place?.range.lowerBound == position)
      }
    }
  }

  @Test func theTreeOfAWholeFileIsItsPlaces() throws {
    let text = LawTests.good[0]
    let root = try #require(readConfig(SourceText(path: "t", text: text)).root)
    #expect(root.place.range == 0..<text.utf8.count - 1)
  }
}

/// A tree with the styles of its texts; lists and maps of lines and of brackets are the same.
private func shape(_ node: ConfigNode) -> String {
  switch node.content {
  case .scalar(let text): "\(node.style) \(text.debugDescription)"
  case .list(let items): "[" + items.map(shape).joined(separator: ",") + "]"
  case .map(let entries):
    "{" + entries.map { $0.key.debugDescription + ":" + shape($0.value) }.joined(separator: ",")
      + "}"
  }
}
