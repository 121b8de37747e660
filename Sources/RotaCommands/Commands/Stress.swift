import Dates
import Planning
import RotaModel
import Views

extension Command {
  static let stress = Command(
    "stress", operands: "[ROTA]", .rota, count: 0...1,
    summary: "where the rota would break: everybody off for one, two or three weeks",
    details: """
      Puts a rota to the test before life does: takes everybody off for one, two and three weeks,
      from every coming week on, and mends each absence as `replan` would, with the fewest changed
      shifts. Says which absences no change can mend, what the others take, and which weeks, skills
      and projects hang on one person. ROTA is a period such as 2027-Q1, or a file; without it, it
      is the rota that holds today, else the next, else the latest. Nothing is written.
      """,
    options: [.format(["text", "json"])],
    examples: [
      Example("stress", "the rota that holds today"),
      Example("stress 2027-Q1 --format json", "every absence and what it takes"),
    ],
    run: { context in
      let onFile = try OnFile(context)
      let rota = try onFile.rotaAsked(for: context.arguments)
      let result = SearchWatch(context.environment).shown {
        Planning.stress(rota, in: onFile.situation, watch: $0)
      }
      if let words = result.contradiction { throw InternalError(words) }
      let view = StressView(result, team: onFile.team)
      try context.reply.answer(view.text(width: context.reply.width), json: view.json)
      return .done
    })
}
