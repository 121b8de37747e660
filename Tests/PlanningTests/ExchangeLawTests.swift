import Dates
import Diagnostics
import RotaModel
import SeededNumbers
import Testing

@testable import Planning
@testable import Rules

/// The ways that are listed are those that the checker accepts: here every candidate is applied to
/// the rota and judged anew, as somebody with the file and `check` alone would do it.
@Suite("The ways to free a holder")
struct ExchangeLawTests {
  /// A rota that hands, not the solver, have made: conflicts, covers and weeks that have begun.
  private struct World {
    var situation: Situation
    var rota: Rota

    init(seed: Int) throws {
      var random = SeededNumbers(seed: seed &+ 90_000)
      let size = TeamSize(
        engineers: Int.random(in: 3...6, using: &random),
        weeks: Int.random(in: 3...6, using: &random), rotations: 1 + seed % 3,
        projects: seed % 2)
      let (drawn, period) = try randomSituation(size, seed: seed)
      var team = drawn.team
      team.rest = Int.random(in: 0...2, using: &random)
      let weeks = period.weeks(handover: .monday)
      // Somebody who is a member only of the first rotation, and only for a while.
      if team.rotations.count > 1, random.chance(40) {
        team.rotations[1].members = team.engineers.dropFirst().map {
          EngineerSpan($0.id, from: random.chance(20) ? weeks[1].start : nil)
        }
      }
      if random.chance(30) {
        team.engineers[0].leaves = Located(
          weeks[1].last, at: team.pins.first?.place ?? team.engineers[0].place)
      }
      var shifts: [Shift] = []
      for (number, week) in weeks.enumerated() {
        for (duty, rotation) in team.rotations.enumerated() {
          // In turn where it fits, anybody else now and then.
          let turn = (number * team.rotations.count + duty) % team.engineers.count
          var holder = team.engineers[turn].id
          if random.chance(25) {
            holder = team.engineers.randomElement(using: &random)?.id ?? holder
          }
          if random.chance(4) { holder = EngineerID("stranger") }
          if !random.chance(4) {
            shifts.append(Shift(week: week, rotation: rotation.id, engineer: holder))
          }
        }
      }
      var covers: [Cover] = []
      for shift in shifts where random.chance(45) {
        guard let standIn = team.engineers.randomElement(using: &random)?.id,
          standIn != shift.engineer
        else { continue }
        let first = Int.random(in: 0...5, using: &random)
        let last = Int.random(in: first...6, using: &random)
        covers.append(
          Cover(
            days: shift.week.start + first..<shift.week.start + last + 1,
            rotation: shift.rotation, engineer: standIn))
      }
      rota = Rota(period: period, shifts: shifts, covers: covers)
      let today = weeks[0].start + Int.random(in: -20...17, using: &random)
      situation = Situation(team: team, rotas: drawn.rotas + [rota], today: today)
    }
  }

  /// Of a way as it is told, and of a candidate: what the rota says once done.
  private struct Done: Hashable, CustomStringConvertible {
    let description: String

    init(_ rota: Rota) {
      let shifts = rota.shifts.map { "\($0.week) \($0.rotation) \($0.engineer)" }.sorted()
      let covers = rota.covers.map { "\($0.days) \($0.rotation) \($0.engineer)" }.sorted()
      description = (shifts + covers).joined(separator: ", ")
    }
  }

  /// How often each kind of case was met.
  private var reached = Reached()

  @Test("are those that bring no conflict to `check`, and come to what they say")
  mutating func areThoseTheCheckerAccepts() throws {
    for seed in 0..<500 { try judge(seed: seed) }
    for branch in [
      "takeover", "swap", "three-way", "cover", "among conflicts", "begun", "left", "dropped",
      "cut", "cut in two", "none", "tie",
    ] {
      #expect(reached.times(branch) > 10, "\(branch): \(reached.times(branch))")
    }
  }

