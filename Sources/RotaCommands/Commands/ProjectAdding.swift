import Dates
import Diagnostics
import RotaModel
import TeamFiles

extension Command {
  static let projectAdd = Command(
    "project add", operands: "PROJECT", .none, count: 1...1,
    summary: "add a project to the team file",
    details: """
      Writes a project below the others of the team file; comments, order and all other lines stay.
      PROJECT is its id: small letters, digits and `-`. It ends today or later. What the options
      leave out has its default, see `rota help config`. Lists are written with commas, and `--pairing` as
      `"Tuesday 14:00 for 90 minutes"`. JSON: `file`, `project` (`id` and the keys that are
      written), and the new conflicts of rotas on file in `findings` and `advice`.
      """,
    options: ProjectKey.all.map(\.option) + [.format(["text", "json"])],
    examples: [
      Example("project add dns --start 2027-02-15 --end 2027-02-26", "one owner, to be chosen"),
      Example(
        "project add dns --start 2027-02-15 --end 2027-02-26 --owners ada,grace --skills aws",
        "two owners who are known, and what they have to know"),
    ],
    run: { context in
      let arguments = context.arguments
      let editing = try TeamEditing(context)
      guard let end = arguments.day(.projectEnd) else { throw InternalError("`--end` is required") }
      var keys = ProjectKey.all.compactMap { $0.member(arguments) }
      for index in keys.indices where keys[index].key == "owners" {
        keys[index] = JSON.Member("owners", try editing.ids(ofOwners: keys[index].value))
      }
      return try editing.add(ProjectID(arguments.operands[0]), keys, endingOn: end)
    })
}

extension TeamEditing {
  /// Owners are named as engineers are everywhere on a command line; the file has their ids.
  fileprivate func ids(ofOwners value: JSON) throws -> JSON {
    guard case .array(let names) = value else { return value }
    return .array(
      try names.map { name in
        guard case .string(let text) = name, !files.team.engineers(meantBy: text).isEmpty else {
          // Who is nobody is told with the other mistakes of the new project.
          return name
        }
        return .string(try files.engineer(named: text).text)
      })
  }
}

extension Option {
  fileprivate static let projectEnd = Option(
    "end", .date, required: true, "the last day of its life")
}

/// An option that gives the value of a key of the new project. Whether the value is right is for
/// the reader of the team file to say.
private struct ProjectKey: Sendable {
  let option: Option
  let value: @Sendable (String) -> JSON

  private init(_ option: Option, _ value: @escaping @Sendable (String) -> JSON = JSON.string) {
    self.option = option
    self.value = value
  }

  func member(_ arguments: Arguments) -> JSON.Member? {
    let key = option.name.replacing("-", with: "_")
    return arguments.text(option).map { JSON.Member(key, value($0)) }
  }

  static let all = [
    ProjectKey(Option("start", .date, required: true, "the first day of its life")),
    ProjectKey(.projectEnd),
    ProjectKey(Option("name", .text("TEXT"), "its name (default: the id)")),
    ProjectKey(Option("owners", .text("N|LIST"), "how many own it, or their ids"), countOrList),
    ProjectKey(Option("skills", .text("LIST"), "skills that each owner has"), list),
    ProjectKey(
      Option("protect", .text("edges|all|none|LIST"), "its weeks without a shift of the owners"),
      wordOrList),
    ProjectKey(Option("customer", .text("TEXT"), "the product team it is built for")),
    ProjectKey(Option("pair-with", .text("LIST"), "engineers of the product team"), list),
    ProjectKey(Option("pairing", .text("TEXT"), "when they pair, and for how long"), pairing),
    ProjectKey(Option("introduces", .text("TEXT"), "the technology or architecture that is new")),
    ProjectKey(
      Option("share-with", .word(["team", "everyone"]), "who learns of what it introduces")),
    ProjectKey(Option("docs", .text("required|none|LINK"), "whether documentation is due")),
  ]
}

/// `ada, grace`
private func list(_ text: String) -> JSON {
  .array(
    text.split(separator: ",", omittingEmptySubsequences: false).map {
      .string(String($0.trimmingPrefix(" ")))
    })
}

private func countOrList(_ text: String) -> JSON {
  Int(text).map { String($0) == text ? .number($0) : nil } ?? list(text)
}

private func wordOrList(_ text: String) -> JSON {
  guard let first = text.utf8.first, 0x30...0x39 ~= first else { return .string(text) }
  return list(text)
}

/// `Tuesday 14:00 for 90 minutes`
private func pairing(_ text: String) -> JSON {
  let parts = text.split(separator: " for ", maxSplits: 1)
  return [
    "at": .string(String(parts.first ?? "")), "for": .string(parts.dropFirst().joined()),
  ]
}
