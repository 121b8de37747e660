import Diagnostics
import Testing

struct FittingTextTests {
  @Test(arguments: [
    ("one two three", 13, "one two three"),
    ("one two three", 12, "one two\nthree"),
    // An entry of a list goes on farther in, a deep one where it was.
    ("  one two three", 10, "  one two\n    three"),
    ("          one two three", 20, "          one two\n          three"),
    // Two columns stay two columns.
    ("--name N  what it is for, in words", 24, "--name N  what it is\n          for, in words"),
    // A path is copied whole.
    ("wrote config/rotas/2027-Q1.yaml", 20, "wrote\nconfig/rotas/2027-Q1.yaml"),
    ("当番の引き継ぎは月曜日", 10, "当番の引き\n継ぎは月曜\n日"),
    ("one\n\ntwo three\n", 5, "one\n\ntwo\nthree\n"),
  ])
  func linesAreBrokenAtWords(_ text: String, _ width: Int, _ wrapped: String) {
    #expect(text.wrapped(toColumns: width) == wrapped)
  }

  @Test func insideOfAColumnEveryWordIsBroken() {
    #expect("abcdefgh ij".wrapped(toColumns: 3, breaksWords: true) == "abc\ndef\ngh\nij")
    // Behind a hyphen first.
    #expect("ab Cho-lmond".wrapped(toColumns: 6, breaksWords: true) == "ab\nCho-\nlmond")
  }

  @Test func charactersAreCutWhole() {
    #expect("Zoë Quinn".shortened(toColumns: 4) == "Zoë…")
    #expect("李雷和韩梅梅".shortened(toColumns: 6) == "李雷…")
    #expect("e\u{301}e\u{301}e\u{301}".shortened(toColumns: 2) == "e\u{301}…")
  }

  @Test func paragraphsBecomeLines() {
    #expect("a\nb\n\n  c\n  d\ne\nf".unwrappedParagraphs == "a b\n\n  c\n  d\ne f")
  }
}
