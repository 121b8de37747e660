internal import Diagnostics
internal import ICalendar

/// What kind of file is imported, found by its content.
enum ImportedKind: Equatable {
  case calendar, json, table

  /// As messages call it.
  var words: String {
    switch self {
    case .calendar: "a calendar"
    case .json: "JSON"
    case .table: "a table"
    }
  }

  /// The text as UTF-8, and its kind; or why nothing can be read of it. O(bytes).
  static func found(in file: SourceText) -> Result<(kind: ImportedKind, text: SourceText), Refusal>
  {
    if let refusal = refusal(of: file) { return .failure(refusal) }
    let text = file.decodedFromUTF16 ?? file
    if let refusal = textRefusal(of: text) { return .failure(refusal) }
    if let merge = Diagnostic.unsettledMerge(in: text) { return .failure(Refusal(finding: merge)) }
    return .success((kind(of: text), text))
  }

  /// Why a file cannot be imported.
  struct Refusal: Error {
    let finding: Diagnostic
  }

  private static func kind(of text: SourceText) -> ImportedKind {
    let start = text.bytes.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if start.startsLikeASCII("begin:") || text.path.lowercased().hasSuffix(".ics") {
      return .calendar
    }
    switch start.first {
    case UInt8(ascii: "{"): return .json
    case UInt8(ascii: "["):
      // `[Ada](https://…)` is Markdown.
      let next = start.dropFirst().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      return next.map { "{[\"]-0123456789tfn".utf8.contains($0) } ?? true ? .json : .table
    default: return .table
    }
  }

  // MARK: What is no text

  private static func refusal(of file: SourceText) -> Refusal? {
    if file.bytes.count > CalendarLimits.bytes {
      return refusal(
        "the file is larger than \(CalendarLimits.bytes >> 20) MiB", file, "split it")
    }
    let start = file.bytes.prefix(4096)
    let csv = "save it as `CSV UTF-8`"
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let text = String(decoding: start, as: UTF8.self)
      let kind =
        text.contains("opendocument")
        ? "an OpenDocument spreadsheet (.ods)"
        : file.path.lowercased().hasSuffix(".ods")
          ? "an OpenDocument spreadsheet (.ods)"
          : text.contains("xl/") || text.contains("[Content_Types]")
            ? "an Excel workbook (.xlsx)" : "a zip archive"
      return refusal("this is \(kind), not a table of text", file, "\(csv), and import that")
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return refusal("this is an old Excel workbook (.xls), not a table of text", file, csv)
    }
    if start.starts(with: Array("%PDF".utf8)) {
      return refusal(
        "this is a PDF, from which no table can be read", file,
        "export the rota as `CSV UTF-8`, JSON or iCalendar (.ics) instead")
    }
    if start.starts(with: [0x1F, 0x8B]) {
      return refusal("this is a compressed file", file, "unpack it first")
    }
    let text = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    if ["<!doctype html", "<html", "<?xml", "<table"].contains(where: text.startsLikeASCII) {
      return refusal(
        "this is a web page (HTML), not a table, JSON or a calendar", file,
        "a sign-in page may have come instead of the file; else save the table as `CSV UTF-8`")
    }
    return nil
  }

  private static func textRefusal(of file: SourceText) -> Refusal? {
    let bytes = file.bytes
    if bytes.allSatisfy({ $0 <= 0x20 && $0 != 0 }) || bytes == [0xEF, 0xBB, 0xBF] {
      return refusal("the file is empty", file, "export it again")
    }
    if let zero = bytes.firstIndex(of: 0) {
      let start = bytes.prefix(1000)
      let zeros = start.count { $0 == 0 }
      let isUTF16 = zeros * 3 >= start.count
      return Refusal(
        finding: Diagnostic(
          "import-file",
          isUTF16
            ? "this is text in UTF-16 without a byte order mark"
            : "this is no text: it has a zero byte",
          at: Place(file, zero..<zero + 1).unquoted, help: ["save it as `CSV UTF-8`"]))
    }
    guard let wrong = bytes.firstInvalidUTF8 else { return nil }
    return Refusal(
      finding: Diagnostic(
        "import-file", "this text is not in UTF-8: it is probably Windows-1252",
        at: Place(file, wrong..<wrong + 1), label: "the first wrong byte",
        help: ["save it as `CSV UTF-8`"]))
  }

  private static func refusal(_ message: String, _ file: SourceText, _ help: String) -> Refusal {
    Refusal(
      finding: Diagnostic("import-file", message, at: Place(wholeOf: file), help: [help]))
  }
}

extension Collection<UInt8> {
  /// Whether it begins with a text of ASCII, in any case. `text` is in lower case.
  fileprivate func startsLikeASCII(_ text: String) -> Bool {
    var bytes = makeIterator()
    for wanted in text.utf8 {
      guard let byte = bytes.next() else { return false }
      let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      if lower != wanted { return false }
    }
    return true
  }
}

extension [UInt8] {
  /// Where the first byte stands that is no part of UTF-8; nil where all are. O(bytes).
  fileprivate var firstInvalidUTF8: Int? {
    // The library's own check is fast, and says only whether.
    if String(validating: self, as: UTF8.self) != nil { return nil }
    // Of the first half without a mistake the mistake lies behind; a character is at most 4 bytes.
    var index = startIndex
    while index < endIndex {
      let lead = self[index]
      let length =
        switch lead {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      guard length > 0, index + length <= endIndex,
        String(validating: self[index..<index + length], as: UTF8.self) != nil
      else { return index }
      index += length
    }
    return nil
  }
}

extension SourceText {
  /// The same in UTF-8; nil for a text that has no byte order mark of UTF-16.
  fileprivate var decodedFromUTF16: SourceText? {
    let isLittle: Bool
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): isLittle = true
    case (0xFE, 0xFF): isLittle = false
    default: return nil
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return SourceText(path: path, text: String(decoding: units, as: UTF16.self))
  }
}
