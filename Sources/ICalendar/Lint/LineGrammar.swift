internal import Diagnostics

/// Checks how a content line is put together: its name, its parameters and their quotes
/// (RFC 5545 3.1). Reading takes more than the grammar does.
enum LineGrammar {
  /// O(bytes).
  static func check(_ source: SourceText, _ lint: inout Lint) {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines = ContentLineScanner(source.bytes, from: start)
    while let line = lines.next() {
      // What is no content line at all is found by reading.
      guard line.property != nil, let message = mistake(in: line.content) else { continue }
      lint.error(message, "5545 3.1", at: line.range)
    }
  }

  /// The first that is there; nil for a line that keeps to the grammar.
  private static func mistake(in line: ArraySlice<UInt8>) -> String? {
    var rest = line
    let name = takeName(&rest)
    guard !name.isEmpty, rest.first == colon || rest.first == semicolon else {
      return "the name of a property is made of letters, digits and `-`"
    }
    while rest.popFirst() == semicolon {
      let parameter = takeName(&rest)
      guard !parameter.isEmpty, rest.popFirst() == equals else {
        return "a parameter is `;NAME=VALUE`: a value with `,`, `:` or `;` stands in quotes"
      }
      let name = EscapedText.capitals(parameter)
      if let message = mistake(inValuesOf: name, &rest) { return message }
    }
    return nil
  }

  /// Takes the values of a parameter, up to the `;` or `:` behind them.
  private static func mistake(inValuesOf name: String, _ rest: inout ArraySlice<UInt8>) -> String? {
    repeat {
      if rest.first == comma { rest.removeFirst() }
      let isQuoted = rest.first == quote
      if isQuoted { rest.removeFirst() }
      rest = rest.drop {
        $0 != quote && (isQuoted || ($0 != comma && $0 != semicolon && $0 != colon))
      }
      if isQuoted, rest.popFirst() != quote { return "the quote of `\(name)` does not close" }
      guard let next = rest.first, [comma, semicolon, colon].contains(next) else {
        return "in `\(name)`, a quote stands in the middle of a value"
      }
    } while rest.first == comma
    return nil
  }

  private static func takeName(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let name = rest.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    rest = rest[name.endIndex...]
    return name
  }

  private static let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
  private static let (semicolon, colon) = (UInt8(ascii: ";"), UInt8(ascii: ":"))
  private static let equals = UInt8(ascii: "=")
}