  private mutating func judge(seed: Int) throws {
    let world = try World(seed: seed)
    var random = SeededNumbers(seed: seed)
    let rota = world.rota
    let situation = world.situation
    guard let shift = rota.shifts.randomElement(using: &random) else { return }
    // What is known of the period is the same for every candidate; ways that are told are checked whole.
    let frame = situation.frame(of: rota)
    func checked(_ rota: Rota) -> Checked {
      Checked(rota, situation) { Roster($0, in: frame).judgement() }
    }
    let before = checked(rota)
    // Whole shifts.
    if let ways = try? exchanges(for: shift.week, shift.rotation, in: rota, situation) {
      #expect(shift.week.start > situation.today)
      var found: [Done: Int] = [:]
      for candidate in candidates(of: shift, rota, situation) {
        let after = checked(candidate.rota)
        if after.brings(before) { continue }
        found[Done(candidate.rota)] = after.points - before.points
        reached.count(candidate.kind)
        if !before.conflicts.isEmpty { reached.count("among conflicts") }
      }
      hold(ways, found, before, shift, world, seed)
    } else {
      #expect(shift.week.start <= situation.today)
      reached.count("begun")
    }
    // Some days of it.
    let first = Int.random(in: 0...6, using: &random)
    let last = Int.random(in: first...6, using: &random)
    let days = shift.week.start + first..<shift.week.start + last + 1
    guard days.lowerBound >= situation.today else { return }
    let ways = try exchanges(
      for: shift.week, shift.rotation, in: rota, situation, covering: days)
    var found: [Done: Int] = [:]
    for person in situation.team.engineers.map(\.id) where person != shift.engineer {
      let after = standingIn(person, for: shift, days, rota)
      // Nobody is asked to do what they do already.
      if Duty(after) == Duty(rota) { continue }
      let judged = checked(after)
      if judged.brings(before) { continue }
      found[Done(after)] = judged.points - before.points
      reached.count("cover")
    }
    hold(ways, found, before, shift, world, seed)
  }

  private mutating func hold(
    _ ways: [Exchange], _ found: [Done: Int], _ before: Checked, _ freed: Shift, _ world: World,
    _ seed: Int
  ) {
    if ways.isEmpty { reached.count("none") }
    let past = world.situation.today
    var told: [Done: Int] = [:]
    var keys: [[Int]] = []
    for way in ways {
      let done = applied(way, to: world.rota)
      let after = Checked(done, world.situation) { Rules.judge($0, in: world.situation) }
      told[Done(done)] = way.points
      #expect(after.points == before.points + way.points, "\(seed)")
      #expect(after.messages == way.conflicts.map(\.message).sorted(), "\(seed)")
      if !way.left.isEmpty { reached.count("left") }
      if !way.droppedCovers.isEmpty { reached.count("dropped") }
      for cut in way.cutCovers { reached.count(cut.days.count == 1 ? "cut" : "cut in two") }
      #expect(Duty(done).before(past) == Duty(world.rota).before(past), "\(seed)")
      let taker = way.cover?.engineer ?? way.shifts[0].engineer
      keys.append(
        [["takeover", "swap", "three-way", "cover"].firstIndex(of: way.kind.rawValue) ?? 9]
          + after.ranking(of: taker, freed, world.situation, way.points))
    }
    let missed = found.filter { told[$0.key] != $0.value }
    let invented = told.filter { found[$0.key] != $0.value }
    #expect(missed.isEmpty && invented.isEmpty, "\(seed): \(missed), \(invented), \(freed)")
    #expect(told.count == ways.count, "\(seed)")
    for (one, next) in zip(keys, keys.dropFirst()) {
      #expect(!next.lexicographicallyPrecedes(one), "\(seed): \(one) before \(next)")
      if one.prefix(2) == next.prefix(2), one != next { reached.count("tie") }
    }
  }

