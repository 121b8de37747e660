import ConfigText
import Diagnostics
import Testing

/// The table of types: what a field takes, and what it says about the rest.
@Suite struct TypeTests {
  private func read<Value>(
    _ written: String, _ take: (ConfigNode, inout [Diagnostic]) -> Value?
  ) throws -> (value: Value?, said: String) {
    let reading = readConfig(SourceText(path: "t", text: "rest: \(written)\n"))
    let node = try #require(reading.root?.entries.first?.value)
    var diagnostics: [Diagnostic] = []
    let value = take(node, &diagnostics)
    #expect((value == nil) == (diagnostics.count == 1))
    let said = diagnostics.map { "\($0.id): \($0.message) → \($0.help.joined(separator: "; "))" }
    return (value, said.first ?? "")
  }

  @Test(arguments: [
    ("no", "no"), ("on", "on"), ("12:30", "12:30"), ("2026-02-01", "2026-02-01"),
    ("1_000", "1_000"), ("\"1.10\"", "1.10"), ("'null'", "null"), ("|\n  1\n", "1\n"), ("''", ""),
    ("0x", "0x"), ("1e", "1e"), ("+", "+"), (".", "."), ("nul", "nul"), ("0b1", "0b1"),
  ])
  func text(written: String, text: String) throws {
    let (value, said) = try read(written) { $0.text(&$1) }
    #expect(value == text, "\(said)")
  }

  @Test(arguments: [
    "1", "-0", "+1", "01", "1.10", "1.", ".5", "-.5e+3", "1e3", "0x1F", "0o17", ".inf", "-.INF",
    ".nan",
  ])
  func numbersAreNoText(written: String) throws {
    let (value, said) = try read(written) { $0.text(&$1) }
    #expect(value == nil)
    #expect(
      said == "not-text: `rest` takes text, and `\(written)` is a number → write `\"\(written)\"`")
  }

  @Test(arguments: [
    ("True", "not-text: `rest` takes text, and `True` is a boolean → write `\"True\"`"),
    ("null", "no-value: `rest` has no value → write a value, or remove the line"),
    ("~", "no-value: `rest` has no value → write a value, or remove the line"),
    ("", "no-value: `rest` has no value → write a value, or remove the line"),
    ("[a]", "not-a-scalar: `rest` takes text, not a list → write `rest: …` on one line"),
    ("{}", "not-a-scalar: `rest` takes text, not a map → write `rest: …` on one line"),
  ])
  func othersAreNoText(written: String, message: String) throws {
    let (value, said) = try read(written) { $0.text(&$1) }
    #expect(value == nil)
    #expect(said == message)
  }

  @Test(arguments: [("0", 0), ("7", 7), ("-0", 0), ("-3", -3), ("52", 52)])
  func wholeNumbers(written: String, number: Int) throws {
    #expect(try read(written) { $0.wholeNumber(in: -5...52, &$1) }.value == number)
  }

  @Test(arguments: [
    ("\"5\"", "not-a-number: `rest` takes a whole number, not `\"5\"` → write `5`"),
    ("+5", "not-a-number: `rest` takes a whole number, not `+5` → write `5`"),
    ("05", "not-a-number: `rest` takes a whole number, not `05` → write `5`"),
    ("0x1F", "not-a-number: `rest` takes a whole number, not `0x1F` → write `31`"),
    ("1e3", "not-a-number: `rest` takes a whole number, not `1e3` → write `1000`"),
    ("two", "not-a-number: `rest` takes a whole number, not `two` → allowed are 0 to 52"),
    ("1.5", "not-a-number: `rest` takes a whole number, not `1.5` → allowed are 0 to 52"),
    ("53", "out-of-range: `rest` is 53, which is out of range → allowed are 0 to 52"),
    ("-1", "out-of-range: `rest` is -1, which is out of range → allowed are 0 to 52"),
    (
      "99999999999999999999",
      "out-of-range: `rest` is 99999999999999999999, which is out of range → allowed are 0 to 52"
    ),
    ("", "no-value: `rest` has no value → write a value, or remove the line"),
    ("[1]", "not-a-scalar: `rest` takes a whole number, not a list → write `rest: …` on one line"),
  ])
  func noWholeNumbers(written: String, message: String) throws {
    #expect(try read(written) { $0.wholeNumber(in: 0...52, &$1) }.said == message)
  }

  @Test func booleans() throws {
    #expect(try read("true") { $0.boolean(&$1) }.value == true)
    #expect(try read("false") { $0.boolean(&$1) }.value == false)
  }

  @Test(arguments: [
    ("yes", "did you mean `true`?"), ("no", "did you mean `false`?"),
    ("on", "did you mean `true`?"), ("True", "did you mean `true`?"),
    ("FALSE", "did you mean `false`?"), ("\"true\"", "write `true` without quotes"),
    ("maybe", "allowed are `true` and `false`"),
  ])
  func noBooleans(written: String, help: String) throws {
    let (_, said) = try read(written) { $0.boolean(&$1) }
    #expect(
      said == "not-a-boolean: `rest` takes `true` or `false`, not `\(written)` → \(help)")
  }

  @Test func collections() throws {
    #expect(try read("[a, b]") { $0.list(&$1) }.value?.count == 2)
    #expect(try read("\n- a") { $0.list(&$1) }.value?.count == 1)
    #expect(try read("{ a: b }") { $0.map(&$1) }.value?.first?.key == "a")
    #expect(
      try read("ada") { $0.list(&$1) }.said
        == "not-a-list: `rest` takes a list, not text → write `[ada]`")
    #expect(
      try read("ada") { $0.map(&$1) }.said
        == "not-a-map: `rest` takes a map, not text → write `key: value` lines below it, indented, "
        + "or `{ key: value }`")
    #expect(try read("") { $0.list(&$1) }.said.hasPrefix("no-value: "))
  }

  @Test func optionalValues() throws {
    for written in ["", "null", "~", "Null"] {
      #expect(try read(written) { node, _ in node.isSet ? 1 : 0 }.value == 0)
    }
    for written in ["'null'", "''", "[]", "nil"] {
      #expect(try read(written) { node, _ in node.ifSet == nil ? 1 : 0 }.value == 0)
    }
  }
}
