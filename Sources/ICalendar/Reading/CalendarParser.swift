internal import Diagnostics

/// Builds components from content lines.
struct CalendarParser {
  /// A component whose END has not come yet.
  private struct Open {
    let name: String
    let start: Int
    var properties: [Property] = []
    var components: [Component] = []
  }

  private static let siblings: Set = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"]

  private let source: SourceText
  private var findings: Findings
  private var calendars: [Component] = []
  private var open: [Open] = []
  private var events = 0
  /// Events that stand outside of any VCALENDAR.
  private var strays: [Component] = []
  private var refusal = false

  init(_ source: SourceText) {
    self.source = source
    findings = Findings(source)
  }

  mutating func read() -> CalendarReading {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let (reason, help) = ForeignFile.refusal(of: source.bytes[start...]) {
      refuse(reason, help: [help])
    } else if let merge = Diagnostic.unsettledMerge(in: source) {
      findings.add(merge)
      refusal = true
    } else {
      var lines = ContentLineScanner(source.bytes, from: start)
      while !refusal, let line = lines.next() { take(line) }
      if !refusal { finish() }
    }
    return CalendarReading(
      source: source, calendars: refusal ? [] : calendars, diagnostics: findings.diagnostics)
  }

  private mutating func take(_ line: ContentLineScanner.Line) {
    guard let property = line.property else {
      if line.content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
      findings.report(
        .line, .warning, "this is no content line, and is skipped", at: line.range,
        label: "a name, parameters, a colon and a value are expected",
        help: ["a line that goes on with the one before starts with a space"])
      return
    }
    switch property.name {
    case "BEGIN": begin(componentName(property), at: line.range)
    case "END": end(componentName(property), at: line.range)
    default:
      if open.isEmpty {
        findings.report(
          .line, .warning, "`\(property.name)` stands outside of any component, and is skipped",
          at: line.range)
      } else if open[open.count - 1].properties.count == CalendarLimits.propertiesOfAComponent {
        let limit = CalendarLimits.propertiesOfAComponent
        refuse("a component has more than \(limit) properties", at: line.range)
      } else {
        open[open.count - 1].properties.append(property)
      }
    }
  }

  private func componentName(_ property: Property) -> String {
    EscapedText.capitals(property.rawValue.utf8.filter { $0 != 0x20 && $0 != 0x09 })
  }

  private mutating func begin(_ name: String, at range: Range<Int>) {
    if name == "VCALENDAR", let outer = open.first {
      let line = source.line(at: outer.start)
      refuse("`\(outer.name)` of line \(line) has no end before the next calendar", at: range)
    }
    if open.count == CalendarLimits.depth {
      refuse("components are nested more than \(CalendarLimits.depth) deep", at: range)
    }
    if name == "VEVENT" {
      events += 1
      if events > CalendarLimits.events {
        refuse("the file has more than \(CalendarLimits.events) events", at: range)
      }
    }
    // These never stand within each other: the outer one lacks its end.
    if CalendarParser.siblings.contains(name) {
      while let index = open.lastIndex(where: { CalendarParser.siblings.contains($0.name) }) {
        drop(from: index, because: "before the next `BEGIN:\(name)`")
      }
    }
    open.append(Open(name: name, start: range.lowerBound))
  }

  private mutating func end(_ name: String, at range: Range<Int>) {
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      findings.report(
        .line, .warning, "`END:\(name)` ends nothing, and is skipped", at: range,
        label: "no `BEGIN:\(name)` is open here")
      return
    }
    if index < open.count - 1 { drop(from: index + 1, because: "before this `END:\(name)`") }
    let ended = open.removeLast()
    // A copy has no room to grow, which is up to half of the memory.
    let component = Component(
      name, properties: Array(ended.properties[...]), components: ended.components,
      range: ended.start..<range.upperBound)
    if !open.isEmpty {
      open[open.count - 1].components.append(component)
    } else if name == "VCALENDAR" {
      calendars.append(component)
    } else {
      findings.report(
        .line, .warning, "this `\(name)` stands outside of a VCALENDAR", at: component.range)
      strays.append(component)
    }
  }

  /// Leaves out components that lack their end: who knows what else they lack.
  private mutating func drop(from index: Int, because reason: String) {
    for lost in open[index...] {
      findings.report(
        lost.name == "VEVENT" ? .event : .line, .error,
        "this `\(lost.name)` has no `END:\(lost.name)` \(reason), and is left out",
        at: lost.start..<source.bytes.count)
    }
    open.removeSubrange(index...)
  }

  private mutating func finish() {
    if let outer = open.first {
      refuse(
        "the file ends before `END:\(outer.name)`: it is cut off",
        at: outer.start..<source.bytes.count,
        label: "this has no end",
        help: ["download or export the calendar again"])
      return
    }
    if !strays.isEmpty { calendars.append(Component("VCALENDAR", components: strays)) }
    if calendars.isEmpty {
      refuse(
        "this is no calendar: it has no `BEGIN:VCALENDAR`", help: [ForeignFile.export])
    }
  }

  /// What is wrong with single lines matters no more.
  /// - Parameter range: nil where the whole file is not what it should be: nothing of it is quoted.
  private mutating func refuse(
    _ message: String, at range: Range<Int>? = nil, label: String = "", help: [String] = []
  ) {
    if refusal { return }
    refusal = true
    findings = Findings(source)
    let place = range.map(source.place(ofLineIn:)) ?? Place(wholeOf: source)
    findings.add(
      Diagnostic(
        CalendarFinding.file.rawValue, .error, message, at: place, label: label, help: help))
  }
}
