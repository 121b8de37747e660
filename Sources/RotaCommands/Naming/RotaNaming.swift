import Dates
import Diagnostics
import RotaModel

extension [Rota] {
  /// The rota that a command takes where none is named: the one that holds today, else the next,
  /// else the latest; nil where there is none. They stand by their periods' first dates.
  func standard(today: Day, handover: Weekday) -> Rota? {
    first { $0.holds(today, handover: handover) } ?? first { $0.period.first > today } ?? last
  }
}
