import Calendars
import Testing

/// RFC 3986, 2.1: octets that are no part of a URI are written in hexadecimal digits.
@Suite struct URITextTests {
  @Test(arguments: [
    ("a b", "a%20b"), ("é\n", "%C3%A9%0A"), ("a-b.c_d~e", "a-b.c_d~e"),
    ("@AZ[az]{09}", "@AZ[az]%7B09%7D"),
    ("%41", "%41"),
  ])
  func octetsAreEncoded(text: String, uri: String) {
    #expect(URIText.encoding(text) == uri)
  }

  @Test(arguments: [
    ("https://example.org/a b", "https://example.org/a%20b"), ("HTTP://x", "HTTP://x"),
    ("docs/plan.md", nil), ("ftp://x", nil), ("javascript:1", nil),
  ])
  func onlyTheWebIsLinked(text: String, uri: String?) {
    #expect(URIText.link(text) == uri)
  }
}
