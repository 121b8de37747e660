package import Diagnostics

/// Checks a file against RFC 5545, by line; empty where it keeps to it.
///
/// Broken MUSTs are errors and broken SHOULDs warnings, each with the section that says so. What
/// `readCalendar` finds is among them. O(bytes).
package func lintCalendar(_ source: SourceText) -> [Diagnostic] {
  let reading = readCalendar(source)
  if reading.isRefused { return reading.diagnostics }
  var lint = Lint(source)
  LineLint.check(source, &lint)
  LineGrammar.check(source, &lint)
  for calendar in reading.calendars { lint.check(calendar: calendar) }
  // Reading goes on without a line that is none: here it is a broken MUST.
  let read = reading.diagnostics.map { finding in
    finding.id == CalendarFinding.line.rawValue ? Diagnostic(finding, .error) : finding
  }
  return (read + lint.findings.diagnostics).sorted {
    ($0.place?.range.lowerBound ?? 0) < ($1.place?.range.lowerBound ?? 0)
  }
}

/// Checks components and their properties, and collects what is wrong.
struct Lint {
  private(set) var findings: Findings
  /// The TZIDs of the calendar's VTIMEZONEs.
  private var zones: Set<String> = []

  init(_ source: SourceText) {
    findings = Findings(source)
  }

  /// A broken MUST.
  ///
  /// - Parameter section: of the RFC, `5545 3.1`.
  mutating func error(_ message: String, _ section: String, at range: Range<Int>) {
    findings.report(.lint, .error, "\(message) (RFC \(section))", at: range)
  }

  /// A broken SHOULD.
  mutating func warning(_ message: String, _ section: String, at range: Range<Int>) {
    findings.report(.lint, .warning, "\(message) (RFC \(section))", at: range)
  }

  fileprivate mutating func check(calendar: Component) {
    zones = []
    for zone in calendar.components where zone.name == "VTIMEZONE" {
      guard let name = zone["TZID"] else { continue }
      if !zones.insert(name.text).inserted {
        error("another `VTIMEZONE` has this `TZID`", "5545 3.8.3.1", at: name.range)
      }
    }
    check(calendar, parent: "")
    if calendar.components.isEmpty {
      error("a calendar has at least one component", "5545 3.6", at: calendar.range)
    }
    let method = calendar["METHOD"].map { EscapedText.capitals($0.rawValue.utf8) }
    var seen: Set<[String]> = []
    for component in calendar.components {
      if component.name == "VEVENT", method == "PUBLISH", let guest = component["ATTENDEE"] {
        error("a published `VEVENT` has no `ATTENDEE`", "5546 3.2.1", at: guest.range)
      }
      if component.name == "VEVENT", component["DTSTART"] == nil, method == nil {
        error(
          "a `VEVENT` of a calendar without `METHOD` has a `DTSTART`", "5545 3.6.1",
          at: component.range)
      }
      guard component.name == "VEVENT" || component.name == "VTODO" || component.name == "VJOURNAL",
        let uid = component["UID"]
      else { continue }
      let identity = [component.name, uid.rawValue, component["RECURRENCE-ID"]?.rawValue ?? ""]
      if !seen.insert(identity).inserted {
        error("another `\(component.name)` has this `UID`", "5545 3.8.4.7", at: uid.range)
      }
    }
  }

  private mutating func check(_ component: Component, parent: String) {
    if let kind = ComponentKind.named(component.name) {
      check(component, kind, parent: parent)
    } else if !component.name.utf8.starts(with: "X-".utf8) {
      warning("no standard knows `\(component.name)`", "5545 3.6", at: component.range)
    }
    for property in component.properties { check(property, in: component) }
    ComponentLint.check(component, &self)
    for inner in component.components { check(inner, parent: component.name) }
  }

  private mutating func check(_ component: Component, _ kind: ComponentKind, parent: String) {
    let section = kind.section
    if kind.parents.isEmpty ? !parent.isEmpty : !kind.parents.contains(parent), !parent.isEmpty {
      error("`\(component.name)` does not belong into `\(parent)`", section, at: component.range)
    }
    var seen: Set<String> = []
    for property in component.properties {
      let name = property.name
      let isSingle = kind.once.contains(name) || kind.required.contains(name)
      if !seen.insert(name).inserted, isSingle {
        error("`\(name)` stands only once in a `\(component.name)`", section, at: property.range)
      }
      if !isSingle, !kind.any.contains(name), PropertyKind.named(name) != nil {
        error("`\(name)` does not belong into `\(component.name)`", section, at: property.range)
      }
    }
    for name in kind.required where !seen.contains(name) {
      error("this `\(component.name)` has no `\(name)`", section, at: component.range)
    }
  }

  private mutating func check(_ property: Property, in component: Component) {
    guard let kind = PropertyKind.named(property.name) else {
      if !property.name.utf8.starts(with: "X-".utf8) {
        warning(
          "no standard knows `\(property.name)`; names of one's own start with `X-`",
          "5545 3.8.8.2", at: property.range)
      }
      return
    }
    ValueLint(property, kind, zones: zones, in: component.name).check(&self)
  }
}

extension Diagnostic {
  /// The same with another severity.
  fileprivate init(_ other: Diagnostic, _ severity: Severity) {
    self.init(
      other.id, severity, other.message, at: other.place, label: other.label,
      related: other.related, help: other.help)
  }
}
