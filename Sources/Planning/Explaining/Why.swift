package import RotaModel
package import Rules
package import Solver

/// Explains a shift of a rota on file: for every engineer what stops them, or by how much the best
/// rota would rise if they held it. Nil where no best rota is known to compare with; of a large team
/// any good one will do.
///
/// Weeks that have begun by today, and the owners of projects that have, are taken as they are on
/// file, rules they break included, so that what is said to move can still move.
///
/// - Parameters:
///   - week: a shift week of the rota that has not begun and is not closed for the rotation.
///   - only: asks for one engineer; nil for all.
///   - watch: told how many cases are done.
/// - Throws: where two answers of the solver contradict each other, which is a mistake of Rota.
package func explain(
  _ week: ShiftWeek, _ rotation: RotationID, in rota: Rota, _ situation: Situation,
  only: EngineerID? = nil, watch: (SearchProgress) -> Void = { _ in }
) throws(Contradiction) -> Explanation? {
  let comparison = Comparison(situation.frame(of: rota, purpose: .explain(onFile: rota)), rota)
  let frame = comparison.frame
  guard let slotWeek = frame.weeks.firstIndex(of: week), slotWeek >= frame.frozen,
    let duty = situation.availability.index(of: rotation), !frame.isClosed(duty, slotWeek),
    let compared = try comparison.compared(watch)
  else { return nil }
  let asked = frame.engineers.filter { only == nil || frame.team.engineers[$0].id == only }
  let verdicts = try compared.verdicts(
    asked.map { Cell(engineer: $0, rotation: duty, week: slotWeek) }, watch)
  return Explanation(
    week: week, rotation: rotation,
    holder: rota.shifts.first { $0.week == week && $0.rotation == rotation }?.engineer,
    optimum: compared.points.total, bound: compared.points.total - compared.gap,
    pointsOnFile: compared.pointsOnFile,
    options: zip(asked, verdicts).map {
      Explanation.Option(engineer: frame.team.engineers[$0].id, verdict: $1)
    })
}

/// Two answers of the solver that cannot both be right.
package struct Contradiction: Error {
  /// In words of the solver.
  package let words: String
}
