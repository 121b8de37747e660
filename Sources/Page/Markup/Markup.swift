import Diagnostics

/// HTML or SVG in which every text is escaped: it is made of texts, elements and other markup, and
/// there is no way to make it of source.
///
/// A page is a tree of pieces until it is written, once, from its first byte to its last.
package struct Markup: Sendable {
  private enum Piece {
    /// Escaped.
    case source(String)
    case element(Tag, [Attribute], [Markup])
    case row([Markup])
  }

  private let piece: Piece

  private init(_ piece: Piece) { self.piece = piece }

  package static let none = Markup(.row([]))

  /// A text from anywhere. What would steer a reader or turn the direction of writing is shown as a
  /// picture of itself, as on a terminal. O(length).
  package init(_ text: String) {
    self.init(.source(text.isPlain ? text : text.safeForTerminal.replacing(MarkupEscape.ofText)))
  }

  /// A name from a file: whatever direction it is written in, it turns nothing around it.
  package static func name(_ text: String) -> Markup { element(.bdi, Markup(text)) }

  package static func element(
    _ tag: Tag, _ attributes: [Attribute] = [], _ content: Markup...
  ) -> Markup {
    element(tag, attributes, content)
  }

  package static func element(_ tag: Tag, _ content: Markup...) -> Markup {
    element(tag, [], content)
  }

  package static func element(
    _ tag: Tag, _ attributes: [Attribute] = [], _ content: [Markup]
  ) -> Markup {
    Markup(.element(tag, attributes, content))
  }

  /// Values for a script, in an element that no browser runs.
  package static func data(_ id: String, _ data: ScriptData) -> Markup {
    element(
      .script, [Attribute(.type, "application/json"), Attribute(.id, id)],
      [Markup(.source(data.source))])
  }

  /// The style of a picture that stands alone.
  package static func style(_ sheet: StyleText) -> Markup {
    Markup(.source("<style>\n" + sheet.source + "</style>\n"))
  }

  package static func joined(_ parts: some Sequence<Markup>, by separator: String = "") -> Markup {
    if separator.isEmpty { return Markup(.row(Array(parts))) }
    let between = Markup(separator)
    var row: [Markup] = []
    for part in parts {
      if !row.isEmpty { row.append(between) }
      row.append(part)
    }
    return Markup(.row(row))
  }

  package static func + (a: Markup, b: Markup) -> Markup { Markup(.row([a, b])) }

  package static func += (a: inout Markup, b: Markup) { a = a + b }

  /// Whether nothing would be written.
  package var isEmpty: Bool {
    switch piece {
    case .source(let source): source.isEmpty
    case .element: false
    case .row(let parts): parts.allSatisfy(\.isEmpty)
    }
  }

  /// The whole of an HTML file, whose root this is.
  package var document: [UInt8] {
    var bytes = Array("<!doctype html>\n".utf8)
    write(to: &bytes)
    return bytes
  }

  /// The whole of an SVG file, whose root this is.
  package var picture: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// O(length).
  private func write(to bytes: inout [UInt8]) {
    switch piece {
    case .source(let source): bytes += source.utf8
    case .row(let parts): for part in parts { part.write(to: &bytes) }
    case .element(let tag, let attributes, let content):
      let name = tag.rawValue.utf8
      bytes.append(UInt8(ascii: "<"))
      bytes += name
      for attribute in attributes {
        bytes.append(UInt8(ascii: " "))
        bytes += attribute.name.utf8
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        bytes += attribute.value.utf8
        bytes.append(UInt8(ascii: "\""))
      }
      if !tag.isVoid, tag.closesItself, content.allSatisfy(\.isEmpty) {
        bytes.append(UInt8(ascii: "/"))
        bytes.append(UInt8(ascii: ">"))
        return
      }
      bytes.append(UInt8(ascii: ">"))
      if tag.isVoid { return }
      for part in content { part.write(to: &bytes) }
      bytes.append(UInt8(ascii: "<"))
      bytes.append(UInt8(ascii: "/"))
      bytes += name
      bytes.append(UInt8(ascii: ">"))
      if tag.endsLine { bytes.append(UInt8(ascii: "\n")) }
    }
  }
}

/// What stands for the characters that end a text or an attribute (HTML, 13.1.4).
enum MarkupEscape {
  static func ofText(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    default: nil
    }
  }

  static func ofAttribute(_ scalar: Unicode.Scalar) -> String? {
    scalar == "\"" ? "&quot;" : ofText(scalar)
  }

  /// In JSON all of these may be written as their number, and then no `</script>` or `<!--` is left.
  static func ofScriptData(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "<": "\\u003c"
    case ">": "\\u003e"
    case "&": "\\u0026"
    case "\u{2028}": "\\u2028"
    case "\u{2029}": "\\u2029"
    default: nil
    }
  }
}

extension String {
  /// Whether it may stand anywhere as it is, as most texts may: printable ASCII of which nothing is
  /// escaped. O(length).
  var isPlain: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
      default: (0x20..<0x7F).contains(byte)
      }
    }
  }

  /// The text with some characters written otherwise. O(length).
  func replacing(_ escape: (Unicode.Scalar) -> String?) -> String {
    guard unicodeScalars.contains(where: { escape($0) != nil }) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if let escaped = escape(scalar) {
        text += escaped
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
