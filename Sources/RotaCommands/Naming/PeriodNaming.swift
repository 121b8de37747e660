import Dates
import Diagnostics
import RotaModel
import TeamFiles

extension Period {
  /// The period that a command is asked for by name, or by `--from` and `--weeks`; nil where none
  /// is named. Throws `Unusable` where the words name none.
  ///
  /// - Parameter operand: where the name stands among the operands.
  static func named(in arguments: Arguments, operand: Int = 0) throws -> Period? {
    let from = arguments.day(.from)
    let weeks = arguments.number(.weeks)
    if let name = arguments.operands.dropFirst(operand).first {
      guard from == nil, weeks == nil else {
        throw Unusable(
          .usage(
            "two-periods", "`\(name)` and `--from` or `--weeks` both name a period",
            help: ["leave one of them out"]))
      }
      return try named(name)
    }
    switch (from, weeks) {
    case (nil, nil): return nil
    case (let from?, let weeks?): return try wholeWeeks(from: from, weeks)
    default:
      throw Unusable(
        .usage(
          "half-a-period", "`--from` and `--weeks` name a period together",
          help: ["write `--from 2027-01-04 --weeks 13`"]))
    }
  }

  private static func named(_ name: String) throws -> Period {
    let period = try OneText(name).period()
    let isQuarter = period.name == period.fileStem
    guard isQuarter || (period.first.distance(to: period.last) + 1) % 7 == 0 else {
      throw Unusable(
        .usage(
          "bad-period", "`\(name)` is no range of whole weeks",
          help: ["write `--from \(period.first) --weeks N`"]))
    }
    return period
  }

  private static func wholeWeeks(from: Day, _ weeks: Int) throws -> Period {
    if let period = Period(from: from, weeks: weeks) { return period }
    let last = from + (7 * weeks - 1)
    throw Unusable(
      .usage(
        "bad-period",
        Limits.refusal(ofPeriodFrom: from, to: last) ?? "\(from) to \(last) is no period"))
  }

  /// What `generate` makes where no period is named: the quarter after the one that today's shift
  /// week belongs to; but that one itself where no rota on file has one of its weeks and some
  /// rota has earlier ones. nil at the ends of time.
  static func toGenerate(today: Day, handover: Weekday, onFile rotas: [Rota]) -> Period? {
    let week = rotas.week(holding: today, handover: handover)
    guard let current = Period(quarterOf: week.start) else { return nil }
    let weeksOnFile = rotas.flatMap { $0.weeks(handover: handover) }
    let isOnFile = weeksOnFile.contains { current.holds($0.start) }
    let hasEarlier = weeksOnFile.contains { $0.start < current.first }
    return !isOnFile && hasEarlier ? current : Period(quarterOf: current.last + 1)
  }

  /// The quarter that holds a date; nil where its dates could not be written.
  private init?(quarterOf day: Day) {
    self.init(year: day.year, quarter: (day.month + 2) / 3)
  }
}
