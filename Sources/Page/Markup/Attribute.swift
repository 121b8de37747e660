package import Diagnostics

/// An attribute whose value is escaped. Where a browser goes or loads from is a `Link`, never a text.
package struct Attribute: Sendable, Equatable {
  /// The names that take a text.
  package enum Name: String, Sendable {
    case id, lang, role, tabindex, scope, datetime, width, height
    case name, content, charset, rel, type, download
    case httpEquiv = "http-equiv"
    case classes = "class"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case hidden = "aria-hidden"
    case current = "aria-current"
    case kind = "data-kind"
    case week = "data-week"
    case rotation = "data-rotation"
    case engineer = "data-engineer"
    case project = "data-project"
    case session = "data-session"
    case from = "data-from"
    case to = "data-to"
    case left = "data-left"
    case viewBox, overflow, dx, x, y, x1, x2, y1, y2, d, fill
    case patternUnits, patternTransform
    case namespace = "xmlns"
  }

  let name: String
  /// Escaped.
  let value: String

  package init(_ name: Name, _ value: String) {
    self.init(name: name.rawValue, value)
  }

  package init(_ name: Name, _ value: Int) { self.init(name, String(value)) }

  private init(name: String, _ value: String) {
    self.name = name
    self.value = value.isPlain ? value : value.safeForTerminal.replacing(MarkupEscape.ofAttribute)
  }

  package static func href(_ link: Link) -> Attribute { Attribute(name: "href", link.text) }

  /// Where a script is loaded from: a file of the site.
  static func src(_ link: Link) -> Attribute { Attribute(name: "src", link.text) }
}

/// JSON in which nothing ends the script element that it stands in.
package struct ScriptData: Sendable, Equatable {
  let source: String

  package init(_ json: JSON) {
    source = json.rendered(.compact).replacing(MarkupEscape.ofScriptData)
  }
}

/// Rules of a style sheet: of the program's own words and numbers, never of a file's.
package struct StyleText: Sendable, ExpressibleByStringInterpolation {
  let source: String

  private init(source: String) { self.source = source }

  package init(stringLiteral source: StaticString) { self.source = source.description }

  package init(stringInterpolation parts: Parts) { source = parts.source }

  static func + (a: StyleText, b: StyleText) -> StyleText {
    StyleText(source: a.source + b.source)
  }

  /// There is no way to put a text in.
  package struct Parts: StringInterpolationProtocol {
    fileprivate var source = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: StaticString) { source += literal.description }
    package mutating func appendInterpolation(_ word: StaticString) { source += word.description }
    package mutating func appendInterpolation(_ number: Int) { source += String(number) }
  }
}
