import SeededNumbers

@testable import Solver

/// Tables as odd as teams may make them: two to four engineers, three to six weeks, up to three
/// rotations and projects, one weight nothing and the next a thousand, long rests, limits, pins, and
/// projects of several owners of whom some are decided.
func oddProblem(seed: Int) -> Problem {
  var random = SeededNumbers(seed: seed)
  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  func isOne(in parts: Int) -> Bool { number(1...parts) == 1 }
  func weight() -> Int { [0, 1, 2, 3, 7, 10, 997, 1000][number(0...7)] }
  func share(_ percent: ClosedRange<Int>) -> Double { Double(number(percent)) / 100 }
  let rotations = number(1...3)
  let weeks = number(3...6)
  let engineers = number(max(2, rotations)...4)
  // So few shifts are open that all plans can be listed.
  let isOpen = (0..<weeks * rotations).map { _ in number(1...weeks * rotations) <= 6 }
  var problem = Problem(
    weeks: weeks, rotations: rotations, open: isOpen,
    isUnpopular: (0..<weeks).map { _ in isOne(in: 4) }, least: number(1...engineers + 1))
  let (prefer, spacing, balance) = (weight(), weight(), weight())
  let (unpopular, ownerWeeks, link) = (weight(), weight(), weight())
  for _ in 0..<engineers {
    var engineer = problem.engineer(
      sinceLast: isOne(in: 2) ? nil : number(1...6),
      most: isOne(in: 4) ? number(0...weeks) : weeks, ownedAtOnce: number(1...3))
    engineer.allowed = problem.open.mapValues { $0 && !isOne(in: 8) }
    engineer.shiftPoints = problem.open.mapValues { _ in
      (isOne(in: 4) ? prefer : 0) + (isOne(in: 6) ? weight() : 0)
    }
    engineer.idlePoints = problem.isUnpopular.mapValues { _ in isOne(in: 6) ? prefer : 0 }
    let ideal = number(0...6)
    engineer.chainPoints = (0..<Problem.lanes).map {
      spacing * max(0, ideal - $0) * max(0, ideal - $0)
    }
    engineer.countPoints = engineer.countPoints.mapValues { _ in
      squares(around: share(-200...300), upTo: weeks, times: balance)
    }
    engineer.unpopularPoints = squares(
      around: share(0...150), upTo: problem.isUnpopular.count { $0 }, times: unpopular)
    problem.engineers.append(engineer)
  }
  // A pin: all others may not hold that shift.
  if isOne(in: 3), let slot = problem.open.indices.first(where: { problem.open[$0] }) {
    let holder = EngineerIndex(number(0...engineers - 1))
    for engineer in problem.engineers.indices {
      problem.engineers[engineer].allowed[slot] = engineer == holder
    }
  }
  for index in 0..<number(0...3) {
    let start = number(0...10)
    let fixed = isOne(in: 6) ? [EngineerIndex(number(0...engineers - 1))] : []
    let first = number(0...weeks - 1)
    let life = (first...min(weeks - 1, first + number(0...2))).map { WeekIndex($0) }
    problem.projects.append(
      Problem.Project(
        index: index, needed: isOne(in: 4) ? 2 : 1, days: start..<start + number(1...10),
        fixed: fixed,
        candidates: problem.engineers.indices.map { engineer in
          var candidate = Problem.Candidate(mayOwn: fixed.contains(engineer) || !isOne(in: 5))
          candidate.ownPoints = isOne(in: 2) ? weight() : 0
          candidate.otherPoints = isOne(in: 3) ? weight() : 0
          candidate.ownerWeeks = number(0...4)
          candidate.links = life.map { Problem.Link(week: $0, points: link) }
          return candidate
        }))
  }
  for engineer in problem.engineers.indices {
    let most = problem.projects.reduce(0) { $0 + $1.candidates[engineer].ownerWeeks }
    problem.engineers[engineer].ownerWeekPoints = squares(
      around: share(0...300), upTo: most, times: ownerWeeks)
  }
  problem.constant = number(0...50)
  return problem
}
