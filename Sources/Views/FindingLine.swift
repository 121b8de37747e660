package import Diagnostics

extension Diagnostic {
  /// Place, message, rule and fix in one line, which quotes no line of a file.
  package var lineWithFix: String {
    let start = place.map { "\($0.file):\($0.line): " } ?? ""
    return start + lineOfOld + (help.isEmpty ? "" : ": " + help.joined(separator: "; "))
  }

  /// Without a place: the file it had is no longer there.
  var lineOfOld: String { "\(message) [\(id)]" }
}
