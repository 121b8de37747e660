import Diagnostics
import Planning
import RotaModel
import Views

/// Tells why no rota of a period exists: as text piece by piece, as soon as each is known; as JSON
/// at the end.
final class ClashTelling {
  private let context: Context
  private let period: Period
  private let watch: SearchWatch
  private let timings: Timings?
  private var text: ClashText
  /// Why something could not be written; told at the end, for the search cannot throw.
  private var problem: FileProblem?

  init(_ context: Context, _ period: Period, _ watch: SearchWatch, _ timings: Timings? = nil) {
    self.context = context
    self.period = period
    self.watch = watch
    self.timings = timings
    text = ClashText(period: period, isVerbose: context.arguments.has(.clashVerbose))
  }

  func tell(_ step: ClashStep) {
    switch step {
    case .looking: timings?.enter(.clash)
    case .found(let clash):
      print(text.found(clash))
      timings?.enter(.edits)
    case .helps(let fix): print(text.helps(fix))
    }
  }

  private func print(_ text: String) {
    guard !context.reply.wantsJSON, problem == nil else { return }
    watch.clear()
    do throws(FileProblem) {
      try context.reply.print(text)
    } catch {
      problem = error
    }
  }

  /// What is left to say once all is found out.
  func finish(_ clash: Clash) throws -> ExitStatus {
    if let problem { throw problem }
    try context.reply.answer(text.end(clash), json: clash.json(of: period))
    try context.reply.say("no rota of \(period.name) keeps every hard rule")
    if watch.isInterrupted {
      try context.reply.say("interrupted: not every edit was tried")
    }
    try timings?.print()
    return watch.isInterrupted ? .interrupted : .noRota
  }
}
