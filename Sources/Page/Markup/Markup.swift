import Diagnostics

/// HTML or SVG in which every text is escaped: it is made of texts, elements and other markup, and
/// there is no way to make it of source.
package struct Markup: Sendable, Equatable {
  fileprivate private(set) var source: String

  private init(source: String) { self.source = source }

  package static let none = Markup(source: "")

  /// A text from anywhere. What would steer a reader or turn the direction of writing is shown as a
  /// picture of itself, as on a terminal. O(length).
  package init(_ text: String) {
    source = text.isPlain ? text : text.safeForTerminal.replacing(Escape.ofText)
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
    let name = tag.rawValue
    // A page is put together from the inside out: each piece is written once, to its own place.
    var size = 2 * name.utf8.count + 6
    for attribute in attributes {
      size += attribute.name.utf8.count + attribute.value.utf8.count + 4
    }
    var isEmpty = true
    for part in content where !part.isEmpty {
      size += part.source.utf8.count
      isEmpty = false
    }
    var source = ""
    source.reserveCapacity(size)
    source += "<"
    source += name
    source.append(attributes)
    if tag.isVoid {
      source += ">"
    } else if isEmpty, tag.closesItself {
      source += "/>"
    } else {
      source += ">"
      for part in content { source += part.source }
      source += "</"
      source += name
      source += tag.endsLine ? ">\n" : ">"
    }
    return Markup(source: source)
  }

  /// Values for a script, in an element that no browser runs.
  package static func data(_ id: String, _ data: ScriptData) -> Markup {
    let attributes: [Attribute] = [Attribute(.type, "application/json"), Attribute(.id, id)]
    var source = "<script"
    source.append(attributes)
    return Markup(source: source + ">" + data.source + "</script>\n")
  }

  /// The style of a picture that stands alone.
  package static func style(_ sheet: StyleText) -> Markup {
    Markup(source: "<style>\n" + sheet.source + "</style>\n")
  }

  package static func joined(_ parts: some Sequence<Markup>, by separator: String = "") -> Markup {
    let between = Markup(separator).source
    return Markup(source: parts.map(\.source).joined(separator: between))
  }

  package static func + (a: Markup, b: Markup) -> Markup {
    Markup(source: a.source + b.source)
  }

  package static func += (a: inout Markup, b: Markup) { a.source += b.source }

  package var isEmpty: Bool { source.isEmpty }

  /// The whole of an HTML file, whose root this is.
  package var document: [UInt8] { Array(("<!doctype html>\n" + source).utf8) }

  /// The whole of an SVG file, whose root this is.
  package var picture: String { source }
}

/// What stands for the characters that end a text or an attribute (HTML, 13.1.4).
enum Escape {
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
  fileprivate mutating func append(_ attributes: [Attribute]) {
    for attribute in attributes {
      self += " "
      self += attribute.name
      self += "=\""
      self += attribute.value
      self += "\""
    }
  }

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
