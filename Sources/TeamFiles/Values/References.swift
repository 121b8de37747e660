import Dates
internal import Diagnostics
internal import RotaModel

extension Reading {
  /// An id where it is declared. A text that may not be one is reported and kept, so that what
  /// refers to it is not reported too.
  mutating func declaredID(_ text: Written, of what: String) {
    if Day(anyYear: text.text) != nil || looksLikeWeek(text.text) {
      let kind = looksLikeWeek(text.text) ? "week" : "date"
      return report(
        "bad-id", "`\(text.text)` cannot be the id of \(what): it reads as a \(kind)",
        at: text.place,
        help: ["put a letter before it: commands that take a \(kind) take it for one"])
    }
    guard !EngineerID.allows(text.text) else { return }
    let fix = Reading.idMeant(by: text.text)
    report(
      "bad-id", "`\(text.text)` cannot be the id of \(what)", at: text.place,
      help: [
        "an id has the letters `a` to `z`, digits and `-`, begins with a letter or digit, "
          + "and has at most 64 characters"
      ] + (fix.map { ["did you mean `\($0)`?"] } ?? []))
  }

  /// The text with what an id may not hold left out: `Tim Berg` becomes `tim-berg`.
  static func idMeant(by text: String) -> String? {
    let bytes = text.lowercased().utf8.map { byte -> UInt8 in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : 0x2D
    }
    let words = bytes.split(separator: 0x2D)
    let id = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return EngineerID.allows(id) && text.utf8.allSatisfy { $0 < 0x80 } ? id : nil
  }

  mutating func engineer(_ text: Written) -> Located<EngineerID>? {
    if isFullName(text.text, at: text.place) { return nil }
    return reference(text, among: names.engineers, .engineer) ? located(text) : nil
  }

  /// Whether an engineer is named by full name where an id is due, which is reported.
  mutating func isFullName(_ text: String, at place: Place) -> Bool {
    let isKnown = names.engineers?.contains(text) ?? EngineerID.allows(text)
    let meant = isKnown ? [] : names.engineers(withFullName: text)
    guard !meant.isEmpty else { return false }
    report(
      "unknown-engineer", "an engineer is named by id, and `\(text)` is a full name",
      at: place, label: "not an id", help: ["did you mean \(listing(meant))?"])
    return true
  }

  mutating func rotation(_ text: Written) -> Located<RotationID>? {
    reference(text, among: names.rotations, .rotation) ? located(text) : nil
  }

  mutating func project(_ text: Written) -> Located<ProjectID>? {
    reference(text, among: names.projects, .project) ? located(text) : nil
  }

  /// A skill asked for: some engineer must have it.
  mutating func neededSkill(_ text: Written) -> Located<String>? {
    reference(text, among: names.skills, .skill) ? Located(text.text, at: text.place) : nil
  }

  /// The name of a holiday list.
  mutating func holidayList(_ text: Written) -> String? {
    reference(text, among: names.holidays, .holidays) ? text.text : nil
  }

  private func located<Kind>(_ text: Written) -> Located<Identifier<Kind>> {
    Located(Identifier(text.text), at: text.place)
  }

  /// How a name of each kind is reported when nothing has it.
  private struct Referent: Sendable {
    let id: String
    let unknown: @Sendable (String) -> String
    let label: String
    let plural: String

    static let engineer = Referent(
      id: "unknown-engineer", unknown: { EngineerID($0).unknown },
      label: "not in `engineers`", plural: "engineers")
    static let rotation = Referent(
      id: "unknown-rotation", unknown: { RotationID($0).unknown },
      label: "not in `rotations`", plural: "rotations")
    static let project = Referent(
      id: "unknown-project", unknown: { ProjectID($0).unknown },
      label: "not in `projects`", plural: "projects")
    static let holidays = Referent(
      id: "unknown-holidays", unknown: { "no list of holidays is called `\($0)`" },
      label: "not in `holidays`", plural: "lists of holidays")
    static let skill = Referent(
      id: "unknown-skill", unknown: { "no engineer has the skill `\($0)`" },
      label: "nobody has it", plural: "skills")
  }

  private mutating func reference(
    _ text: Written, among declared: Names.Declared?, _ referent: Referent
  ) -> Bool {
    guard let declared, !declared.contains(text.text) else { return true }
    let all = declared.all
    let guess = mayGuess(among: all.count) ? nearest(to: text.text, among: all) : nil
    let related = guess.flatMap { declared.place(of: $0) }.map {
      [Located("a similar name is defined here", at: $0)]
    }
    report(
      referent.id, referent.unknown(text.text), at: text.place, label: referent.label,
      related: related ?? [],
      help: (guess.map { ["did you mean `\($0)`?"] } ?? [])
        + [
          all.isEmpty
            ? "the file has no \(referent.plural)" : "\(referent.plural): \(listing(all))"
        ])
    return false
  }
}
