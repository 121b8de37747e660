import Dates
internal import Diagnostics
internal import RotaModel

/// Decides once for a whole file whether days or months stand first in dates such as `05/10/2026`.
struct DateOrderChoice {
  /// A date whose order is to be decided.
  private struct Numbers {
    let first: Int
    let second: Int
    let year: Int
    let place: Place

    func day(_ order: DateOrder) -> Day? {
      order == .dayFirst
        ? Day(year: year, month: second, day: first)
        : Day(year: year, month: first, day: second)
    }
  }

  private var starts: [Numbers] = []
  /// The first date of an end or a cover, whose order asks to be decided as well.
  private var other: Numbers?
  /// The first part above 12 at each place.
  private var evidence: [DateOrder: Place] = [:]

  /// - Parameter isStart: whether a row begins with it.
  mutating func add(_ text: DateText, isStart: Bool, at place: @autoclosure () -> Place) {
    guard case .numbers(let first, let second, let year) = text.date else { return }
    if first > 12, second <= 12, evidence[.dayFirst] == nil { evidence[.dayFirst] = place() }
    if second > 12, first <= 12, evidence[.monthFirst] == nil { evidence[.monthFirst] = place() }
    if isStart {
      starts.append(Numbers(first: first, second: second, year: year, place: place()))
    } else if other == nil, first != second {
      other = Numbers(first: first, second: second, year: year, place: place())
    }
  }

  /// The order, which is said; where it cannot be told, an error, and nil.
  func order(_ request: ImportRequest, _ notes: inout ImportNotes) -> DateOrder? {
    switch decided(request.dateOrder, handover: request.team.handover.weekday) {
    case .success(let decided):
      notes.say(decided.said)
      return decided.order
    case .failure(let mistake):
      notes.errors.append(mistake.finding)
      return nil
    }
  }

  /// The order, and what decided it, a line; nil where no date asks for one.
  ///
  /// - Parameter given: that of `--dates`.
  private func decided(
    _ given: DateOrder?, handover: Weekday
  ) -> Result<(order: DateOrder, said: String?), DateOrderMistake> {
    if starts.isEmpty, other == nil, evidence.isEmpty { return .success((given ?? .dayFirst, nil)) }
    if let given {
      return .success((given, "dates are read \(given.rawValue): `--dates` says so"))
    }
    if let days = evidence[.dayFirst], let months = evidence[.monthFirst] {
      return .failure(DateOrderMistake(finding: .bothOrders(days, months)))
    }
    if let (order, place) = evidence.first {
      return .success(
        (order, "dates are read \(order.rawValue): line \(place.line) has a part above 12"))
    }
    let onHandover = DateOrder.allCases.filter { order in
      !starts.isEmpty && starts.allSatisfy { $0.day(order)?.weekday == handover }
    }
    if onHandover.count == 1 {
      let why = "so all rows start on the handover's \(handover.name)"
      return .success((onHandover[0], "dates are read \(onHandover[0].rawValue): \(why)"))
    }
    let onOneDay = DateOrder.allCases.filter { order in
      let days = Set(starts.map { $0.day(order)?.weekday })
      return starts.count >= 3 && days.count == 1 && !days.contains(nil)
    }
    if onOneDay.count == 1, let day = starts[0].day(onOneDay[0]) {
      let why = "so all rows start on a \(day.weekday.name)"
      return .success((onOneDay[0], "dates are read \(onOneDay[0].rawValue): \(why)"))
    }
    guard let first = starts.first ?? other else { return .success((.dayFirst, nil)) }
    let readings = DateOrder.allCases.map { order in
      "`--dates \(order.rawValue)` reads it as "
        + (first.day(order).map { "\($0), a \($0.weekday.name)" } ?? "no date")
    }
    return .failure(
      DateOrderMistake(
        finding: Diagnostic(
          "import-order", "this date may begin with the day or with the month", at: first.place,
          help: readings)))
  }
}

/// Why the order of dates cannot be told.
private struct DateOrderMistake: Error {
  let finding: Diagnostic
}

extension Diagnostic {
  fileprivate static func bothOrders(_ days: Place, _ months: Place) -> Diagnostic {
    Diagnostic(
      "import-order", "some dates of this file begin with the day, and some with the month",
      at: days, label: "begins with the day",
      related: [Located("begins with the month", at: months)],
      help: ["write all of them one way, best as `2026-10-05`"])
  }
}
