import Dates
import Diagnostics
import RotaModel
import Rules
import Views

extension Command {
  static let fairness = Command(
    "fairness", operands: "[PERIOD]", .period, count: 0...1,
    summary: "who did how much against their share, over any span",
    details: """
      Tells for every engineer and rotation the share of the weeks on file, the shifts held (covers
      move their part), and the balance: positive has done more than was owed. Then the unpopular
      weeks, days stood in and covered, and how far apart shifts lie. The span is that of a PERIOD, or
      the weeks that hold a day from `--from` to `--to`; without any it is the last two years on
      file, weeks still planned included, which are told apart. A week that nobody holds, or whose
      holder could not hold it, counts for nobody. `--trace ENGINEER` shows week by week what the
      numbers are made of. CSV and JSON give millionths of a shift.
      """,
    options: [
      .fairnessFrom, .fairnessTo, .fairnessRotation, .trace, .sort,
      .format(["text", "markdown", "csv", "json"]),
    ],
    examples: [
      Example("fairness", "the last two years on file"),
      Example("fairness --from 2026-01-01 --to 2026-12-31", "a calendar year"),
      Example("fairness 2027-Q1 --sort balance", "a quarter, who has done most first"),
      Example("fairness --trace ada", "what Ada's numbers are made of"),
    ],
    run: fairness)

  private static func fairness(_ context: Context) throws -> ExitStatus {
    let onFile = try OnFile(context)
    let situation = onFile.situation
    let span = try onFile.fairnessSpan(context.arguments)
    let rotation =
      context.arguments.has(.fairnessRotation) ? try onFile.rotation(context.arguments) : nil
    var fairness = ShareAccounts(span, in: situation)
    if context.arguments.has(.sort) { fairness = fairness.sortedByBalance() }
    let trace = try context.arguments.text(.trace).map { name -> FairnessTrace in
      let id = try onFile.engineer(named: name)
      guard let engineer = situation.availability.index(of: id) else {
        preconditionFailure("a named engineer is on the team")
      }
      return FairnessTrace(engineer, fairness, in: situation)
    }
    if trace != nil, context.reply.format == "csv" {
      throw Unusable(
        .usage(
          "no-trace", "`--trace` has no CSV",
          help: ["leave `--trace` out, or take `--format json`"]))
    }
    let view = FairnessView(
      fairness, trace: trace, rotation: rotation, in: situation,
      hasBars: context.reply.isTerminal)
    try context.reply.answer(
      view.text(width: context.reply.width), markdown: view.markdown, csv: view.csv, json: view.json
    )
    return .done
  }
}

extension OnFile {
  /// The weeks on file that the arguments ask about; an error that says which there are where they
  /// hold none.
  fileprivate func fairnessSpan(_ arguments: Arguments) throws -> FairnessSpan {
    let (from, to) = (arguments.day(.fairnessFrom), arguments.day(.fairnessTo))
    let span: FairnessSpan?
    if let name = arguments.operands.first {
      guard from == nil, to == nil else {
        throw Unusable(
          .usage(
            "two-periods", "`\(name)` and `--from` or `--to` both name a span",
            help: ["leave one of them out"]))
      }
      span = try Period.named(in: arguments).flatMap { FairnessSpan($0, in: situation) }
    } else {
      span = FairnessSpan(from: from, to: to, in: situation)
    }
    if let span { return span }
    guard let held = situation.weeksHeldOnFile else { throw Unusable(.noRotaOnFile) }
    throw Unusable(
      .usage(
        "no-week-on-file", "no week on file lies in that span",
        help: ["on file are weeks from \(held.first) to \(held.last)"]))
  }
}
