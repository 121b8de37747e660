import Diagnostics
import Testing

@testable import Views

struct TextTests {
  @Test func columnsAlignByTheirWidthOnATerminal() {
    var table = TextTable([.name("name"), .number("n")])
    table.add(["Ada", "1"])
    table.add(["李雷", "10"])
    table.add(["Zoe\u{301}", ""])
    #expect(table.text(width: nil) == "name   n\nAda    1\n李雷  10\nZoe\u{301}\n")
  }

  @Test func noControlCharacterReachesATable() {
    var table = TextTable([.name("name")])
    table.add(["\u{1B}[31mred\u{07}\nnext\u{202E}"])
    let text = table.text(width: nil)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    ("plain", "plain"), ("=1+1", "'=1+1"), ("+49", "'+49"), ("-2", "'-2"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1", "'  =1"), ("\t=1", "'\t=1"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("=\"a\",1", "\"'=\"\"a\"\",1\""), ("two\nlines", "\"two\nlines\""), ("", ""),
  ])
  func csvFieldsAreNoFormulas(_ text: String, _ field: String) {
    #expect(csvField(text) == field)
  }
}
