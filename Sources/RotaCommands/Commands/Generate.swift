import Dates
import Diagnostics
import Planning
import RotaModel
import Rules
import TeamFiles
import Views

extension Command {
  static let generate = Command(
    "generate", operands: "[PERIOD]", .period, count: 0...1,
    summary: "make the rota of a period and write it to the rotas folder",
    details: """
      Makes the rota of a period that keeps every hard rule and has the fewest points, says whether
      that is proved, and writes it to the rotas folder. PERIOD is a quarter such as 2027-Q1;
      `--from` and `--weeks` name any whole weeks. Without either it is the next quarter, or the
      current one where that has no rota yet and earlier ones have. A rota file that is in the way
      is kept; `--replace` replaces it while none of its weeks has begun. The exit status is 3
      where no rota exists: then the facts that clash are printed. An interrupt (Ctrl-C) ends the
      search: the best rota found is printed, nothing is written, and the exit status is 130.
      JSON has of `clash` an element a place: facts of one kind share a sentence.

      `--options 3` shows, side by side, the fairest rota, the one that grants most wishes, and the
      one that keeps most of the last rota's rhythm: each the best where its terms count ten times
      as much, with its points by the team's own weights. Nothing is written; `--pick N` makes the
      Nth of them the rota.
      """,
    options: [
      .from, .weeks, .dryRun, .replace, .base, .optionCount, .pick, .effort, .clashVerbose,
      .format(["text", "json"]), .timings,
    ],
    examples: [
      Example("generate", "the next quarter's rota, into config/rotas/"),
      Example("generate 2027-Q1 --dry-run", "look at it first; nothing is written"),
      Example("generate --from 2027-01-04 --weeks 6", "six weeks from a date on"),
      Example(
        "generate 2027-Q1 --base config/rotas/2027-Q1.yaml --replace",
        "again, with as few changes against the earlier plan as are worth it"),
      Example("generate 2027-Q1 --options 3", "three to choose from, with what each costs"),
      Example("generate 2027-Q1 --options 3 --pick 2", "write the second of them"),
    ],
    run: { try Generation($0).run() })
}

/// One run of `generate`.
struct Generation {
  let context: Context
  let onFile: OnFile
  let situation: Situation
  let period: Period
  let base: Rota?
  let timings: Timings
  let watch: SearchWatch

  init(_ context: Context) throws {
    self.context = context
    timings = Timings(context)
    watch = SearchWatch(context.environment)
    let named = try Period.named(in: context.arguments)
    onFile = try timings.measure(.read) { try OnFile(context, planning: named) }
    situation = onFile.situation
    period = try named ?? Generation.standardPeriod(onFile)
    base = try context.arguments.text(.base).map { [onFile] in try onFile.rota(named: $0) }
    try onFile.refuseSharedWeeks(with: period)
  }

  static func standardPeriod(_ onFile: OnFile) throws -> Period {
    let period = Period.toGenerate(
      today: onFile.today, handover: onFile.team.handover.weekday, onFile: onFile.rotas)
    guard let period else {
      throw Unusable(
        .usage("bad-period", "no quarter follows \(onFile.today)", help: ["name a period"]))
    }
    return period
  }

  func run() throws -> ExitStatus {
    if let count = context.arguments.number(.optionCount) { return try run(options: count) }
    if context.arguments.has(.pick) {
      throw Unusable(.usage("missing-option", "`--pick` needs `--options`"))
    }
    let telling = ClashTelling(context, period, watch, timings)
    let planning = timings.measure(.compile) { PeriodPlanning(period, in: situation, base: base) }
    let outcome = timings.measure(.solve) {
      watch.run {
        planning.outcome(
          effort: context.arguments.number(.effort) ?? 1, watch: $0, step: telling.tell)
      }
    }
    switch outcome {
    case .solved(let solution):
      return try finish(
        solution.rota, by: planning,
        status: solution.isOptimal ? .optimal : .feasible(bound: solution.bound))
    case .infeasible(let clash): return try telling.finish(clash)
    case .unknown where watch.isInterrupted:
      try context.reply.say("interrupted before a rota was found; nothing is written")
      return .interrupted
    case .unknown(let bound): return try giveUp(bound)
    case .contradiction(let words): throw InternalError(words)
    }
  }

