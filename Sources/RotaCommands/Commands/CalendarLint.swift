import Diagnostics
import ICalendar

extension Command {
  static let calendarLint = Command(
    "calendar lint", operands: "FILE…", .file, count: .oneOrMore,
    summary: "check any .ics file against RFC 5545",
    details: """
      Checks calendars, whoever wrote them, against RFC 5545 and prints each finding with its place
      and the section that says so. What must not be is an error, what should not be a warning. The
      exit status is 1 where there is an error (with `--strict` also a warning).
      """,
    options: [.strict, .format(["text", "json", "github", "sarif"])],
    examples: [
      Example("calendar lint calendars/team.ics", "one file"),
      Example("calendar lint feed.ics --format json", "for a script"),
    ],
    run: lint)

  private static func lint(_ context: Context) throws -> ExitStatus {
    var findings: [Diagnostic] = []
    var unreadable: [Diagnostic] = []
    for path in context.arguments.operands {
      do throws(FileProblem) {
        findings += lintCalendar(try context.environment.source(path, limit: .calendar))
      } catch {
        unreadable.append(.unreadable(error, "calendar"))
      }
    }
    guard unreadable.isEmpty else { throw Unusable(findings + unreadable) }
    if context.reply.wantsJSON {
      try context.reply.print(["findings": .array(findings.map(\.finding))])
    } else if try !context.reply.annotate(findings) {
      try context.reply.show(findings, on: .output)
      try context.reply.print((findings.isEmpty ? "" : "\n") + findings.counts + "\n")
    }
    let isBad = findings.contains { $0.severity == .error || context.arguments.has(.strict) }
    if isBad { try context.reply.say("`calendar lint` fails: \(findings.counts)") }
    return isBad ? .badNews : .done
  }
}
