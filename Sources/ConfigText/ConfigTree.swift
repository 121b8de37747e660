internal import Diagnostics

/// What a file says, as one flat table.
///
/// Nothing is copied out of the file: a record holds where a value stands, and its text is made when
/// somebody asks for it. Records stand in the order of the file, a collection before its children,
/// so that a subtree is a stretch of the table.
final class ConfigTree: Sendable {
  let source: SourceText
  let records: [ConfigRecord]

  init(source: SourceText, records: [ConfigRecord]) {
    self.source = source
    self.records = records
  }
}

/// How a value is written.
enum Form: UInt8 {
  case plain
  /// In single quotes, each scalar as it stands.
  case single
  /// In single quotes with a doubled quote inside.
  case singleDoubled
  /// In double quotes, each scalar as it stands.
  case double
  /// In double quotes with a backslash inside.
  case doubleEscaped
  /// `|` or `>`.
  case block
  /// No value at all.
  case empty
  case list, map, bracketList, bracketMap
}

/// One value and, in a map, its key: 20 bytes. Offsets are bytes of the file, which is smaller than
/// 8 MiB.
struct ConfigRecord {
  /// The value with its quotes or brackets; of a block the header and all its lines.
  var start: UInt32
  var end: UInt32
  /// The index after the last record of this subtree.
  var next: UInt32
  /// The key with its quotes, `start..<start + length`; of length 0 where there is none.
  var keyStart: UInt32
  var keyLength: UInt16
  var form: Form
  var keyForm: Form

  var range: Range<Int> { Int(start)..<Int(end) }
  var keyRange: Range<Int> { Int(keyStart)..<Int(keyStart) + Int(keyLength) }
}
