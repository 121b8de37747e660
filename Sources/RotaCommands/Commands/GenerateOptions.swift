import Dates
import Diagnostics
import Planning
import RotaModel
import Views

extension Generation {
  /// `--options N`: rotas to choose from; `--pick` makes one of them the rota.
  func run(options count: Int) throws -> ExitStatus {
    guard base == nil else {
      throw Unusable(
        .usage(
          "bad-arguments", "`--options` and `--base` cannot be used together",
          help: ["`--options` weighs rotas against the last rota's rhythm by itself"]))
    }
    let telling = ClashTelling(context, period, watch, timings)
    let outcome = timings.measure(.solve) {
      watch.shown {
        options(
          count, of: period, in: situation, effort: context.arguments.number(.effort) ?? 1,
          watch: $0, step: telling.tell)
      }
    }
    switch outcome {
    case .infeasible(let clash): return try telling.finish(clash)
    case .unknown(let bound): return try giveUp(bound)
    case .contradiction(let words): throw InternalError(words)
    case .options(let found):
      if let number = context.arguments.number(.pick) {
        guard number <= found.options.count else {
          throw Unusable(
            .usage("no-such-option", "there are \(found.options.count) options to pick from"))
        }
        return try finish(found.options[number - 1].rota, status: .checked)
      }
      let view = OptionsView(found, team: onFile.team)
      try context.reply.answer(view.text(width: context.reply.width), json: view.json)
      if !context.reply.wantsJSON {
        try context.reply.say(
          "nothing is written: `rota generate \(period.commandLine)` makes the best, "
            + "`--options \(count) --pick N` one of these")
      }
      try timings.print()
      return .done
    }
  }
}
