extension Mistake {
  struct Words {
    let message: String
    let label: String
    let help: [String]

    init(_ message: String, _ label: String, _ help: String...) {
      self.message = message
      self.label = label
      self.help = help
    }
  }

  /// What is said about the mistake, `found` being the text it was found in or at.
  func words(_ found: String) -> Words {
    switch self {
    case .notUTF8:
      Words("these bytes are not UTF-8", found, "save the file as UTF-8")
    case .utf16:
      Words("the file is written in UTF-16", "not UTF-8", "save the file as UTF-8")
    case .utf32:
      Words("the file is written in UTF-32", "not UTF-8", "save the file as UTF-8")
    case .bareCarriageReturn:
      Words(
        "a carriage return stands alone", "no line feed follows",
        "end lines with LF or with CR LF")
    case .controlCharacter:
      Words(
        "the control character \(found) stands in the file",
        "cannot be seen",
        "remove it; in double quotes a character can be written as an escape such as `\\x07`")
    case .lineSeparator:
      Words(
        "the line separator \(found) stands in the file", "some readers end the line here",
        "end the line with LF, or write a space")
    case .strayByteOrderMark:
      Words(
        "a byte order mark (U+FEFF) stands inside the file", "cannot be seen",
        "remove it; it is allowed only as the file's first character")
    case .noncharacter:
      Words(
        "\(found) is not a character",
        "cannot be seen",
        "remove it")
    case .hiddenDirection:
      Words(
        "the control \(found) changes the direction of writing",
        "text can look different from what it says", "remove it")
    case .fileTooLarge:
      Words(
        "the file is larger than \(TextLimits.fileBytes >> 20) MiB",
        "more than \(TextLimits.fileBytes) bytes",
        "split it, or remove what is no longer needed")
    case .lineTooLong:
      Words(
        "this line is longer than \(TextLimits.lineCharacters) characters",
        "the line begins here",
        "break the line")
    case .tooDeep:
      Words(
        "lists and maps stand more than \(TextLimits.depth) deep", "the \(TextLimits.depth + 1)th",
        "nest less")
    case .tooManyValues:
      Words(
        "the file holds more than \(TextLimits.values) values", "one too many", "split the file")
    case .keyTooLong:
      Words(
        "a key is longer than \(TextLimits.keyCharacters) characters",
        "too long",
        "shorten it; with the spaces before `:` it takes at most \(TextLimits.keyWithSpaces)")
    case .anchor:
      Words(
        "anchors (`&name`) are not allowed",
        "an anchor",
        "remove `\(found)` and write the value wherever it is used; text that begins with `&` is written in quotes"
      )
    case .alias:
      Words(
        "aliases (`*name`) are not allowed",
        "an alias",
        "write the value itself instead of `\(found)`; text that begins with `*` is written in quotes"
      )
    case .mergeKey:
      Words(
        "merge keys (`<<`) are not allowed", "a merge key", "write the keys out where they belong")
    case .tag:
      Words(
        "tags (`!name`) are not allowed",
        "a tag",
        "remove `\(found)`; text that begins with `!` is written in quotes")
    case .directive:
      Words("a line cannot begin with `%`", "a directive of YAML", "remove the line")
    case .secondDocument:
      Words(
        "a file holds one document", "a second one begins here",
        "remove this line, or move what follows to a file of its own")
    case .textAfterStart:
      Words(
        "nothing may stand on the line of `---`", "on the line of `---`", "put it on the next line")
    case .documentEnd:
      Words("`...` is not allowed", "the end of a document in YAML", "remove this line")
    case .explicitKey:
      Words(
        "keys with `? ` are not allowed",
        "marks a key in YAML",
        "write `key: value`")
    case .nonTextKey:
      Words(
        "a key is text, not a list or a map", "used as a key", "write the key as text, in quotes")
    case .reservedCharacter:
      Words(
        "text cannot begin with this character",
        "reserved in YAML",
        "write `\(found)`")
    case .tabIndentation:
      Words("a tab stands in the indentation", "a tab", "indent with spaces")
    case .tabSeparation:
      Words(
        "a tab stands outside quotes", "a tab", "write a space; in double quotes a tab is `\\t`")
    case .unicodeSpace:
      Words(
        "\(found) looks like a space and is none", "not an ordinary space",
        "write an ordinary space, or write the text in quotes")
    case .indentedFile:
      Words(
        "the file's first line is indented", "begins in column \(found)",
        "begin in column 1")
    case .misaligned:
      Words(
        "this line is not aligned with its neighbours", "begins in column \(found)",
        "keys of one map, and items of one list, begin in the same column")
    case .continuedText:
      Words(
        "text goes on in the next line", "no key and no list item",
        "write the text on one line, or behind `>` (joins the lines) or `|` (keeps them)")
    case .loneText:
      Words(
        "a file is a map or a list, not a text", "no `:` and no `- `", "write `key: value`")
    case .textAfterEnd:
      Words(
        "something stands after the end of the file's value",
        "the value is complete already",
        "remove it, or put everything inside the brackets")
    case .duplicateKey:
      Words(
        "the key `\(found)` stands twice in this map", "here again",
        "remove one of them, or rename it")
    case .missingColon:
      Words(
        "a `:` is missing after the key", "no `: ` on this line",
        "write `\(found)`")
    case .colonWithoutKey:
      Words(
        "a key is missing before `:`",
        "no key",
        "write `key: value`; text that begins with `:` is written in quotes")
    case .noSpaceAfterColon:
      Words(
        "a space is missing after `:`",
        "no space follows",
        "write `\(found)`")
    case .secondColon:
      Words(
        "a second `: ` stands on this line",
        "a key inside a value",
        "write `\(found)`, or put the inner key on a line of its own")
    case .valueLikeKey:
      Words(
        "the key `\(found)` is not text for every reader", "looks like a number, a boolean or null",
        "write `\"\(found)\"`")
    case .keyStart:
      Words(
        "text in column 1 cannot begin like this",
        "marks documents in YAML",
        "write `\(found)`")
    case .keyEnd:
      Words(
        "a key cannot end in `:`",
        "one `:` too many",
        "write `\(found): value`")
    case .listOnKeyLine:
      Words(
        "a list begins on the line after its key",
        "a list on its key's line",
        "put `\(found)` on a line of its own, or write `[…]`")
    case .itemAmongKeys:
      Words(
        "a list item stands among keys", "`- ` where a key is expected",
        "remove `- `, or indent the item under its key")
    case .keyAmongItems:
      Words(
        "a key stands among list items", "no `- ` before it",
        "write `- ` before it, or indent it as deep as the item's text")
    case .noSpaceAfterDash:
      Words(
        "no space stands after `-`", "read as text, not as a list item", "write `\(found)`")
    case .itemWithoutValue:
      Words(
        "a list item has no value",
        "nothing follows",
        "write a value after `- `, or remove the line")
    case .textStart:
      Words(
        "text cannot begin with this character",
        "means something else in YAML",
        "write `\(found)`")
    case .unclosedQuote:
      Words(
        "a quote is not closed on its line", "opened here",
        "close it with `\(found)`; text of several lines is written behind `>` or `|`")
    case .textAfterQuote:
      Words(
        "text stands after the closing quote", "not part of the quoted text",
        "put the whole text in quotes; a quote inside is written as `\(found)`")
    case .unknownEscape:
      Words(
        "`\(found)` is not an escape",
        "unknown",
        "allowed are `\\\"`, `\\\\`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, `\\xHH`, `\\uHHHH` and `\\UHHHHHHHH`",
        "write `\\\\` for a backslash, or use single quotes")
    case .escapeDigits:
      Words(
        "`\(found)` lacks hexadecimal digits",
        "too few digits",
        "write `\\xHH`, `\\uHHHH` or `\\UHHHHHHHH`")
    case .escapedSurrogate:
      Words(
        "`\(found)` is half of a character", "a UTF-16 surrogate",
        "write the whole character as `\\UHHHHHHHH`, or as itself")
    case .escapedNUL:
      Words(
        "`\(found)` is the character NUL, which is not allowed",
        "NUL",
        "remove it")
    case .escapeTooLarge:
      Words(
        "`\(found)` is beyond the last character, U+10FFFF",
        "no such character",
        "correct the digits")
    case .missingComma:
      Words(
        "a comma is missing",
        "no comma before this",
        "write `,` before `\(found)`")
    case .extraComma:
      Words(
        "a value is missing before `,`",
        "nothing before this comma",
        "remove this comma, or write a value before it")
    case .unclosedBracket:
      Words("a bracket is not closed", "opened here", "write `\(found)` after the last value")
    case .wrongBracket:
      Words(
        "this bracket does not match the opening one", "expected `\(found)`", "write `\(found)`")
    case .strayBracket:
      Words(
        "`\(found)` closes nothing", "no bracket is open",
        "remove it; text that begins with it is written in quotes")
    case .bracketInText:
      Words(
        "`\(found)` stands in text inside brackets",
        "in the middle of a text",
        "write the text in quotes, or `,` before the bracket")
    case .questionInBrackets:
      Words(
        "`?` stands in text inside brackets",
        "a key's mark in YAML",
        "write `\(found)`")
    case .dashInBrackets:
      Words(
        "text inside brackets ends in ` -`",
        "an item's mark in YAML",
        "write `\(found)`")
    case .textAfterBracket:
      Words(
        "something stands after the closing bracket", "the value is complete already",
        "remove it, or put the whole text in quotes")
    case .commentInBrackets:
      Words(
        "a space is missing before `#`",
        "starts no comment",
        "write ` #` for a comment; text with `#` is written in quotes")
    case .pairInList:
      Words(
        "`key: value` stands in a list of brackets",
        "a key",
        "write `{ \(found): … }`, or quote the text")
    case .keyWithoutValue:
      Words(
        "the key `\(found)` has no value",
        "no value",
        "write `\(found): value`")
    case .bracketIndentation:
      Words(
        "a line inside brackets is not indented", "begins in column \(found)",
        "indent it deeper than the key or `-` that the brackets belong to")
    case .blockInBrackets:
      Words(
        "text cannot begin with this character inside brackets",
        "starts a text of several lines",
        "write `\(found)`")
    case .blockDigits:
      Words(
        "indentation digits are not allowed",
        "a digit",
        "remove the digit; the first line sets the indentation")
    case .blockHeader:
      Words(
        "the text after `\(found)` begins on the next line",
        "on the line of `\(found)`",
        "put the text on the next line, indented; text that begins with `\(found)` is written in quotes"
      )
    case .blockWithoutText:
      Words(
        "no text follows `\(found)`",
        "no indented line follows",
        "indent the text deeper than its key, or write `\"\"`")
    case .blockBlankLine:
      Words(
        "a line of spaces is longer than the text's indentation", "spaces only", "remove the spaces"
      )
    case .blockTab:
      Words(
        "a line of the text begins with a tab", "a tab", "indent with spaces")
    case .blockIndentation:
      Words(
        "a line of the text is indented less than its first line", "begins in column \(found)",
        "indent it like the first line")
    case .blockUnfinished:
      Words(
        "the file ends inside a text without a line end",
        "the file ends here",
        "end the last line with a line end")
    }
  }
}