  /// By what the way says alone.
  private func applied(_ way: Exchange, to rota: Rota) -> Rota {
    var done = rota
    for taken in way.shifts {
      done.shifts = done.shifts.map {
        $0.week == taken.week && $0.rotation == taken.rotation ? taken : $0
      }
    }
    done.covers.removeAll { cover in
      way.droppedCovers.contains(cover) || way.cutCovers.contains { $0.cover == cover }
    }
    for cut in way.cutCovers {
      done.covers += cut.days.map {
        Cover(days: $0, rotation: cut.cover.rotation, engineer: cut.cover.engineer)
      }
    }
    if let cover = way.cover { done.covers.append(cover) }
    return done
  }

  /// Every takeover, swap and three-way exchange of a shift, with the covers of what moves gone.
  private func candidates(of shift: Shift, _ rota: Rota, _ situation: Situation) -> [(
    kind: String, rota: Rota
  )] {
    func given(_ changes: [(Shift, EngineerID)]) -> Rota {
      var done = rota
      for (old, taker) in changes {
        done.shifts = done.shifts.map {
          $0 == old ? Shift(week: old.week, rotation: old.rotation, engineer: taker) : $0
        }
        done.covers.removeAll { cover in
          cover.rotation == old.rotation && cover.days.allSatisfy(old.week.days.contains)
        }
      }
      return done
    }
    var all: [(String, Rota)] = []
    for taker in situation.team.engineers.map(\.id) where taker != shift.engineer {
      all.append(("takeover", given([(shift, taker)])))
    }
    let coming = rota.shifts.filter { $0.week.start > situation.today }
    for second in coming where second.engineer != shift.engineer {
      all.append(("swap", given([(shift, second.engineer), (second, shift.engineer)])))
      for third in coming
      where third.engineer != shift.engineer && third.engineer != second.engineer {
        all.append(
          (
            "three-way",
            given([
              (shift, second.engineer), (second, third.engineer), (third, shift.engineer),
            ])
          ))
      }
    }
    return all
  }

  /// Day by day: what the new cover does not take of the others stays.
  private func standingIn(_ person: EngineerID, for shift: Shift, _ days: Range<Day>, _ rota: Rota)
    -> Rota
  {
    var done = rota
    done.covers = []
    for old in rota.covers {
      guard old.rotation == shift.rotation, old.days.overlaps(days) else {
        done.covers.append(old)
        continue
      }
      var run: Range<Day>?
      for day in old.days {
        if days.contains(day) {
          if let run { done.covers.append(old.only(run)) }
          run = nil
        } else {
          run = (run?.lowerBound ?? day)..<day + 1
        }
      }
      if let run { done.covers.append(old.only(run)) }
    }
    done.covers.append(Cover(days: days, rotation: shift.rotation, engineer: person))
    return done
  }
}

extension Cover {
  fileprivate func only(_ days: Range<Day>) -> Cover {
    Cover(days: days, rotation: rotation, engineer: engineer)
  }
}

/// Counts what was met.
private struct Reached {
  private var counts: [String: Int] = [:]
  mutating func count(_ branch: String) { counts[branch, default: 0] += 1 }
  func times(_ branch: String) -> Int { counts[branch, default: 0] }
}

/// Who is on duty, day by day and rotation by rotation.
private struct Duty: Hashable {
  private var people: [Slot: EngineerID] = [:]

  private struct Slot: Hashable {
    let rotation: RotationID
    let day: Day
  }

  init(_ rota: Rota) {
    for shift in rota.shifts {
      for day in shift.week.days {
        people[Slot(rotation: shift.rotation, day: day)] = shift.engineer
      }
    }
    for cover in rota.covers {
      for day in cover.days {
        people[Slot(rotation: cover.rotation, day: day)] = cover.engineer
      }
    }
  }

  func before(_ day: Day) -> Duty {
    var some = self
    some.people = people.filter { $0.key.day < day }
    return some
  }
}
