import Dates
import Diagnostics
import Planning
import RotaModel
import Rules
import Views

extension Command {
  static let diff = Command(
    "diff", operands: "OLD NEW", .rota, count: 2...2,
    summary: "who gains and loses which weeks from one rota to another",
    details: """
      Compares two rotas, each a period such as 2027-Q1, a file, or REV:PATH, a file of a commit of
      git (the path counts from the top of the repository; a file that is there goes before a
      revision). Both are judged by the team file and the other rotas of the working tree; the rota
      on file of the same period is history of neither. Prints who gains and loses which weeks,
      other owners, covers, the points by term, the shifts held and owed of everybody touched, and
      conflicts that are new or gone; two conflicts are the same when rule, week or project,
      rotation and engineer are. The exit status is 0 with and without differences. In JSON
      `only_old` and `only_new` are the weeks that one of the periods alone has, and `engineers`
      everybody named in `shifts`.
      """,
    options: [.format(["text", "markdown", "json"])],
    examples: [
      Example("diff 2027-Q1 drafts/2027-Q1.yaml", "the rota on file and a draft"),
      Example("diff HEAD:config/rotas/2027-Q1.yaml 2027-Q1", "what is not committed yet"),
      Example("diff main:config/rotas/2027-Q1.yaml 2027-Q1 --format markdown", "for a message"),
    ],
    run: diff)

  private static func diff(_ context: Context) throws -> ExitStatus {
    let onFile = try OnFile(context)
    let names = context.arguments.operands
    let sides = try onFile.rotasAnywhere(named: names).map(onFile.side)
    let view = DiffView(
      RotaDifference(from: sides[0], to: sides[1], of: onFile.team), old: names[0],
      new: names[1], team: onFile.team)
    try context.reply.answer(
      view.text(width: context.reply.width), markdown: view.markdown, json: view.json)
    return .done
  }
}

extension OnFile {
  /// A rota judged among the others on file: one that has a week of it is no history of it, whatever
  /// their periods are called.
  fileprivate func side(_ rota: Rota) -> RotaDifference.Side {
    let handover = team.handover.weekday
    let own = Set(rota.weeks(handover: handover))
    let others = rotas.filter { other in
      other.period != rota.period && own.isDisjoint(with: other.weeks(handover: handover))
    }
    let situation = Situation(team: team, rotas: others, today: today)
    return RotaDifference.Side(rota, judge(rota, in: situation), handover: handover)
  }
}
