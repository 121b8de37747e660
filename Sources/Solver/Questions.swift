/// Something to decide, yes or no.
enum Question: Hashable {
  case holdsMore(engineer: Int, rotation: Int, than: Int)
  case owns(engineer: Int, project: Int)
  case serves(engineer: Int, week: Int)
  case isHeld(by: [Int], slot: Int)

  /// Whether a plan has no place once it is answered.
  func contradicts(_ plan: RestrictedMaster.Plan, _ answer: Bool, rotations: Int) -> Bool {
    switch self {
    case .holdsMore(let engineer, let rotation, let than):
      plan.engineer == engineer
        && (plan.slots.count { $0 % rotations == rotation } > than) != answer
    case .owns(let engineer, let project):
      plan.engineer == engineer && plan.owned.contains(project) != answer
    case .serves(let engineer, let week):
      plan.engineer == engineer && plan.slots.contains { $0 / rotations == week } != answer
    case .isHeld(let some, let slot):
      plan.slots.contains(slot) && some.contains(plan.engineer) != answer
    }
  }
}

extension Problem {
  /// The problem with a question decided.
  ///
  /// - Parameter gap: more points than any better rota may have to spare: what contradicts the
  ///   answer costs at least as many, where it can't be forbidden.
  func answering(_ question: Question, _ yes: Bool, gap: Int) -> Problem {
    var decided = self
    switch question {
    case .holdsMore(let engineer, let rotation, let limit):
      // The table stays convex.
      for count in engineers[engineer].countPoints[rotation].indices {
        let wrong = yes ? limit + 1 - count : count - limit
        decided.engineers[engineer].countPoints[rotation][count] += max(0, wrong) * gap
      }
    case .owns(let engineer, let project):
      if yes {
        decided.projects[project].fixed.append(engineer)
      } else {
        decided.projects[project].candidates[engineer].mayOwn = false
      }
    case .serves(let engineer, let week):
      if yes {
        decided.engineers[engineer].idlePoints[week] += gap
      } else {
        for rotation in 0..<rotations {
          decided.engineers[engineer].allowed[slot(week, rotation)] = false
        }
      }
    case .isHeld(let some, let slot):
      for engineer in engineers.indices where some.contains(engineer) != yes {
        decided.engineers[engineer].allowed[slot] = false
      }
    }
    return decided
  }
}
