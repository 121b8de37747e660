/// The elements that pages and pictures are made of.
package enum Tag: String, Sendable {
  case html, head, body, title, meta, link, script, noscript
  case header, nav, main, section, footer, div
  case h1, h2, h3, p, ul, ol, li, dl, dt, dd, a, span, strong, bdi, time, code
  case table, caption, colgroup, col, thead, tbody, tr, th, td
  case svg, g, defs, pattern, rect, line, path, text

  /// Those that HTML knows without an end.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .col: true
    default: false
    }
  }

  /// Those of SVG, which XML lets close themselves.
  var closesItself: Bool {
    switch self {
    case .rect, .line, .path, .g, .defs: true
    default: false
    }
  }

  /// Whether a line end behind it changes nothing that is shown: so that a file is read line by line.
  var endsLine: Bool {
    switch self {
    case .html, .head, .body, .title, .script, .noscript, .header, .nav, .main, .section, .footer,
      .div, .h1, .h2, .h3, .p, .ul, .ol, .li, .dl, .dd, .table, .caption, .colgroup,
      .thead, .tbody, .tr, .svg, .defs, .g:
      true
    default: false
    }
  }
}
