import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

/// Puts the facts of a clash into sentences: those of one kind into one, which names who is left.
struct ToldFacts {
  let frame: Frame
  let problem: Problem
  let covers: KeptCovers
  /// By week and rotation of the problem: the shifts that clash.
  let open: [Bool]

  /// How many names are listed of those whom a fact rules out; of more, the number is told.
  private static let mostNamed = 4

  /// In the order in which the first of each kind stands.
  func tell(_ facts: [BlockingFact]) -> [Clash.Fact] {
    var groups: [(family: FactFamily?, facts: [BlockingFact])] = []
    for fact in facts {
      let family = FactFamily(fact)
      if let family, let index = groups.firstIndex(where: { $0.family == family }) {
        groups[index].facts.append(fact)
      } else {
        groups.append((family, [fact]))
      }
    }
    return groups.map { family, facts in
      guard facts.count > 1, let family, let sentence = sentence(family, facts) else {
        return Clash.Fact(facts[0].text, at: facts[0].place)
      }
      return Clash.Fact(sentence, of: facts.map { .init(text: $0.text, place: $0.place) })
    }
  }

  private func sentence(_ family: FactFamily, _ facts: [BlockingFact]) -> String? {
    let engineers = each(facts.compactMap(\.engineer))
    let isAre = engineers.count == 1 ? "is" : "are"
    switch family {
    case .skill(let rotation):
      let duty = frame.team.rotations[rotation]
      let left = frame.engineers.filter { frame.availability.hasSkills($0, for: rotation) }
      return lacking(duty.skills.map(\.value), of: "\(duty.id)", left)
    case .membership(let rotation, let weeks):
      let left = frame.engineers.filter { engineer in
        weeks.contains {
          frame.availability.isMember(engineer, of: rotation, on: frame.weeks[$0].days)
        }
      }
      let members = left.count == 1 ? "is a member" : "are members"
      let who = left.isEmpty ? "nobody is a member" : "\(only(left)) \(members)"
      return "\(who) of `\(frame.team.rotations[rotation].id)` \(any(weeks))"
    case .employment(let weeks):
      let left = leaves(weeks) {
        frame.availability.isOnTeam($0.engineer, in: frame.weeks[$0.week])
      }
      return "\(named(engineers)) \(isAre) not on the team \(whole(weeks)), \(left)"
    case .timeOff(let weeks):
      let left = leaves(weeks, canServe)
      return "\(named(engineers)) \(isAre) away \(all(weeks)), \(left)"
    case .limit:
      return limits(facts, one: "holds", several: "hold", "shift") + " (`max_shifts`)"
    case .ownedAtOnce:
      return limits(facts, one: "owns", several: "own", "project") + " at once"
    case .pin, .heldBefore, .heldAfter, .frozen: return shifts(facts, named(engineers))
    case .owner(let seat, let obstacle): return owners(seat, obstacle, engineers)
    }
  }

  // MARK: Who is left

  private func lacking(_ skills: [String], of id: String, _ left: [Int]) -> String {
    let what = listed(skills.map { "`\($0)`" })
    let who = left.isEmpty ? "nobody has" : only(left) + (left.count == 1 ? " has" : " have")
    return "\(who) \(what), which `\(id)` asks for"
  }

  /// Of those who may serve in one of the shifts that clash in some weeks.
  private func leaves(_ weeks: Set<Int>, _ isLeft: (Cell) -> Bool) -> String {
    let frozen = frame.weeks.count - problem.weeks
    let slots = weeks.sorted().flatMap { week in
      frame.rotations.filter { open[(week - frozen) * problem.rotations + $0] }.map { (week, $0) }
    }
    let left = frame.engineers.filter { engineer in
      slots.contains { week, rotation in
        frame.isEligible(engineer, rotation, week)
          && isLeft(Cell(engineer: engineer, rotation: rotation, week: week))
      }
    }
    let duties = frame.rotations.filter { rotation in slots.contains { $0.1 == rotation } }
    let several = frame.rotations.count > 1
    let names = listed(duties.map { "`\(frame.team.rotations[$0].id)`" })
    return "which leaves \(left.isEmpty ? "nobody" : only(left))" + (several ? " for \(names)" : "")
  }

  private func canServe(_ cell: Cell) -> Bool {
    let week = frame.weeks[cell.week]
    let missed =
      frame.availability.awayDays(of: cell.engineer, in: week) & ~(covers.days[cell] ?? 0)
    return frame.availability.isOnTeam(cell.engineer, in: week)
      && frame.availability.canServe(awayDays: missed, of: cell.engineer, in: week)
  }

