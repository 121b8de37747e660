import ConfigText
import Diagnostics
import Testing

/// The limits, each just kept and just broken, and texts that are large or evil but allowed.
@Suite struct LimitTests {
  private func ids(_ text: String) -> [String] {
    readConfig(SourceText(path: "t", text: text)).diagnostics.map(\.id)
  }

  @Test func fileSize() {
    let line = "# " + String(repeating: "x", count: 61) + "\n"
    let text = String(repeating: line, count: 8 * 1024 * 1024 / 64)
    #expect(ids(text) == [])
    #expect(ids(text + "#") == ["file-too-large"])
  }

  @Test func lineLength() {
    let text = String(repeating: "é", count: 1024 * 1024)
    #expect(ids("#" + text.dropLast()) == [])
    #expect(ids("#" + text.dropLast() + "\r\n") == [])
    #expect(ids("#" + text) == ["line-too-long"])
  }

  /// Five thousand are told one by one, by place, and then how many more there are.
  @Test func mistakes() {
    func diagnostics(_ repeats: Int) -> [Diagnostic] {
      readConfig(
        SourceText(path: "t", text: String(repeating: "a: b\n", count: 1 + repeats))
      ).diagnostics
    }
    #expect(diagnostics(5000).count == 5000)
    let many = diagnostics(5002)
    #expect(many.count == 5001)
    #expect(many.dropLast().allSatisfy { $0.id == "duplicate-key" })
    #expect(many[4999].place?.line == 5001)
    #expect(many[5000].id == "more-mistakes")
    #expect(many[5000].message == "2 more mistakes in this file")
    #expect(many[5000].place?.line == 5004)
  }

  @Test func depth() {
    func brackets(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(ids(brackets(64)) == [])
    #expect(ids(brackets(65)) == ["too-deep"])
    func dashes(_ depth: Int) -> String { String(repeating: "- ", count: depth) + "a" }
    #expect(ids(dashes(64)) == [])
    #expect(ids(dashes(65)) == ["too-deep"])
    #expect(ids(String(repeating: "{a: ", count: 100_000)) == ["too-deep"])
  }

  @Test func keyLength() {
    let key = String(repeating: "é", count: 512)
    #expect(ids(key + ": a") == [])
    #expect(ids("\"\(key)\": a") == [])
    #expect(ids("{ \(key): a }") == [])
    #expect(ids(key + "é: a") == ["key-too-long"])
    #expect(ids("{ '\(key)é': a }") == ["key-too-long"])
  }

  @Test func values() {
    let items = String(repeating: "- a\n", count: 1_000_000)
    #expect(ids(items) == [])
    #expect(ids(items + "- a\n") == ["too-many-values"])
  }

  @Test func aMapOfManyKeys() {
    let keys = (0..<20_000).map { "k\($0):\n" }.joined()
    #expect(ids(keys) == [])
    #expect(ids(keys + "k777:\n\"k0\":\n") == ["duplicate-key", "duplicate-key"])
    let accented = (0..<20_000).map { "é\($0):\n" }.joined()
    #expect(ids(accented) == [])
    #expect(ids(accented + "e\u{301}777:\n") == ["duplicate-key"])
  }

  /// Keys chosen so that a simple hash gives all of them one slot.
  @Test func aMapOfUnfriendlyKeys() {
    let keys = (0..<3000).map { "\(String(repeating: "a", count: $0 % 500))\($0):\n" }.joined()
    #expect(ids(keys) == [])
  }
}
