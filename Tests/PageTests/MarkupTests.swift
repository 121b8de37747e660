import Diagnostics
import Foundation
import FoundationXML
import SeededNumbers
import Testing

@testable import Page

/// Whatever a text is, a reader gets it back, and nothing else: no element, no attribute, no script.
struct MarkupTests {
  /// Pieces that end something somewhere, and characters of all kinds.
  private static let pieces = [
    "<", ">", "&", "\"", "'", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "javascript:",
    "&amp;", "&lt;", "&#60;", "onload=", "</bdi>", "</title>", "\\", "/", "\u{2028}", "\u{202E}",
    "\u{0}", "\u{1B}", "\r", "\n", "\t", "é", "李", "🦊", "e\u{301}", " ", "a", "=",
  ]

  private static func texts(_ count: Int) -> [String] {
    var numbers = SeededNumbers(seed: 14)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...8, using: &numbers)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
      }.joined()
    }
  }

  @Test func aParserReadsTextAndAttributeBack() throws {
    for text in MarkupTests.texts(400) {
      let markup = Markup.element(
        .svg, [Attribute(.label, text)], .element(.title, Markup(text)), .name(text))
      let read = try #require(XMLText(markup.picture), "\(text.debugDescription)")
      #expect(read.elements == ["svg", "title", "bdi"], "\(text.debugDescription)")
      #expect(read.attributes == ["aria-label": text.safeForTerminal])
      // A line end behind an element is no text of it.
      #expect(read.texts["title"] ?? "" == text.safeForTerminal)
      #expect(read.texts["bdi"] ?? "" == text.safeForTerminal)
    }
  }

  @Test func whatSteersNoReaderIsKeptAsItIs() throws {
    for text in MarkupTests.texts(400) where !text.unicodeScalars.contains(where: \.steers) {
      #expect(XMLText(Markup.element(.svg, Markup(text)).picture)?.texts["svg"] ?? "" == text)
    }
  }

  @Test func aParserReadsScriptDataBack() throws {
    for text in MarkupTests.texts(400) {
      let data = ScriptData([text.isEmpty ? "k" : "key": .string(text)])
      let source = data.source
      #expect(!source.contains { "<>&\u{2028}\u{2029}".contains($0) })
      let read = try JSONSerialization.jsonObject(with: Data(source.utf8)) as? [String: String]
      #expect(read?.values.first.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("https://example.com/a b", "https://example.com/a%20b"),
    ("HTTP://example.com/\"><script>", "HTTP://example.com/%22%3E%3Cscript%3E"),
    ("javascript:alert(1)//", nil), ("java\tscript:alert(1)", nil), (" https://example.com", nil),
    ("data:text/html,x", nil), ("runbooks/restore.md", nil), ("//example.com/x", nil),
    ("vbscript:x/", nil), ("mailto:ada@example.com", nil), ("", nil),
  ])
  func onlyPlacesOfTheWebAreLinks(_ address: String, _ link: String?) {
    #expect(Link(address: address, mail: false)?.text == link)
  }

  @Test func mailIsALinkWhereAddressesMayBeShown() {
    #expect(
      Link(address: "mailto:a\"b@example.com", mail: true)?.text == "mailto:a%22b@example.com")
  }

  @Test(arguments: [
    (
      "https://example.com/rota/", "https://example.com/rota/a/b.ics",
      "webcal://example.com/rota/a/b.ics"
    ),
    ("http://host:8080", "http://host:8080/a/b.ics", "webcal://host:8080/a/b.ics"),
  ])
  func aSiteHasAddresses(_ base: String, _ web: String, _ calendar: String) throws {
    let links = Link.published("a/b.ics", under: try #require(BaseURL(base)))
    #expect(links.web.text == web)
    #expect(links.calendar.text == calendar)
  }

  @Test(arguments: [
    "", "example.com", "ftp://example.com", "https://", "https:///x", "https://a b", "https://:80",
    "javascript:alert(1)", "https://example.com/?q", "https://example.com/#x",
    "https://me@example.com",
    "https://example.com/\"",
  ])
  func otherTextsAreNoAddressOfASite(_ text: String) { #expect(BaseURL(text) == nil) }

  @Test func linksGoUpFromPagesInFolders() {
    #expect(Link("index.html", from: "index.html").text == "index.html")
    #expect(Link("engineer/ada.html", from: "rota/2027-Q1.html").text == "../engineer/ada.html")
  }

  @Test func ourFilesAreKnownAgain() {
    let page = Markup.element(.html, .element(.head, SiteMark.page)).document
    #expect(SiteMark.isOurs(page, path: "index.html"))
    // A text that names the mark is escaped, and no mark.
    let other = Markup.element(.html, Markup(SiteMark.page.picture)).document
    #expect(!SiteMark.isOurs(other, path: "index.html"))
    #expect(SiteMark.isOurs(Array(StyleSheet.source.utf8), path: "style.css"))
    #expect(!SiteMark.isOurs(Array("body {}".utf8), path: "style.css"))
    #expect(!SiteMark.isOurs([], path: "now.js"))
    #expect(!SiteMark.isOurs(Array("BEGIN:VCALENDAR\r\n".utf8), path: "calendars/team.ics"))
  }
}

extension Unicode.Scalar {
  /// What is shown as a picture of itself.
  fileprivate var steers: Bool {
    String(Character(self)) != String(Character(self)).safeForTerminal
  }
}

/// What an XML parser finds: an independent reader of what was escaped.
private final class XMLText: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [String: String] = [:]
  private(set) var texts: [String: String] = [:]
  private var open: [String] = []

  init?(_ source: String) {
    super.init()
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
    // Behind an element that ends its line.
    if let text = texts["svg"], text.hasSuffix("\n") { texts["svg"] = String(text.dropLast()) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(name)
    self.attributes.merge(attributes) { _, new in new }
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    texts[open.last ?? "", default: ""] += string
  }
}
