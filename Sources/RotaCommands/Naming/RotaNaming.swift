import Dates
import Diagnostics
import RotaModel

extension [Rota] {
  /// The rota that a command takes where none is named: the one that holds today, else the next,
  /// else the latest; nil where there is none.
  func standard(today: Day, handover: Weekday) -> Rota? {
    let sorted = self.sorted { $0.period.first < $1.period.first }
    return sorted.first { $0.holds(today, handover: handover) }
      ?? sorted.first { $0.period.first > today } ?? sorted.last
  }
}