  /// Neither a rota nor a proof was found.
  func giveUp(_ bound: Int) throws -> ExitStatus {
    try context.reply.answer(unknownText(bound), json: unknownJSON(bound))
    try context.reply.say("no rota of \(period.name) was found within the work limit")
    try timings.print()
    return .noRota
  }

  private func unknownJSON(_ bound: Int) -> JSON {
    ["period": .string(period.name), "status": "unknown", "bound": .number(bound)]
  }

  private func unknownText(_ bound: Int) -> String {
    """
    The work limit ended before a rota of \(period.name) was found, or proved not to exist.
    No rota has fewer than \(bound) points. `--effort` searches longer.

    """
  }

  /// Judges a rota, writes it where it may be written, and prints it.
  ///
  /// - Parameter planning: what it was made by; nil where other weights were used.
  func finish(_ planned: Rota, by planning: PeriodPlanning? = nil, status: JudgedRota.Status) throws
    -> ExitStatus
  {
    let path = FilePath.join(onFile.files.rotasFolder ?? "", period.fileStem + ".yaml")
    let text = rotaText(planned)
    // Read back, so that every finding has its place in the file to be.
    let source = SourceText(path: path, text: text)
    let written = readRota(source, of: onFile.team)
    guard let rota = written.rota, written.diagnostics.isEmpty else {
      throw InternalError("the rota as written cannot be read", findings: written.diagnostics)
    }
    let judgement = planning?.judgement(of: rota) ?? judge(rota, in: situation, base: base)
    let conflicts = judgement.findings.filter { $0.severity == .conflict }
    guard conflicts.isEmpty else {
      throw InternalError("the rota that was made breaks a hard rule", findings: conflicts)
    }
    let judged = JudgedRota(rota, judgement, status: status, team: onFile.team)
    let filing = Filing(rota, onFile: onFile)
    let losses = filing.losses(text)
    if watch.isInterrupted {
      try print(judged)
      try context.reply.say("interrupted: this is the best rota found, and nothing is written")
      try timings.print()
      return .interrupted
    }
    if context.arguments.has(.dryRun) {
      try print(judged, losses)
    } else if let obstacle = filing.obstacle(context.arguments) {
      try print(judged, losses, obstacle)
      try timings.print()
      return .unusable
    } else {
      // Written first: what cannot be written must not be printed as if it were.
      let done = try timings.measure(.write) {
        try filing.write(text, to: path, context)
      }
      try print(judged, losses)
      try context.reply.say(done)
      if onFile.rotas.isEmpty {
        try context.reply.say(
          "next: `rota publish --out public` makes a page of it, "
            + "`rota calendar --out calendars` everybody's calendar")
      }
    }
    try timings.print()
    return .done
  }

  /// - Parameter losses: what goes with the file that is replaced.
  private func print(
    _ judged: JudgedRota, _ losses: [Diagnostic] = [], _ obstacle: Diagnostic? = nil
  ) throws {
    let findings = (onFile.warnings + judged.judgement.findings + losses)
      .inReadingOrder(of: onFile.files.sources)
    switch (context.reply.wantsJSON, obstacle) {
    case (true, let obstacle?):
      try context.reply.unusable([obstacle], and: [.init("rota", judged.json(findings))])
    case (true, nil):
      try context.reply.print(judged.json(findings))
    case (false, let obstacle):
      let sheet = RotaSheet(
        judged.rota, of: onFile.team, availability: situation.availability)
      try context.reply.print(
        sheet.text(width: context.reply.width) + "\n"
          + judged.text(width: context.reply.width))
      if !findings.isEmpty { try context.reply.print("\n") }
      try context.reply.showFolded(findings)
      if let obstacle { try context.reply.show([obstacle], on: .error) }
    }
    for line in onFile.files.leftOut { try context.reply.say(line) }
  }
}
