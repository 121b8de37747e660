import Dates
import Diagnostics
import ICalendar
import Planning
import RotaModel
import Rules
import Views

/// One run of `check --base REV`: the files as they are against those of a commit.
struct Review {
  private let context: Context
  private let base: String
  private let timings: Timings

  /// Throws `Unusable` where an option has no use here.
  init(_ context: Context, base: String) throws {
    self.context = context
    self.base = base
    timings = Timings(context)
    try Review.refuseOthers(context.arguments)
  }

  private static func refuseOthers(_ arguments: Arguments) throws {
    if let rota = arguments.operands.first {
      throw Unusable(
        .usage(
          "unexpected-operand",
          "`check --base` has no use for `\(rota)`: it takes all rotas on file",
          help: ["`rota diff OLD NEW` compares two rotas"]))
    }
    if let option = [Option.explain, .verbose].first(where: arguments.has) {
      throw Unusable(
        .usage("unexpected-option", "`check --base` has no use for `--\(option.name)`"))
    }
    let formats = ["text", "markdown", "json"]
    if let format = arguments.format, !formats.contains(format) {
      throw Unusable(
        .usage(
          "bad-format", "`check --base` has no format `\(format)`",
          help: ["it has " + formats.map { "`\($0)`" }.joined(separator: ", ")]))
    }
  }

  func run() throws -> ExitStatus {
    let status: ExitStatus
    do {
      status = try compare()
    } catch let error as Unusable {
      status = try unusable(error.findings)
    }
    try timings.print()
    return status
  }

  private func compare() throws -> ExitStatus {
    let repository: Repository
    let commit: Repository.Commit
    do throws(GitProblem) {
      repository = try Repository(context.environment)
      commit = try repository.commit(base)
    } catch {
      throw Unusable(error.diagnostic)
    }
    guard repository.path(fromTop: context.arguments.teamFile) != nil else {
      throw Unusable(
        .usage(
          "outside-repository",
          "the team file `\(context.arguments.teamFile)` is in no commit: it lies outside of the "
            + "repository", help: ["run `rota` inside the repository of the team file"]))
    }
    let (now, then) = try timings.measure(.read) {
      (
        try FilesRead(context),
        try filesRead(CommitEnvironment(context.environment, repository, at: commit))
      )
    }
    let errors =
      errors(of: now) + (then.map(errors) ?? []).map { $0.saying(at: base) }
    guard errors.isEmpty, let new = try JudgedFiles(now, today: now.now().date) else {
      throw Unusable(errors)
    }
    let (before, after) = try timings.measure(.solve) {
      (try then.flatMap { try JudgedFiles($0, today: now.now().date) }, new)
    }
    return try answer(before, after, repository, notes: notes(on: then))
  }

  /// The files of the commit; nil where it has no team file.
  private func filesRead(_ commit: CommitEnvironment) throws -> FilesRead? {
    guard commit.has(context.arguments.teamFile) else { return nil }
    return try FilesRead(
      Context(arguments: context.arguments, environment: commit),
      calendarsElsewhere: context.environment)
  }

  private func errors(of files: FilesRead) -> [Diagnostic] {
    files.findings.filter { $0.severity == .error }.inReadingOrder(of: files.sources)
  }

  private func notes(on then: FilesRead?) -> [String] {
    guard let then else {
      return ["\(base) has no `\(context.arguments.teamFile)`: nothing stood before"]
    }
    return then.calendarsFromElsewhere.map {
      "\(base) has no `\($0)`: the calendar is read from the work tree for both"
    }
  }

  private func answer(
    _ before: JudgedFiles?, _ after: JudgedFiles, _ repository: Repository, notes: [String]
  ) throws -> ExitStatus {
    func changes(_ severity: Severity) -> FindingChanges {
      FindingChanges(
        from: before?.findings.filter { $0.severity == severity } ?? [],
        to: after.findings.filter { $0.severity == severity })
    }
    let view = ReviewView(
      base: base, conflicts: changes(.conflict),
      warnings: context.arguments.has(.strict) ? changes(.warning) : nil,
      rotas: changedRotas(before, after, repository), notes: notes)
    if context.reply.wantsJSON {
      for line in notes + view.warningLines { try context.reply.say(line) }
    }
    try context.reply.answer(
      view.text(width: context.reply.width), markdown: view.markdown, json: view.json)
    guard let refusal = view.refusal else { return .done }
    try context.reply.say("`check` fails: \(refusal)")
    return .badNews
  }

  /// Those whose files are not the same byte for byte, and those that one side lacks, by period.
  private func changedRotas(
    _ before: JudgedFiles?, _ after: JudgedFiles, _ repository: Repository
  ) -> [ReviewView.ChangedRota] {
    let old = before?.sides ?? []
    let periods = (old + after.sides).map(\.rota.period)
    let (oldByName, newByName) = (old.byFileStem, after.sides.byFileStem)
    var seen: Set<String> = []
    return periods.filter { seen.insert($0.fileStem).inserted }
      .sorted { $0.first < $1.first }
      .compactMap { period in
        let (from, to) = (oldByName[period.fileStem], newByName[period.fileStem])
        if let from, let to, from.rota.source?.bytes == to.rota.source?.bytes { return nil }
        let diff = DiffView(
          RotaDifference(from: from, to: to, of: after.team),
          old: from?.rota.source.map {
            "\(base):\(repository.path(fromTop: $0.path) ?? $0.path)"
          },
          new: to?.rota.source?.path, team: after.team, formerTeam: before?.team)
        let sheet = to.map {
          RotaSheet($0.rota, of: after.team, availability: after.situation.availability)
        }
        return ReviewView.ChangedRota(period, diff, sheet: from == nil ? sheet : nil)
      }
  }

  /// The errors in place of the answer.
  private func unusable(_ findings: [Diagnostic]) throws -> ExitStatus {
    if context.reply.wantsJSON {
      try context.reply.unusable(findings)
      return .unusable
    }
    let view = UnusableReview(findings, base: base)
    if context.reply.format == "markdown" {
      try context.reply.print(asItIs: view.markdown)
    } else {
      try context.reply.print(view.text)
    }
    try context.reply.say("`check` fails: \(findings.counts)")
    return .unusable
  }
}

/// A team file and its rotas on file with what there is to say of them.
private struct JudgedFiles {
  let situation: Situation
  let sides: [RotaDifference.Side]
  /// Of the files, the team file and every rota, in reading order.
  let findings: [Diagnostic]

  var team: Team { situation.team }

  /// nil where the team file has errors.
  init?(_ files: FilesRead, today: Day) {
    guard let team = files.team else { return nil }
    let situation = Situation(team: team, rotas: files.rotas, today: today)
    self.situation = situation
    sides = zip(files.rotas, judge(files.rotas, in: situation)).map {
      RotaDifference.Side($0, $1, handover: team.handover.weekday)
    }
    findings =
      (files.findings + judgeTeam(in: situation) + sides.flatMap(\.judgement.findings))
      .inReadingOrder(of: files.sources)
  }
}

extension [RotaDifference.Side] {
  /// Each by the name of its rota's file.
  fileprivate var byFileStem: [String: RotaDifference.Side] {
    Dictionary(map { ($0.rota.period.fileStem, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Diagnostic {
  /// A finding of the files of a commit.
  fileprivate func saying(at revision: String) -> Diagnostic {
    Diagnostic(
      id, severity, "at `\(revision)`: \(message)", at: place, label: label, related: related,
      help: help)
  }
}
