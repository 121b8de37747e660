import Testing

@testable import Views

@Suite("A message for a chat")
struct SlackTextTests {
  @Test("names people by their account where it is a member's id")
  func people() {
    #expect(SlackText.person("Ada", account: "U012AB") == "<@U012AB>")
    #expect(SlackText.person("Ada", account: "W9") == "<@W9>")
    for account in [nil, "", "U", "u012", "U01 2", "B012", "U012>", "@U012", "U01é"] {
      #expect(SlackText.person("A<b>", account: account) == "A&lt;b&gt;")
    }
  }

  @Test("holds no markup of names")
  func escaping() {
    #expect(SlackText.escaped("<!channel> & \n<@U1>") == "&lt;!channel&gt; &amp; ␊&lt;@U1&gt;")
  }

  private func text(items: Int, of length: Int) -> String {
    var text = SlackText("Head")
    text.add(heading: "First")
    for number in 0..<items {
      if number == items - 1 { text.add(heading: "Last") }
      text.add(item: String(repeating: "é", count: length))
    }
    return text.text
  }

  @Test(
    "counts what does not fit into 3,000 characters", arguments: [0, 1, 7, 98, 500, 2990, 5000])
  func limit(length: Int) {
    for items in [1, 2, 29, 31, 400] {
      let lines = text(items: items, of: length).split(separator: "\n")
      #expect(text(items: items, of: length).utf16.count <= 3000)
      let shown = lines.count { $0.hasPrefix("• ") }
      let left = lines.last.flatMap {
        $0.hasPrefix("… and ") ? Int($0.split(separator: " ")[2]) : nil
      }
      #expect(shown + (left ?? 0) == items)
      // One more would not have fitted.
      if left != nil {
        #expect(text(items: items, of: length).utf16.count + length + 3 > 3000 - 20)
        #expect(lines.contains("*Last*") == false)
      }
    }
  }
}
