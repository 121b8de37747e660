import Calendars
import Diagnostics

extension Command {
  static let calendarDiff = Command(
    "calendar diff", operands: "[ROTA…]", .rota, count: .any,
    summary: "what the next `calendar` would add, move, change and cancel",
    details: """
      Says in words, file by file, what `rota calendar` with the same operands and options would do
      to the events in the folder. Nothing is written.
      """,
    options: [.out, .allDay, .reminders, .attendees, .format(["text", "json"])],
    examples: [
      Example("calendar diff --out calendars", "before the calendars are published"),
      Example("calendar diff 2027-Q1 --out calendars --format json", "one quarter, for a script"),
    ],
    run: { context in
      let plan = try CalendarPlan(context)
      let changes = calendarChanges(writing: plan.files, to: plan.folder.files)
      try context.reply.answer(text(changes), json: json(changes))
      return .done
    })

  private static func text(_ changes: [CalendarChange]) -> String {
    if changes.isEmpty { return "nothing would change\n" }
    return changes.map { "\($0.path): \($0.text)".safeForTerminal + "\n" }.joined()
  }

  private static func json(_ changes: [CalendarChange]) -> JSON {
    [
      "changes": .array(
        changes.map { change in
          [
            "file": .string(change.path), "uid": .string(change.uid),
            "action": .string(change.action.rawValue), "before": json(change.before),
            "after": json(change.after), "zone": json(change.zoneMove),
          ]
        })
    ]
  }

  /// Seconds, negative for earlier.
  private static func json(_ move: ZoneMove?) -> JSON {
    guard let move else { return .null }
    return [
      "name": .string(move.zone), "before": .string(move.zoneBefore), "start": .number(move.start),
      "end": .number(move.end),
    ]
  }

  private static func json(_ appearance: CalendarChange.Appearance?) -> JSON {
    guard let appearance else { return .null }
    return [
      "summary": .string(appearance.summary), "start": .string(appearance.start),
      "end": appearance.end.map(JSON.string) ?? .null,
    ]
  }
}
