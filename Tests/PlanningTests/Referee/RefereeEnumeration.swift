import RotaModel

extension Referee {
  /// The fewest points of any rota that breaks no hard rule, found by trying all; nil where there
  /// is none. For the smallest teams alone.
  func optimumByTryingAll() -> Int? {
    let open = weeks.flatMap { week in
      team.rotations.filter { !facts.isClosed($0, week) }.map { (week, $0) }
    }
    var shifts: [[Shift]] = [[]]
    for (week, rotation) in open {
      let able = team.engineers.filter { engineer in
        facts.isEligible(engineer, rotation, week) && facts.isAvailable(engineer, week)
      }
      shifts = shifts.flatMap { held in
        able.filter { engineer in
          held.allSatisfy {
            $0.engineer != engineer.id || distance($0.week, week) > team.rest
          }
        }.map { held + [Shift(week: week, rotation: rotation.id, engineer: $0.id)] }
      }
    }
    let held = shifts.map { Rota(period: period, shifts: $0) }
      .filter { brokenByShifts($0).isEmpty }.map(turns)
    let shiftPoints = held.map { held in
      team.engineers.indices.reduce(0) { $0 + self.shiftPoints($1, held[$1]).total }
    }
    return allowedOwners().flatMap { owners in
      let owned = Rota(period: period, owners: owners)
      // What is owned costs the same beside shifts of the same weeks.
      var known = team.engineers.map { _ in [[Int]: Int]() }
      return zip(held, shiftPoints).map { held, points in
        team.engineers.indices.reduce(points) { sum, engineer in
          let weeks = held[engineer].map(\.week)
          let owning =
            known[engineer][weeks]
            ?? ownerPoints(engineer, weeks, in: owned).values.reduce(0, +)
          known[engineer][weeks] = owning
          return sum + owning
        }
      }
    }.min()
  }

  /// Every choice of owners that breaks no hard rule.
  func allowedOwners() -> [[Ownership]] {
    var owners: [[Ownership]] = [[]]
    for project in projects {
      // Decided by earlier rotas where nothing is left to decide.
      let able = team.engineers.filter { mayOwn($0, project) }.map(\.id)
      owners = owners.flatMap { owned in
        choices(of: project.ownersNeeded, from: able).map { chosen in
          owned + [Ownership(project: project.id, entries: chosen.map { EngineerSpan($0) })]
        }
      }
    }
    return owners.filter { brokenByOwners(Rota(period: period, owners: $0)).isEmpty }
  }

  private func choices(of count: Int, from ids: [EngineerID]) -> [[EngineerID]] {
    guard count > 0 else { return [[]] }
    return ids.indices.flatMap { index in
      choices(of: count - 1, from: Array(ids[(index + 1)...])).map { [ids[index]] + $0 }
    }
  }
}
