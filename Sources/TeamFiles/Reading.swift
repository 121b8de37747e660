internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// What is known while one file is read, and the mistakes found in it so far.
struct Reading: Sendable {
  let source: SourceText
  /// What the team file declares, collected before anything that may refer to it is read.
  var names = Names()
  /// The day weeks start on: an ISO week means the shift week that starts in it.
  var handover = Handover.standard.weekday
  var zones = ZoneNames.utc
  private var found = MistakeList()
  /// How many names were compared to find those that were probably meant.
  private var comparisons = 0

  init(_ source: SourceText) { self.source = source }

  /// The mistakes found so far.
  var mistakes: [Diagnostic] { found.diagnostics(in: source) }

  /// Whether the name that was probably meant is still looked for, among so many. A file with
  /// thousands of wrong names is not one of slips, and every guess takes time.
  mutating func mayGuess(among count: Int) -> Bool {
    comparisons += count
    return found.hasRoom && comparisons <= 1_000_000
  }

  /// Notes a mistake. The reading goes on, so that one run tells all of them.
  mutating func report(
    _ id: String, _ message: @autoclosure () -> String, at place: Place, label: String = "",
    related: [Located<String>] = [], help: @autoclosure () -> [String] = []
  ) {
    found.add(
      Diagnostic(id, .error, message(), at: place, label: label, related: related, help: help()))
  }

  mutating func report(_ mistake: @autoclosure () -> Diagnostic) { found.add(mistake()) }
}

/// The time zones a file may name. Zone data lives in another room.
package struct ZoneNames: Sendable {
  let isKnown: @Sendable (String) -> Bool
  /// Every name, for "did you mean"; asked for only when a name is not known.
  let all: @Sendable () -> [String]

  package init(
    isKnown: @escaping @Sendable (String) -> Bool, all: @escaping @Sendable () -> [String]
  ) {
    self.isKnown = isKnown
    self.all = all
  }

  /// UTC alone.
  package static let utc = ZoneNames(isKnown: { _ in false }, all: { [] })
}

extension Reading {
  /// A scalar of any spelling: what it may be is for a further check to say.
  mutating func scalar(_ node: ConfigNode) -> Written? {
    guard let text = node.ifSet?.scalar else { return self.text(node) }
    return Written(text, at: node.place, style: node.style)
  }

  /// A scalar that YAML too calls a string.
  mutating func text(_ node: ConfigNode) -> Written? {
    noting { node.text(&$0) }.map { Written($0, at: node.place, style: node.style) }
  }

  mutating func wholeNumber(_ node: ConfigNode, in range: ClosedRange<Int>) -> Int? {
    noting { node.wholeNumber(in: range, &$0) }
  }

  mutating func list(_ node: ConfigNode) -> [ConfigNode]? { noting { node.list(&$0) } }

  /// - Parameter fix: what to write instead of something else, where that is known.
  mutating func map(_ node: ConfigNode, fix: @autoclosure () -> String? = nil) -> [ConfigEntry]? {
    noting {
      node.map(&$0)
    } as: { mistake in
      guard mistake.id == "not-a-map", let fix = fix() else { return mistake }
      return Diagnostic(
        mistake.id, mistake.severity, mistake.message, at: mistake.place, label: mistake.label,
        related: mistake.related, help: [fix])
    }
  }

  /// Notes the mistakes of a read value, changed first where that is asked for.
  private mutating func noting<Value>(
    _ read: (inout [Diagnostic]) -> Value?, as changed: (Diagnostic) -> Diagnostic = { $0 }
  ) -> Value? {
    var mistakes: [Diagnostic] = []
    let value = read(&mistakes)
    for mistake in mistakes { report(changed(mistake)) }
    return value
  }
}

extension ConfigNode {
  func value(of key: String) -> ConfigNode? { entry(of: key)?.value }
}

/// Up to eight names in backquotes, and how many more there are.
func listing(_ names: some Collection<String>) -> String {
  let shown = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
  return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
}
