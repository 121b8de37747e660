internal import ConfigText
package import Dates
package import Diagnostics
package import RotaModel

/// A text that stands alone, on a command line: read as in a file, so that the same spellings are
/// understood and the same fixes proposed.
package struct OneText {
  private let text: String
  /// The day weeks start on.
  private let handover: Weekday

  package init(_ text: String, handover: Weekday = .monday) {
    self.text = text
    self.handover = handover
  }

  /// What is wrong with a text: findings without a place.
  package struct Mistakes: Error {
    package let findings: [Diagnostic]
  }

  package func day() throws(Mistakes) -> Day { try read { $0.day($1) } }

  /// A date or a range.
  package func days() throws(Mistakes) -> Range<Day> { try read { $0.days($1) } }

  package func week() throws(Mistakes) -> ShiftWeek { try read { $0.week($1) } }
  package func period() throws(Mistakes) -> Period { try read { $0.period($1) } }
  package func time() throws(Mistakes) -> LocalTime { try read { $0.time($1) } }

  /// Whether the text means a week by its number.
  package var isNumberedWeek: Bool { looksLikeWeek(text) }

  /// Whether the text means a period, perhaps one that is written wrong.
  package var isNearPeriod: Bool {
    NumberedParts(text, of: .quarter) != nil || Day(text.prefix(10)) != nil
      || DateParts(text) != nil
  }

  private func read<Value>(_ value: (inout Reading, Written) -> Value?) throws(Mistakes) -> Value {
    let source = SourceText(path: "", text: text)
    var reading = Reading(source)
    reading.handover = handover
    let written = Written(text, at: Place(source, 0..<text.utf8.count), style: .plain)
    if let value = value(&reading, written) { return value }
    throw Mistakes(
      findings: reading.mistakes.map { mistake in
        Diagnostic(
          mistake.id, .error, mistake.message, at: nil,
          help: (mistake.label.isEmpty ? [] : [mistake.label]) + mistake.help)
      })
  }
}
