import Dates
import Diagnostics
import Planning
import RotaModel
import Views

extension Command {
  static let owners = Command(
    "owners", operands: "[PROJECT]", .project, count: 0...1,
    summary: "who can own a project, and what it would cost",
    details: """
      Lists who can own PROJECT from a day on without a new conflict, by the rise in points of the
      rota that holds the day, and who cannot, with the rules that stop them. Everybody takes a free
      place, else that of the owner whose going costs least; all else stays as it is on file. The
      day is that of `--from`, else today, or the project's first day where that is later. Without
      PROJECT: each project that has not ended by then. Where no rota on file holds the day, there
      are no points.

      JSON: { "from", "projects": { ID: { "owners": entries as in the file, "can": [ { "engineer",
      "points": or null } ], "cannot": [ { "engineer", "rules": [ID] } ] } } }.
      """,
    options: [.ownersFrom, .format(["text", "json"])],
    examples: [
      Example("owners", "every project under way or to come"),
      Example("owners dns-cutover", "one project, from today or its first day on"),
      Example("owners dns-cutover --from 2027-02-15", "who could take it over then"),
    ],
    run: owners)

  private static func owners(_ context: Context) throws -> ExitStatus {
    let onFile = try OnFile(context)
    var day = context.arguments.day(.ownersFrom) ?? onFile.today
    let projects: [Project]
    if let name = context.arguments.operands.first {
      let project = try onFile.project(named: name)
      guard day <= project.lastDay else {
        throw Unusable(
          .usage(
            "project-ended", "`\(project.id)` ends on \(project.lastDay), before \(day)",
            help: ["`--from` takes an earlier day"]))
      }
      day = max(day, project.firstDay)
      projects = [project]
    } else {
      projects = onFile.team.projects.filter { $0.lastDay >= day }
    }
    let situation = onFile.situation
    let view = OwnersView(
      projects.map { OwnerChoice(of: $0, from: day, in: situation) }, from: day, team: onFile.team)
    try context.reply.answer(view.text(width: context.reply.width), json: view.json)
    return .done
  }
}

extension OnFile {
  /// The project that a word names, by id.
  fileprivate func project(named text: String) throws -> Project {
    let id = ProjectID(text)
    if let project = team.project(id) { return project }
    let names = team.projects.map(\.id.text)
    let near = nearest(to: text, among: names)
    let all =
      names.isEmpty
      ? "the team file has none" : "projects: " + names.map { "`\($0)`" }.joined(separator: ", ")
    throw Unusable(
      .usage(
        "unknown-project", id.unknown,
        help: (near.map { ["did you mean `\($0)`?"] } ?? []) + [all]))
  }
}
