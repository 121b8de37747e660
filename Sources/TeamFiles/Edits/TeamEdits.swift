internal import ConfigText
package import Dates
package import Diagnostics
package import RotaModel

/// A change that a command makes to the team file.
package enum TeamEdit: Sendable {
  /// Replaces an earlier pin of the week and rotation.
  case pin(ShiftWeek, RotationID, EngineerID)
  /// Adds time off, with the reason as a comment.
  case away(EngineerID, Range<Day>, reason: String?)
  /// Adds a project with these keys, in the order of the reference.
  case addProject(ProjectID, [JSON.Member])
  /// Sets a project's last day.
  case endProject(ProjectID, Day)
}

/// Edits the team file: order, comments, quoting and every line that need not change stay.
///
/// Reading the new text gives the old team with the edits made. Names that the file does not have
/// are refused.
package func edit(_ source: SourceText, _ edits: [TeamEdit], zones: ZoneNames) -> EditedText {
  var source = source
  for edit in edits {
    let reading = readTeam(source, zones: zones)
    guard let root = readConfig(source).root, let team = reading.team else {
      return .refused(reading.diagnostics)
    }
    var changes = TextChanges(source)
    if let refusal = changes.make(edit, in: root, of: team) { return .refused([refusal]) }
    source = SourceText(path: source.path, bytes: changes.bytes)
  }
  let mistakes = readTeam(source, zones: zones).diagnostics
  return mistakes.isEmpty ? .text(source.bytes) : .refused(mistakes)
}

extension TextChanges {
  fileprivate mutating func make(_ edit: TeamEdit, in root: ConfigNode, of team: Team)
    -> Diagnostic?
  {
    switch edit {
    case .pin(let week, let rotation, let engineer):
      // The team file's weekday would take the date of another one's week for that of a week before.
      let isOfAnotherWeekday = week.start.weekday != team.handover.weekday
      let key = isOfAnotherWeekday ? "\(ISOWeek(holding: week.start))" : week.description
      assign(
        engineer, to: rotation, in: week, key: key, section: "pins", behind: nil, of: root,
        handover: week.start.weekday, use: .pins)
    case .away(let engineer, let days, let reason):
      guard let entry = root.value(of: "engineers")?.entry(of: engineer.text) else {
        return unknown("engineer", engineer.text, among: team.engineers.map(\.id.text))
      }
      let comment = reason.map(commentText) ?? ""
      addTimeOff(days.text, to: entry, in: root, comment: comment)
    case .addProject(let project, let keys):
      let names = projectKeys.fields.map(\.name)
      let order = keys.sorted {
        names.firstIndex(of: $0.key) ?? 0 < names.firstIndex(of: $1.key) ?? 0
      }
      if let entry = root.value(of: "projects")?.entry(of: project.text) {
        return alreadyThere(project, entry)
      }
      add(JSON.Member(project.text, .object(order)), toProjectsOf: root)
    case .endProject(let project, let day):
      guard let entry = root.value(of: "projects")?.entry(of: project.text),
        let end = entry.value.value(of: "end")
      else { return unknown("project", project.text, among: team.projects.map(\.id.text)) }
      let outer = entry.value.isBracketed ? entry.value : end
      if end.scalar != day.description { setText(of: end, to: day.description, within: outer) }
    }
    return nil
  }

  private mutating func add(_ project: JSON.Member, toProjectsOf root: ConfigNode) {
    guard let projects = root.entry(of: "projects") else {
      return addSection("projects", .object([project]), to: root, depth: 2)
    }
    if projects.value.isMap {
      add(project, to: projects.value, of: projects, after: projects.value.entries.last, depth: 1)
    } else {
      fill(projects, with: .object([project]), depth: 2)
    }
  }

  /// The comment stands behind an own line of the time off, or else on a line above.
  private mutating func addTimeOff(
    _ days: String, to engineer: ConfigEntry, in root: ConfigNode, comment: String
  ) {
    let behind = comment.isEmpty ? "" : "   # " + comment
    let list = JSON.array([.string(days)])
    if let away = engineer.value.entry(of: "away") {
      if away.value.isList, !away.value.isBracketed {
        return append(.string(days), to: away.value, comment: behind)
      }
      note(days, comment, above: engineer, or: away, in: root)
      if away.value.isList {
        append(.string(days), to: away.value)
      } else {
        fill(away, with: list)
      }
    } else if engineer.value.isMap {
      if engineer.value.isBracketed { note(days, comment, above: engineer, or: nil, in: root) }
      add(
        JSON.Member("away", list), to: engineer.value, of: engineer,
        after: engineer.value.entries.last, comment: behind)
    } else {
      note(days, comment, above: engineer, or: nil, in: root)
      fill(engineer, with: .object([JSON.Member("away", list)]))
    }
  }

  /// A comment line above the key whose brackets hold the new time off.
  private mutating func note(
    _ days: String, _ comment: String, above engineer: ConfigEntry, or away: ConfigEntry?,
    in root: ConfigNode
  ) {
    guard !comment.isEmpty else { return }
    let chain = [root.entry(of: "engineers"), engineer, away].compactMap(\.self)
    guard let key = chain.first(where: { $0.value.isBracketed }) ?? chain.last else { return }
    let start = key.keyPlace.range.lowerBound
    let indentation = String(repeating: " ", count: source.indentation(of: start))
    insert(lines: ["\(indentation)# \(days): \(comment)"], at: source.lineStart(of: start))
  }

  private func alreadyThere(_ project: ProjectID, _ entry: ConfigEntry) -> Diagnostic {
    Diagnostic(
      "duplicate-key", .error, "there is a project `\(project)` already", at: entry.keyPlace,
      help: ["give the new one another id", "`rota project end` sets the last day of this one"])
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> Diagnostic {
    let guess = nearest(to: name, among: names)
    return Diagnostic(
      "unknown-\(what)", .error, "no \(what) is called `\(name)`", at: nil,
      help: (guess.map { ["did you mean `\($0)`?"] } ?? [])
        + (names.isEmpty ? [] : ["\(what)s: \(listing(names))"]))
  }
}

/// A text as one line of a comment: whatever a file may not hold becomes a space.
private func commentText(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      " "
    default: scalar
    }
  }
  var line = String.UnicodeScalarView()
  line.append(contentsOf: scalars)
  return String(line).split(separator: " ").joined(separator: " ")
}
