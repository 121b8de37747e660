import Diagnostics
import Rules
import Views

extension Command {
  static let rules = Command(
    "rules", operands: "[ID]", .rule, count: 0...1,
    summary: "the rules, hard and soft; with an ID, one of them with examples",
    details: """
      Lists every rule by its id, as it stands in findings and in `weights:`. With an ID it says
      what the rule asks for, why, and shows a rota that breaks it and one that keeps it.
      """,
    options: [.format(["text", "json"])],
    examples: [
      Example("rules", "all rules, a line each"),
      Example("rules rest", "one rule, with a rota that breaks it"),
    ],
    run: rules)

  private static func rules(_ context: Context) throws -> ExitStatus {
    guard let id = context.arguments.operands.first else {
      try context.reply.answer(
        RuleReference.list(width: context.reply.width), json: .array(RuleBook.rules.map(\.json)))
      return .done
    }
    guard let rule = RuleBook.rule(id) else {
      throw Unusable(
        .usage(
          "unknown-rule", "there is no rule `\(id)`",
          help: [
            nearest(to: id, among: RuleBook.rules.map(\.id)).map { "did you mean `\($0)`?" }
              ?? "`rota rules` lists them"
          ]))
    }
    try context.reply.answer(RuleReference.text(of: rule), json: rule.json)
    return .done
  }
}
