internal import Diagnostics

/// Why the reader stops, and where. It becomes a diagnostic at the door.
struct Refusal: Error {
  let mistake: Mistake
  let range: Range<Int>
  /// What was found there, for the message; may be empty.
  var found = ""
  /// Another place that explains this one.
  var related: (words: String, range: Range<Int>)?

  init(
    _ mistake: Mistake, _ range: Range<Int>, found: String = "",
    related: (words: String, range: Range<Int>)? = nil
  ) {
    self.mistake = mistake
    self.range = range
    self.found = found
    self.related = related
  }

  func diagnostic(in source: SourceText) -> Diagnostic {
    let words = mistake.words(found)
    return Diagnostic(
      mistake.rawValue, words.message, at: Place(source, range), label: words.label,
      related: related.map { [Located($0.words, at: Place(source, $0.range))] } ?? [],
      help: words.help)
  }
}

/// Everything that the format refuses, by the id that is shown in brackets.
enum Mistake: String, CaseIterable {
  // The file's bytes.
  case notUTF8 = "not-utf8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"
  case bareCarriageReturn = "bare-carriage-return"
  case controlCharacter = "control-character"
  case lineSeparator = "line-separator"
  case strayByteOrderMark = "stray-byte-order-mark"
  case noncharacter
  case hiddenDirection = "hidden-direction"
  // Limits.
  case fileTooLarge = "file-too-large"
  case lineTooLong = "line-too-long"
  case tooDeep = "too-deep"
  case tooManyValues = "too-many-values"
  case keyTooLong = "key-too-long"
  // What YAML has and this format has not.
  case anchor, alias, tag, directive
  case mergeKey = "merge-key"
  case secondDocument = "second-document"
  case textAfterStart = "text-after-start"
  case documentEnd = "document-end"
  case explicitKey = "explicit-key"
  case nonTextKey = "non-text-key"
  case reservedCharacter = "reserved-character"
  // Lines and their indentation.
  case tabIndentation = "tab-indentation"
  case tabSeparation = "tab-separation"
  case unicodeSpace = "unicode-space"
  case indentedFile = "indented-file"
  case misaligned
  case continuedText = "continued-text"
  case loneText = "lone-text"
  case textAfterEnd = "text-after-end"
  // Keys.
  case duplicateKey = "duplicate-key"
  case missingColon = "missing-colon"
  case colonWithoutKey = "colon-without-key"
  case noSpaceAfterColon = "no-space-after-colon"
  case secondColon = "second-colon"
  case valueLikeKey = "value-like-key"
  case keyStart = "key-start"
  case keyEnd = "key-end"
  // Lists.
  case listOnKeyLine = "list-on-key-line"
  case itemAmongKeys = "item-among-keys"
  case keyAmongItems = "key-among-items"
  case noSpaceAfterDash = "no-space-after-dash"
  case itemWithoutValue = "item-without-value"
  // Text and quotes.
  case textStart = "text-start"
  case unclosedQuote = "unclosed-quote"
  case textAfterQuote = "text-after-quote"
  case unknownEscape = "unknown-escape"
  case escapeDigits = "escape-digits"
  case escapedSurrogate = "escaped-surrogate"
  case escapedNUL = "escaped-nul"
  case escapeTooLarge = "escape-too-large"
  // Brackets.
  case missingComma = "missing-comma"
  case extraComma = "extra-comma"
  case unclosedBracket = "unclosed-bracket"
  case wrongBracket = "wrong-bracket"
  case strayBracket = "stray-bracket"
  case bracketInText = "bracket-in-text"
  case questionInBrackets = "question-in-brackets"
  case dashInBrackets = "dash-in-brackets"
  case textAfterBracket = "text-after-bracket"
  case commentInBrackets = "comment-in-brackets"
  case pairInList = "pair-in-list"
  case keyWithoutValue = "key-without-value"
  case bracketIndentation = "bracket-indentation"
  case blockInBrackets = "block-in-brackets"
  // Blocks.
  case blockDigits = "block-digits"
  case blockHeader = "block-header"
  case blockWithoutText = "block-without-text"
  case blockBlankLine = "block-blank-line"
  case blockTab = "block-tab"
  case blockIndentation = "block-indentation"
  case blockUnfinished = "block-unfinished"
}
