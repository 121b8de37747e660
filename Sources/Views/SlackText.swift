import Diagnostics

/// A message for a chat in Slack's mrkdwn: a headline and lines below headings, cut where Slack
/// takes no more.
///
/// Source: Slack, "Formatting text for app surfaces" and the text object of Block Kit.
package struct SlackText: Sendable {
  /// The characters that one text object holds, counted in UTF-16 as the strictest reader does.
  package static let limit = 3000

  private enum Line {
    case heading(String)
    case item(String)
  }

  private let headline: String
  private var lines: [Line] = []

  /// - Parameter headline: escaped already: it may hold people.
  package init(_ headline: String) { self.headline = headline }

  /// - Parameter heading: plain text.
  package mutating func add(heading: String) {
    lines.append(.heading("*\(SlackText.escaped(heading))*"))
  }

  /// - Parameter item: escaped already: it may hold people.
  package mutating func add(item: String) { lines.append(.item("• " + item)) }

  /// At most `limit` characters with the line end: the items that fit, and how many do not. O(n²).
  package var text: String {
    for kept in stride(from: lines.count, through: 0, by: -1) {
      let text = text(of: lines.prefix(kept), leftOut: items(lines.dropFirst(kept)))
      if text.utf16.count <= SlackText.limit { return text }
    }
    return "\(items(lines[...])) lines do not fit here\n"
  }

  private func items(_ lines: ArraySlice<Line>) -> Int {
    lines.count { if case .item = $0 { true } else { false } }
  }

  private func text(of kept: ArraySlice<Line>, leftOut: Int) -> String {
    var kept = kept
    // A heading with nothing below it says nothing.
    if leftOut > 0, case .heading = kept.last { kept.removeLast() }
    let shown = kept.map { line in
      switch line {
      case .heading(let text), .item(let text): text
      }
    }
    let more = leftOut == 0 ? [] : ["… and \(leftOut) more"]
    return ([headline] + shown + more).map { $0 + "\n" }.joined()
  }

  /// Text that Slack shows as it is: no mention, link or line of its own.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.safeForTerminal.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Somebody by their account, whom Slack then notifies, else by name.
  ///
  /// - Parameter account: nil for none; one that is no id of a member counts as none.
  package static func person(_ name: String, account: String?) -> String {
    guard let account, isMember(account) else { return escaped(name) }
    return "<@\(account)>"
  }

  /// `[UW][A-Z0-9]+`.
  private static func isMember(_ account: String) -> Bool {
    guard account.hasPrefix("U") || account.hasPrefix("W"), account.utf8.count > 1 else {
      return false
    }
    return account.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }
}
