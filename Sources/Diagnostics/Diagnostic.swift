/// How bad a finding is.
package enum Severity: String, Sendable, CaseIterable {
  /// Something in a file that cannot be used.
  case error
  /// A broken hard rule.
  case conflict
  /// Something worth knowing about.
  case warning
}

/// One thing Rota has to say about a file: what, where, what is allowed, and the likely fix.
///
/// A plain value; every renderer (terminal, JSON, …) is made from it and none adds facts.
package struct Diagnostic: Sendable {
  /// The stable name of the kind of finding: a rule's id (`rest`) or an error's (`unknown-key`).
  package let id: String
  package let severity: Severity
  /// One sentence without a full stop; names from files in backquotes.
  package let message: String
  /// Where; nil where there is no file to point at.
  package let place: Place?
  /// A few words under the caret, or empty.
  package let label: String
  /// Other places that explain this one, each with a few words.
  package let related: [Located<String>]
  /// What is allowed and the likely fix, one sentence each, without a full stop.
  package let help: [String]
  /// By which it is compared with findings of another version of the file; nil where its message
  /// is all there is.
  package var about: Subject?
  /// Findings of its kind that are told together with it, a line each; see `folded`.
  package var others: [String] = []

  package init(
    _ id: String, _ severity: Severity, _ message: String, at place: Place?,
    label: String = "", related: [Located<String>] = [], help: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.label = label
    self.related = related
    self.help = help
  }

  /// The same, without the line it is about.
  package var unquoted: Diagnostic {
    var copy = Diagnostic(
      id, severity, message, at: place?.unquoted, label: label, related: related, help: help)
    copy.about = about
    copy.others = others
    return copy
  }

  /// A mistake in a file.
  package init(
    _ id: String, _ message: String, at place: Place?, label: String = "",
    related: [Located<String>] = [], help: [String] = []
  ) {
    self.init(id, .error, message, at: place, label: label, related: related, help: help)
  }
}
