import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import TeamFiles
import Views

extension Command {
  static let who = Command(
    "who", operands: "[WHEN or ENGINEER]", .weekOrEngineer, count: 0...1,
    summary: "who is on duty then, and who is next; what somebody has to come",
    details: """
      Says who holds each shift at WHEN, and who is next. WHEN is a date (everybody on duty at some
      moment of it, with the times), a time such as 2027-01-11T09:30, a week such as 2027-W02, or
      now; `--next` takes the coming handover instead of now. While somebody stands in for a shift's
      holder, the stand-in is on duty. The exit status is 1 where a rotation that is not closed then
      has nobody: because a rota leaves the shift open, or because no rota on file holds that date,
      which is said.

      Of an ENGINEER, by id, full name, alias, first name or surname, it says the duties under way and to
      come, the projects and the sessions, as far as rotas on file reach; the exit status is 0.

      `--format slack` is one text for a chat, at most 3,000 characters: what does not fit is counted.

      JSON of a time: { "when", "timezone", "rotations": [ { "rotation", "closed", "on_file",
      "on_duty": [ DUTY ], "next": DUTY or null } ] }, a DUTY being { "engineer", "from", "to",
      "holder": whom they stand in for, or null }. Of an engineer: { "engineer", "name", "timezone",
      "from", "to": the last date on file, or null, "duties": [ { "rotation", "from", "to",
      "holder" } ], "projects": [ { "project", "start", "end", "from", "to": owned from and to } ],
      "sessions": those of `show` }.
      """,
    options: [.next, .format(["text", "markdown", "slack", "json"])],
    examples: [
      Example("who", "who is on duty now"),
      Example("who --next --format slack", "who takes over at the coming handover, for a chat"),
      Example("who 2027-01-11", "everybody on duty on a day, with the times of the handover"),
      Example("who 2027-01-11T09:30 --format json", "the same of a moment, for a script"),
      Example("who ada", "Ada's duties, projects and sessions to come"),
    ],
    run: who)

  private static func who(_ context: Context) throws -> ExitStatus {
    let files = try OnFile(context)
    switch try files.asked(context.arguments) {
    case .engineer(let engineer):
      try context.reply.print(EngineerAnswer(engineer, files))
      return .done
    case .time(let when):
      let answer = try DutyAnswer(when, files)
      try context.reply.print(answer)
      for line in answer.whyNobody { try context.reply.say(line) }
      return answer.whyNobody.isEmpty ? .done : .badNews
    }
  }
}

/// What `who` answers in each of its formats.
protocol WhoAnswer {
  func text(width: Int?) -> String
  var markdown: String { get }
  var slack: SlackText { get }
  var json: JSON { get }
}

extension Reply {
  fileprivate func print(_ answer: some WhoAnswer) throws(FileProblem) {
    try self.answer(
      answer.text(width: width), markdown: answer.markdown, slack: answer.slack.text,
      json: answer.json)
  }
}

/// What `who` is asked about.
private enum Asked {
  case time(When)
  case engineer(EngineerID)
}

extension OnFile {
  /// What reads as a date, a time or a week is one; other words name engineers.
  fileprivate func asked(_ arguments: Arguments) throws -> Asked {
    let word = arguments.operands.first
    if arguments.has(.next) {
      guard let word else { return .time(.time(try comingHandover())) }
      throw Unusable(
        .usage(
          "two-times", "`\(word)` and `--next` both say whom to ask about",
          help: ["leave one of them out"]))
    }
    guard let word else { return .time(.time(now)) }
    do {
      return .time(try When(word, handover: team.handover.weekday))
    } catch {
      let meant = team.engineers(meantBy: word)
      // A slip in a date is told as one; what begins with a letter is a name.
      if meant.isEmpty, word.utf8.first.map({ (0x30...0x39).contains($0) }) ?? true { throw error }
      do {
        return .engineer(try engineer(named: word))
      } catch let unknown as Unusable where meant.isEmpty {
        throw Unusable(unknown.findings.map { $0.adding(help: "a time: " + When.help) })
      }
    }
  }

  /// The next moment at which a shift week begins, on file or by the team's weekday.
  private func comingHandover() throws -> LocalDateTime {
    let zone = try zone()
    let roster = DutyRoster(handover: team.handover.time, zone: zone)
    let moment = zone.instant(of: now)
    let standard = team.handover.weekday
    // Before the handover of a day the week of the day before goes on.
    let day = roster.instant(today) <= moment ? today : today - 1
    let week = rotas.week(holding: day, handover: standard)
    let end =
      rotas.first { $0.week(holding: day, handover: standard) == week }?.days(of: week).upperBound
      ?? week.start + 7
    // Where the day is on no rota, one with another weekday may begin before that.
    let starts = rotas.compactMap { $0.weeks(handover: standard).first?.start }
    let next = ([end] + starts).filter { roster.instant($0) > moment }.min() ?? end
    return next.at(team.handover.time)
  }
}

extension Diagnostic {
  fileprivate func adding(help more: String) -> Diagnostic {
    Diagnostic(id, message, at: place, label: label, related: related, help: help + [more])
  }
}
