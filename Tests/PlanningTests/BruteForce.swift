import Diagnostics
import RotaModel

@testable import Planning
@testable import Rules

/// All rotas of a period with their points: every holder of every shift, every set of owners of
/// every project. The checker alone says what is valid and what it costs.
func allRotas(_ period: Period, in situation: Situation) -> [(rota: Rota, points: Int)] {
  let frame = Frame(situation, period: period)
  let open = frame.weeks.indices.flatMap { week in
    frame.rotations.filter { !frame.isClosed($0, week) }.map { (week, $0) }
  }
  let ids = frame.team.engineers.map(\.id)
  var allShifts: [[Shift]] = []
  func hold(_ slot: Int, _ shifts: [Shift]) {
    guard slot < open.count else {
      allShifts.append(shifts)
      return
    }
    for id in ids {
      let shift = Shift(
        week: frame.weeks[open[slot].0], rotation: frame.team.rotations[open[slot].1].id,
        engineer: id)
      hold(slot + 1, shifts + [shift])
    }
  }
  hold(0, [])
  var allOwners: [[Ownership]] = [[]]
  for framed in frame.projects {
    let choices = combinations(ids, framed.ownersNeeded)
    allOwners = allOwners.flatMap { owners in
      choices.map { choice in
        owners + [Ownership(project: framed.project.id, entries: choice.map { EngineerSpan($0) })]
      }
    }
  }
  func conflicts(_ rota: Rota) -> [String] {
    Roster(rota, in: frame).findings().filter { $0.severity == .conflict }.map(\.id)
  }
  // What shifts break and what owners break are told apart, so that each is tried once.
  let owning: Set = ["unowned", "too-many-owners", "owner-changed"]
  let shiftsAlone = allShifts.filter {
    Set(conflicts(Rota(period: period, shifts: $0))).subtracting(owning).isEmpty
  }
  guard let some = shiftsAlone.first else { return [] }
  let ownersAlone = allOwners.filter {
    conflicts(Rota(period: period, shifts: some, owners: $0)).isEmpty
  }
  return shiftsAlone.flatMap { shifts in
    ownersAlone.map {
      let rota = Rota(period: period, shifts: shifts, owners: $0)
      return (rota, Roster(rota, in: frame).points().total)
    }
  }
}

private func combinations(_ ids: [EngineerID], _ count: Int) -> [[EngineerID]] {
  guard count > 0 else { return [[]] }
  return ids.indices.flatMap { index in
    combinations(Array(ids[(index + 1)...]), count - 1).map { [ids[index]] + $0 }
  }
}
