import Dates
import Diagnostics
import RotaModel

/// The rotas on file, with what every period asks of the earlier and the later ones: found once,
/// so that judging all of them grows with their number and not with its square.
final class History: Sendable {
  /// By the first date of their period.
  let rotas: [Rota]
  /// By engineer.
  private let held: [Held]
  /// By project: the rotas that give it owners, in order.
  private let owning: [ProjectID: [Int]]
  /// By rota: the one with the latest shift week of it and all before.
  private let latest: [(rota: Int, week: ShiftWeek)?]
  /// By rota: the latest day on which a shift of it or of one before starts.
  private let reached: [Day]

  /// - Complexity: O(n log n), the shifts and entries on file.
  init(_ rotas: [Rota], _ availability: Availability, of team: Team) {
    let handover = team.handover.weekday
    let rotas = rotas.following(handover: handover)
    var held = [Held](repeating: Held(), count: team.engineers.count)
    var owning: [ProjectID: [Int]] = [:]
    var latest: [(rota: Int, week: ShiftWeek)?] = []
    var reached: [Day] = []
    for (index, rota) in rotas.enumerated() {
      for shift in rota.shifts.indices {
        guard let engineer = availability.index(of: rota.shifts[shift].engineer) else { continue }
        held[engineer].append(rota.shifts[shift].week, at: (index, shift))
      }
      let last = rota.shifts.map(\.week.start).max() ?? .distantPast
      reached.append(max(last, reached.last ?? .distantPast))
      for ownership in rota.owners where !ownership.entries.isEmpty {
        if owning[ownership.project]?.last != index {
          owning[ownership.project, default: []].append(index)
        }
      }
      let before = latest.last ?? nil
      if let last = rota.weeks(handover: handover).last, before.map({ $0.week < last }) ?? true {
        latest.append((index, last))
      } else {
        latest.append(before)
      }
    }
    for engineer in held.indices { held[engineer].findEarliest() }
    self.rotas = rotas
    self.held = held
    self.owning = owning
    self.latest = latest
    self.reached = reached
  }

  /// The shifts of one engineer by rota, with which of those up to one is the latest, and which
  /// from one on the earliest.
  private struct Held: Sendable {
    var weeks: [ShiftWeek] = []
    var places: [(rota: Int, shift: Int)] = []
    var latest: [Int] = []
    var earliest: [Int] = []

    mutating func append(_ week: ShiftWeek, at place: (rota: Int, shift: Int)) {
      let before = latest.last
      latest.append(before.map { week > weeks[$0] ? weeks.count : $0 } ?? 0)
      weeks.append(week)
      places.append(place)
    }

    mutating func findEarliest() {
      earliest = Array(weeks.indices)
      for index in weeks.indices.dropLast().reversed()
      where weeks[earliest[index + 1]] < weeks[index] {
        earliest[index] = earliest[index + 1]
      }
    }
  }

  /// How many rotas begin before a date, or by it.
  func count(before day: Day) -> Int { rotas.partitioningIndex(where: { $0.period.first >= day }) }
  func count(upTo day: Day) -> Int { rotas.partitioningIndex(where: { $0.period.first > day }) }

  /// The latest shift that an engineer holds in the first so many rotas; of equals, the first. This
  /// and what follows: O(log n).
  func lastShift(of engineer: Int, inFirst count: Int) -> Shift? {
    let held = held[engineer]
    let index = held.places.partitioningIndex(where: { $0.rota >= count })
    return index == 0 ? nil : shift(held.places[held.latest[index - 1]])
  }

  /// The earliest shift that an engineer holds in the rotas from one on; of equals, the first.
  func firstShift(of engineer: Int, inRotasFrom start: Int) -> Shift? {
    let held = held[engineer]
    let index = held.places.partitioningIndex(where: { $0.rota >= start })
    return index == held.places.count ? nil : shift(held.places[held.earliest[index]])
  }

  /// The last of the first so many rotas that gives a project owners.
  func lastRota(owning project: ProjectID, inFirst count: Int) -> Rota? {
    guard let giving = owning[project] else { return nil }
    return giving[..<giving.partitioningIndex(where: { $0 >= count })].last.map { rotas[$0] }
  }

  /// The latest shift week of the first so many rotas, and the rota that has it.
  func latestWeek(inFirst count: Int) -> (rota: Rota, week: ShiftWeek)? {
    guard count > 0, let latest = latest[count - 1] else { return nil }
    return (rotas[latest.rota], latest.week)
  }

  /// How many of the first rotas have no shift that starts on a day or later.
  func count(endingBefore day: Day) -> Int { reached.partitioningIndex(where: { $0 >= day }) }

  private func shift(_ place: (rota: Int, shift: Int)) -> Shift {
    rotas[place.rota].shifts[place.shift]
  }
}
