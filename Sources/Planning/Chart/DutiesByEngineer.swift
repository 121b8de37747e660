import RotaModel

/// The shifts and covers of a rota by engineer: a chart of everybody's weeks looks through them once.
struct DutiesByEngineer {
  let rota: Rota
  private let shifts: [EngineerID: [Shift]]
  private let covers: [EngineerID: [Cover]]

  init(_ rota: Rota) {
    self.rota = rota
    shifts = Dictionary(grouping: rota.shifts, by: \.engineer)
    covers = Dictionary(grouping: rota.covers, by: \.engineer)
  }

  /// In the rota's order.
  func shifts(of engineer: EngineerID) -> [Shift] { shifts[engineer] ?? [] }

  /// Those in which the engineer stands in, in the file's order.
  func covers(of engineer: EngineerID) -> [Cover] { covers[engineer] ?? [] }
}
