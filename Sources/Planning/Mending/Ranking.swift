import Dates
import RotaModel
import Rules

/// Which of two ways comes first: by kind, points, how much whoever takes the freed shift has held
/// beyond their target once it is done (who owes most first), their last shift before that week
/// (the earliest first), and the order of the team file.
struct Ranking: Comparable {
  private let keys: [Int]

  init(_ exchange: Exchange, of freed: Shift, _ roster: Roster) {
    let taker = exchange.cover?.engineer ?? freed.engineer
    keys = [
      Exchange.Kind.allCases.firstIndex(of: exchange.kind) ?? 0, exchange.points,
      roster.surplus(of: taker, freed.rotation), roster.lastShift(of: taker, before: freed.week),
      roster.frame.availability.index(of: taker) ?? 0,
    ]
  }

  static func < (a: Ranking, b: Ranking) -> Bool {
    a.keys.lexicographicallyPrecedes(b.keys)
  }
}

extension Roster {
  /// Held − T(e,r) of the period in millionths of a shift, the days of covers moved.
  fileprivate func surplus(of engineer: EngineerID, _ rotation: RotationID) -> Int {
    guard let person = frame.availability.index(of: engineer),
      let duty = frame.availability.index(of: rotation)
    else { return 0 }
    var held = 0
    // Days move only where somebody stands in.
    let looked = rota.covers.isEmpty ? shifts(of: person) : shifts
    for shift in looked where shift.rotation == duty && shift.week != nil {
      if shift.engineer == person { held += Shares.wholeShift }
      guard let holder = shift.engineer else { continue }
      for moved in rota.movedLoads(
        of: shift.shift, holder: holder, availability: frame.availability)
      {
        if moved.standIn == person { held += moved.load }
        if holder == person { held -= moved.load }
      }
    }
    return held - frame.target(person, duty) * (Shares.wholeShift / 100)
  }

  /// When the last shift before a week started, of any rotation; the least number for none.
  fileprivate func lastShift(of engineer: EngineerID, before week: ShiftWeek) -> Int {
    guard let person = frame.availability.index(of: engineer) else { return .min }
    let own = shifts(of: person).map(\.shift.week).filter { $0 < week }
    let earlier = frame.lastBefore[person]?.week
    return (own + [earlier].compactMap(\.self)).max()?.start.number ?? .min
  }
}
