import Calendars
import Dates
import Diagnostics
import Page
import Planning
import RotaModel
import Rules
import Views

extension Command {
  static let publish = Command(
    "publish", operands: "[ROTA]", .rota, count: 0...1,
    summary: "the rota as a web site: who is on duty, timeline, fairness, calendars",
    details: """
      Writes a static site to a folder, for a wiki or a host of pages: no server, nothing loaded from
      elsewhere, and it opens from the file system, too. The first page shows ROTA; without it, the
      rota that holds today, else the next, else the latest. Beside it stand a page for each rota on
      file and each engineer, projects, fairness, and the calendars in `calendars/`. Who is on duty
      is worked out in the browser, so that a page need not be made anew every day.

      A file that would not change is not touched, and a page in `rota/` or `engineer/` that is no
      longer made is removed. A file in the way that Rota did not make stops everything. Reasons for
      time off are never shown; addresses and guests only with `--contacts`. JSON: `files`, each with
      its `file` and a `state`: `new`, `changed`, `same` or `removed`.
      """,
    options: [.out, .title, .baseURL, .contacts, .bestAlternatives, .format(["text", "json"])],
    examples: [
      Example("publish --out public", "the site of the rota that holds today"),
      Example(
        "publish --out public --base-url https://pages.example.com/rota",
        "calendars are subscribed to there"),
      Example("publish 2027-Q1 --out public --why", "with who else could hold each coming shift"),
    ],
    run: publish)

  private static func publish(_ context: Context) throws -> ExitStatus {
    guard let path = context.arguments.text(.out) else {
      throw InternalError("`publish` ran without `--out`")
    }
    let title = try context.siteTitle()
    let base = try context.baseURL()
    let onFile = try OnFile(context)
    let shown = try onFile.rotaAsked(for: context.arguments)
    let contacts = context.arguments.has(.contacts)
    let calendars = try CalendarPlan(
      onFile, rotas: onFile.rotas, periods: onFile.rotas.map(\.period),
      in: FilePath.join(path, "calendars"), CalendarOptions(contacts: contacts))
    let others = onFile.rotas.filter { $0.period != shown.period }
    let files = site(
      SiteFacts(
        onFile.situation, zone: try onFile.zone(), rotas: others + [shown], shown: shown,
        title: title ?? onFile.team.name, base: base, contacts: contacts,
        calendars: Set(calendars.files.map { "calendars/" + $0.path }),
        alternatives: context.arguments.has(.bestAlternatives)
          ? try onFile.alternatives(in: shown) : nil))
    let all =
      files.map { ($0.path, $0.bytes) }
      + calendars.files.map { ("calendars/" + $0.path, $0.bytes) }
    let folder = try SiteFolder(path, paths: all.map(\.0), in: context.environment)
    var writing = FolderWriting(context)
    for (inside, bytes) in all {
      writing.write(bytes, to: FilePath.join(path, inside), over: folder.old[inside])
    }
    for inside in folder.stale { writing.remove(FilePath.join(path, inside)) }
    try writing.finish()
    if let first = files.first?.path, folder.old[first] == nil {
      try context.reply.say("open \(FilePath.join(path, first)) in a browser")
    }
    return .done
  }
}

extension Context {
  fileprivate func siteTitle() throws -> String? {
    guard let title = arguments.text(.title) else { return nil }
    if title.contains(where: { !$0.isWhitespace }) { return title }
    throw Unusable(
      .usage(
        "no-title", "`--title` is empty", help: ["leave it out, and the site is called as the team"]
      ))
  }

  fileprivate func baseURL() throws -> BaseURL? {
    guard let text = arguments.text(.baseURL) else { return nil }
    if let base = BaseURL(text) { return base }
    throw Unusable(
      .usage(
        "bad-url", "`\(text)` is not the address of a site",
        help: [
          "an address begins with `https://` or `http://` and a host: https://example.com/rota"
        ]
      ))
  }
}

extension OnFile {
  /// For each coming shift of a rota the best alternative; none where no best rota is known.
  fileprivate func alternatives(in rota: Rota) throws -> [SiteFacts.Alternative] {
    let situation = situation
    var found: [SiteFacts.Alternative] = []
    for week in rota.weeks(handover: team.handover.weekday) where week.start > today {
      for (index, rotation) in team.rotations.enumerated()
      where !situation.availability.isClosed(index, in: week) {
        guard let explanation = try explanation(week, rotation.id, in: rota, situation) else {
          try context.reply.say(
            "no best rota of \(rota.period.name) is known to compare with: `--why` has nothing to say"
          )
          return []
        }
        found.append(
          SiteFacts.Alternative(
            week: week, rotation: rotation.id,
            words: ExplanationView(explanation, team: team).alternativeWords))
      }
    }
    return found
  }

  /// - Throws: `InternalError` where the solver contradicts itself.
  func explanation(
    _ week: ShiftWeek, _ rotation: RotationID, in rota: Rota, _ situation: Situation,
    only: EngineerID? = nil
  ) throws -> Explanation? {
    let explained = SearchWatch(context.environment).shown { watch in
      Result { () throws(Contradiction) in
        try explain(week, rotation, in: rota, situation, only: only, watch: watch)
      }
    }
    do {
      return try explained.get()
    } catch {
      throw InternalError(error.words)
    }
  }
}