  private func owners(
    _ seat: Int, _ obstacle: FactKind.OwnerObstacle, _ engineers: [Int]
  ) -> String {
    let seat = problem.projects[seat]
    let project = frame.projects[seat.index].project
    // Those whom neither this nor what comes before it keeps from owning it.
    let left = frame.engineers.filter { engineer in
      let owning = Owning(engineer: engineer, project: project, days: seat.dates)
      return frame.situation.stops(owning).flatMap(\.blockers.facts).allSatisfy { fact in
        if case .owner(let other) = fact.kind { other.rawValue > obstacle.rawValue } else { true }
      }
    }
    let isAre = engineers.count == 1 ? "is" : "are"
    let why: String
    switch obstacle {
    case .skill: return lacking(project.skills.map(\.value), of: "\(project.id)", left)
    case .employment: why = "not on the team on all days of `\(project.id)`"
    case .timeOff: why = "away on more than half of their working days of `\(project.id)`"
    }
    let who = left.isEmpty ? "nobody" : only(left)
    return "\(named(engineers)) \(isAre) \(why), which leaves \(who) to own it"
  }

  // MARK: Numbers and shifts

  /// `ada` and `cleo` hold at most 1 shift, `bo` at most 5.
  private func limits(
    _ facts: [BlockingFact], one: String, several: String, _ noun: String
  ) -> String {
    var byNumber: [(most: Int, engineers: [Int])] = []
    for fact in facts {
      let number: Int? =
        switch fact.kind {
        case .limit(let most), .ownedAtOnce(let most): most
        default: nil
        }
      guard let number, let engineer = fact.engineer else { continue }
      if let index = byNumber.firstIndex(where: { $0.most == number }) {
        byNumber[index].engineers.append(engineer)
      } else {
        byNumber.append((number, [engineer]))
      }
    }
    return byNumber.enumerated().map { index, limit in
      let verb = index > 0 ? "" : " " + (limit.engineers.count == 1 ? one : several)
      let things = index > 0 ? "" : " \(noun)\(limit.most == 1 ? "" : "s")"
      return "\(named(limit.engineers))\(verb) at most \(limit.most)\(things)"
    }.joined(separator: ", ")
  }

  private func shifts(_ facts: [BlockingFact], _ names: String) -> String? {
    let held: [(week: ShiftWeek, word: String)] = facts.compactMap { fact in
      switch fact.kind {
      case .pin(let week, let engineer): (week, "is pinned to `\(engineer)`")
      case .heldBefore(let week): (week, "before the period")
      case .heldAfter(let week): (week, "in a later rota")
      case .frozen(let week): (week, "stay as they are")
      default: nil
      }
    }
    guard let first = held.first else { return nil }
    if case .pin = facts[0].kind {
      return held.enumerated().map { index, pin in
        (index == 0 ? "the shift of \(pin.week) " : "that of \(pin.week) ") + pin.word
      }.joined(separator: ", ")
    }
    let weeks = listed(Set(held.map(\.week)).sorted().map { "\($0)" })
    switch facts[0].kind {
    case .heldBefore: return "\(names) held the shifts of \(weeks), before the period"
    case .frozen: return "\(names) hold the shifts of \(weeks), which stay as they are"
    default: return "\(names) hold the shifts of \(weeks) \(first.word)"
    }
  }

  // MARK: Words

  private func each(_ engineers: [Int]) -> [Int] {
    engineers.enumerated().filter { !engineers[..<$0].contains($1) }.map(\.1)
  }

  private func names(_ engineers: [Int]) -> String {
    listed(engineers.map { "`\(frame.team.engineers[$0].id)`" })
  }

  private func only(_ engineers: [Int]) -> String { "only \(names(engineers))" }

  private func named(_ engineers: [Int]) -> String {
    engineers.count <= ToldFacts.mostNamed
      ? names(engineers) : "\(engineers.count) engineers"
  }

  private func dates(_ weeks: Set<Int>) -> String {
    let sorted = weeks.sorted()
    guard sorted.count > 3, let first = sorted.first, let last = sorted.last,
      last - first == sorted.count - 1
    else { return listed(sorted.map { "\(frame.weeks[$0])" }) }
    return "\(frame.weeks[first]) to \(frame.weeks[last])"
  }

  private func all(_ weeks: Set<Int>) -> String {
    "in the \(weeks.count == 1 ? "week" : "weeks") of \(dates(weeks))"
  }

  private func any(_ weeks: Set<Int>) -> String {
    weeks.count == 1 ? all(weeks) : "in any of the weeks of \(dates(weeks))"
  }

  private func whole(_ weeks: Set<Int>) -> String {
    weeks.count == 1
      ? "for the whole week of \(dates(weeks))"
      : "for the whole of any of the weeks of \(dates(weeks))"
  }
}
