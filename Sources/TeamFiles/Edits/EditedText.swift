package import Diagnostics

/// What came of editing a file.
package enum EditedText: Sendable {
  /// The whole new text.
  case text([UInt8])
  /// The file cannot be edited, or would have a mistake afterwards; the places are then in the
  /// new text.
  case refused([Diagnostic])
}
