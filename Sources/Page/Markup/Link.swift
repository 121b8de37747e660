import Calendars

/// Where a page leads: a file of the site, or a place elsewhere of a scheme that runs nothing.
package struct Link: Sendable, Equatable {
  let text: String

  private init(text: String) { self.text = text }

  /// A file of the site, by its path there.
  ///
  /// - Parameter page: the path of the page that the link stands on.
  package init(_ path: String, from page: String) {
    let up = String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
    text = up + URIText.encoding(path)
  }

  /// A place on the same page.
  package init(to id: String) { text = "#" + URIText.encoding(id) }

  /// An address that a team file gives; nil for a path, and for any scheme but these.
  ///
  /// - Parameter mail: whether addresses of people may be shown.
  package init?(address: String, mail: Bool) {
    if let web = URIText.link(address) {
      text = web
    } else if mail, address.lowercased().hasPrefix("mailto:") {
      text = URIText.encoding(address)
    } else {
      return nil
    }
  }

  /// No icon: browsers ask for one otherwise.
  static let noIcon = Link(text: "data:,")

  /// The address of a file of the site, and the one that calendar programs subscribe to.
  static func published(_ path: String, under base: BaseURL) -> (web: Link, calendar: Link) {
    let path = URIText.encoding(path)
    return (
      Link(text: base.scheme + "://" + base.rest + "/" + path),
      Link(text: "webcal://" + base.rest + "/" + path)
    )
  }
}

/// The address under which the site will be found, without a last `/`.
package struct BaseURL: Sendable, Equatable {
  /// `http` or `https`.
  let scheme: String
  /// Host and path.
  let rest: String

  /// nil for anything but `http://` or `https://` and a host, and where a query or a place on a page
  /// follows.
  package init?(_ text: String) {
    guard let web = URIText.link(text), web == text, !text.contains("?"), !text.contains("#"),
      !text.contains("@")
    else { return nil }
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let host = parts[2].first, host != "/", host != ":" else { return nil }
    scheme = parts[0].dropLast().lowercased()
    var rest = parts[2]
    while rest.last == "/" { rest.removeLast() }
    self.rest = String(rest)
  }
}
