import RotaModel
import Rules

extension Frame {
  /// The rota that the turns of the latest earlier one lead to, whatever the rules say; nil where
  /// no earlier rota has a shift.
  ///
  /// The turn of a rotation goes round in as many weeks as different engineers held it there: each
  /// shift is expected of whoever held it, or was expected to, that many weeks before.
  var rhythm: Rota? {
    guard let first = weeks.first else { return nil }
    let past = earlier.map { $0.shifts.filter { $0.week < first } }
    guard let last = past.last(where: { !$0.isEmpty }), let start = last.map(\.week).min() else {
      return nil
    }
    let lead = start.weeks(to: first)
    let shifts = team.rotations.flatMap { rotation -> [Shift] in
      let own = last.filter { $0.rotation == rotation.id }
      let turn = Set(own.map(\.engineer)).count
      guard turn > 0 else { return [] }
      var expected: [EngineerID?] = Array(repeating: nil, count: lead + weeks.count)
      for shift in own { expected[start.weeks(to: shift.week)] = shift.engineer }
      for week in expected.indices.dropFirst(turn) where expected[week] == nil {
        expected[week] = expected[week - turn]
      }
      return weeks.indices.compactMap { week in
        expected[lead + week].map {
          Shift(week: weeks[week], rotation: rotation.id, engineer: $0)
        }
      }
    }
    return Rota(period: period, shifts: shifts)
  }
}
