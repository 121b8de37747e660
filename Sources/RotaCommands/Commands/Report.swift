import Dates
import Diagnostics
import Planning
import RotaModel
import TeamFiles
import Views

extension Command {
  static let report = Command(
    "report", operands: "[PERIOD]", .period, count: 0...1,
    summary: "a quarter in facts, for the retrospective and the feedback meeting",
    details: """
      Prints what the files say of a period, in the two parts of the feedback meeting: for everybody
      (projects finished, shifts done, who stood in) and for the team (shifts that changed hands,
      covers, unpopular weeks, balances, wishes, protected weeks broken, what is still due, what
      hangs on one person); then what comes next. Without PERIOD it is the latest whose last shift
      week has ended, else the one that holds today. What changed since the rota was added comes
      from git; without its history that is left out, and said.

      JSON: { "period", "thanks": { "finished": [ { "project", "customer", "ended", "owners",
      "documentation": link or null, "introduces", "session": date or null } ], "shifts": [ {
      "engineer", "rotation", "weeks" } ], "stood_in": [ { "from", "to", "rotation", "engineer",
      "holder" } ] }, "improvements": { "changed_hands": [ { "week", "rotation", "old", "new" } ] or
      null, "covers": [ { "from", "to", "rotation", "engineer", "days" } ], "unpopular": [ { "week",
      "rotation", "engineer" } ], "balances": [ { "engineer", "rotation", "before", "after":
      millionths or null } ], "wishes": [ { "wish": avoid, prefer or want, "engineer", "week",
      "project", "granted" } ], "protected": [ { "project", "engineer", "week", "held_shift" } ],
      "documentation": [ { "project", "ended" } ], "sessions": [ID], "ended_later": [ { "project",
      "planned", "ended" } ] or null, "interrupted": [ { "project", "weeks": [ { "engineer", "week",
      "held_shift" } ] } ], "lone_skill": [ { "engineer", "project", "rotation", "weeks" } ] },
      "next": { "shifts": [ { "week", "rotation", "engineer" } ], "starting": [ { "project", "start",
      "end" } ], "feedback": [DATE], "agenda": [LINE] } }. Lists are null where history is not known.
      """,
    options: [.part, .format(["text", "markdown", "json"])],
    examples: [
      Example("report", "the last quarter"),
      Example("report 2026-Q4 --part thanks --format markdown", "for the meeting with everyone"),
    ],
    run: report)

  private static func report(_ context: Context) throws -> ExitStatus {
    let onFile = try OnFile(context)
    let rota = try onFile.rotaToReport(context.arguments)
    let part = context.arguments.text(.part).flatMap { ReportView.Part(rawValue: $0) }
    // Thanks need no history, and then it is not missed.
    let history = part == .thanks ? nil : RotaHistory(of: rota, onFile)
    let view = ReportView(
      PeriodReport(rota, in: onFile.situation, added: history?.added), part: part,
      withoutHistory: history?.missing, team: onFile.team)
    if let missing = history?.missing { try context.reply.say("without history: \(missing)") }
    try context.reply.answer(view.text, markdown: view.markdown, json: view.json)
    return .done
  }
}

extension OnFile {
  /// The rota of the period named, else the latest that has ended, else the one holding today.
  fileprivate func rotaToReport(_ arguments: Arguments) throws -> Rota {
    if let name = arguments.operands.first { return try rota(named: name) }
    let handover = team.handover.weekday
    let ended = rotas.last { rota in
      rota.weeks(handover: handover).last.map { rota.days(of: $0).upperBound <= today } ?? false
    }
    let current = rotas.first { $0.holds(today, handover: handover) }
    guard let rota = ended ?? current else { throw Unusable(noRotaBegun) }
    return rota
  }
}

extension OnFile {
  private var noRotaBegun: Diagnostic {
    guard let first = rotas.first else { return .noRotaOnFile }
    return .usage(
      "no-rota-begun", "no rota on file has begun by \(today)",
      help: ["`rota report \(first.period.fileStem)` reports on the first one"])
  }
}

/// How a rota and the team file were in the commit that added the rota.
private struct RotaHistory {
  private(set) var added: (rota: Rota, team: Team)?
  /// Why that is not known.
  private(set) var missing: String?

  init(of rota: Rota, _ onFile: OnFile) {
    do throws(GitProblem) {
      added = try RotaHistory.added(rota, onFile)
    } catch {
      missing = error.words
    }
  }

  private static func added(
    _ rota: Rota, _ onFile: OnFile
  ) throws(GitProblem) -> (rota: Rota, team: Team) {
    let repository = try Repository(onFile.context.environment)
    guard !repository.isShallow else { throw GitProblem(words: "the clone is shallow") }
    guard let path = rota.source.flatMap({ repository.path(fromTop: $0.path) }),
      let teamPath = repository.path(fromTop: onFile.context.arguments.teamFile),
      let commit = try repository.commitThatAdded(path)
    else { throw GitProblem(words: "no commit added the rota") }
    guard let rotaBytes = try repository.file(path, at: commit),
      let teamBytes = try repository.file(teamPath, at: commit)
    else { throw GitProblem(words: "the commit that added the rota has no team file") }
    let team = readTeam(
      SourceText(path: teamPath, bytes: teamBytes),
      zones: onFile.context.environment.zones.zoneNames
    ).draft
    guard let earlier = readRota(SourceText(path: path, bytes: rotaBytes), of: team).rota
    else { throw GitProblem(words: "the files of the commit that added the rota cannot be read") }
    return (earlier, team)
  }
}
