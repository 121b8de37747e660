import Calendars
import Dates
import Diagnostics
import ICalendar
import Planning
import RotaModel
import Rules
import Views

extension Command {
  static let check = Command(
    "check", operands: "[ROTA…]", .rota, count: .any,
    summary: "validate the team file and the rotas",
    details: """
      Prints every error of the files, every broken hard rule and every warning, each with its
      file, line and column, and the points of each rota. ROTA is a period such as 2027-Q1, or a
      file; without it, all rotas on file are checked. The exit status is 1 where there is a
      conflict (with `--strict` also a warning), and 2 where a file cannot be used; while the team
      file has errors, rotas are read but not judged.
      `--base REV` reviews a change: the team file and all rotas as they are against those of a
      commit, with everything that its team file names (a calendar that it does not have comes from
      the work tree). It tells new conflicts, each changed week, the shifts held and owed of those
      touched, and conflicts gone; the exit status is 1 where something is new, whatever stood
      before. `--format markdown` is one comment whose hidden first line lets a bot replace its own.
      Its JSON holds `base`, `conflicts` (`new`, `gone`) and `rotas`, the object of `rota diff` for
      each rota whose file changed. `config/ci/` has workflow files for GitHub and GitLab.
      """,
    options: [
      .strict, .verbose, .explain, .reviewBase,
      .format(["text", "json", "markdown", "github", "gitlab", "sarif"]), .timings,
    ],
    examples: [
      Example("check", "the team file and all rotas on file"),
      Example("check 2027-Q1 --strict", "one rota; warnings count, too"),
      Example("check 2027-Q1 --explain", "and what each of its points is for"),
      Example("check --format github", "in a job of a pull request, for annotations on its lines"),
      Example("check --format gitlab", "in a job of a merge request, as its code quality report"),
      Example("check drafts/2027-Q1.yaml --format json", "a draft, for a script"),
      Example("check --base main --format markdown", "what a merge request brings, as its comment"),
    ],
    run: { context in
      if let base = context.arguments.text(.reviewBase) {
        return try Review(context, base: base).run()
      }
      if context.reply.format == "markdown" {
        throw Unusable(
          .usage(
            "missing-option", "`check` has Markdown only with `--base`",
            help: ["write `rota check --base REV --format markdown`"]))
      }
      let checking = try Checking(context)
      let status = try checking.run()
      try checking.timings.print()
      return status
    })
}

/// One run of `check`.
private struct Checking {
  let context: Context
  let timings: Timings
  let files: FilesRead
  /// The rotas to judge, and what there is to say about operands that name none.
  let rotas: [Rota]
  let errors: [Diagnostic]

  init(_ context: Context) throws {
    self.context = context
    timings = Timings(context)
    files = try timings.measure(.read) { try FilesRead(context) }
    var rotas: [Rota] = []
    var errors: [Diagnostic] = []
    for name in context.arguments.operands {
      let named = files.rota(named: name)
      errors += named.findings
      if let rota = named.rota { rotas.append(rota) }
    }
    self.rotas = context.arguments.operands.isEmpty ? files.rotas : rotas
    self.errors = errors
  }

  func run() throws -> ExitStatus {
    let fileFindings = files.findings + errors
    guard let situation = try situation() else {
      return try unusable(inOrder(fileFindings))
    }
    let (judged, outside) = timings.measure(.solve) {
      (
        zip(rotas, judge(rotas, in: situation)).map {
          JudgedRota($0, $1, status: .checked, team: situation.team)
        }, fileFindings + judgeTeam(in: situation)
      )
    }
    let all = inOrder(outside + judged.flatMap(\.judgement.findings))
    if all.contains(where: { $0.severity == .error }) { return try unusable(all) }
    if context.reply.wantsJSON {
      try context.reply.print(json(judged, outside))
    } else if try !context.reply.annotate(all) {
      if context.arguments.has(.verbose) {
        try print(files.calendars.flatMap(\.lines) + [context.environment.zoneReleaseText])
        try context.reply.show(all, on: .output)
      } else {
        try context.reply.showFolded(all)
        try print((all.isEmpty || files.leftOut.isEmpty ? [] : [""]) + files.leftOut)
      }
      try context.reply.summarise(judged, all, explained: explained)
    }
    let isBad = all.contains { $0.severity == .conflict || context.arguments.has(.strict) }
    if isBad { try context.reply.say("`check` fails: \(all.counts)") }
    return isBad ? .badNews : .done
  }

  private func print(_ lines: [String]) throws(FileProblem) {
    try context.reply.print(lines.map { $0.safeForTerminal + "\n" }.joined())
  }

  /// What each point of a rota is for; nil where that was not asked.
  private func explained(_ judged: JudgedRota) -> ExplainedView? {
    guard context.arguments.has(.explain), let situation = try? situation() else { return nil }
    return ExplainedView(explainedCharges(of: judged.rota, in: situation), team: situation.team)
  }

  /// What to judge by; nil while the team file has errors.
  private func situation() throws -> Situation? {
    guard let team = files.team else { return nil }
    return Situation(team: team, rotas: files.rotas, today: try files.now().date)
  }

  private func unusable(_ findings: [Diagnostic]) throws -> ExitStatus {
    if context.reply.format ?? "text" != "text" {
      try context.reply.unusable(findings)
    } else {
      // The findings are what `check` is asked for: data.
      try context.reply.show(findings, on: .output)
      try context.reply.summarise([], findings)
      try context.reply.say("`check` fails: \(findings.counts)")
    }
    return .unusable
  }

  private func inOrder(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.inReadingOrder(of: files.sources)
  }

  /// One rota that was named stands alone; several stand in a list, what concerns the team file
  /// beside it.
  private func json(_ judged: [JudgedRota], _ outside: [Diagnostic]) -> JSON {
    if context.arguments.operands.count == 1, let rota = judged.first {
      return rota.json(
        inOrder(outside + rota.judgement.findings), explained: explained(rota))
    }
    return [
      "rotas": .array(
        judged.map { $0.json(inOrder($0.judgement.findings), explained: explained($0)) }),
      "findings": .array(inOrder(outside).map(\.finding)),
    ]
  }
}

extension Reply {
  /// The points of each rota, and how many findings there are.
  fileprivate func summarise(
    _ judged: [JudgedRota], _ all: [Diagnostic],
    explained: (JudgedRota) -> ExplainedView? = { _ in nil }
  ) throws(FileProblem) {
    if !all.isEmpty { try print("\n") }
    for rota in judged {
      try print("\(rota.rota.period.name): \(rota.pointsLine)\n")
      if let explained = explained(rota) { try print("\n" + explained.text(width: width) + "\n") }
    }
    try print(all.counts + "\n")
  }
}
