/// What a finding is about, whatever its words: two findings of one rule about the same people,
/// rotations, projects and days are the same finding, before and after a change.
package struct Subject: Hashable, Sendable {
  /// Ids; none where it does not matter who.
  package let people: [String]
  /// Ids; none where it does not matter which.
  package let rotations: [String]
  /// Ids; none for what is about shifts.
  package let projects: [String]
  /// Half-open, in days since 1970-01-01: the shift weeks, the days of a cover, or of the period
  /// where it is counted over. None for what is about a project: its life may move.
  package let days: [Range<Int>]

  package init(
    people: [String] = [], rotations: [String] = [], projects: [String] = [],
    days: [Range<Int>] = []
  ) {
    self.people = people
    self.rotations = rotations
    self.projects = projects
    self.days = days
  }
}

/// By which findings before and after a change are compared: the rule and what it is about, never
/// the words, except where they are all there is.
package struct FindingKey: Hashable, Sendable {
  package let rule: String
  package let about: Subject?
  /// Empty where there is a subject.
  let message: String

  package init(_ finding: Diagnostic) {
    rule = finding.id
    about = finding.about
    message = finding.about == nil ? finding.message : ""
  }
}
