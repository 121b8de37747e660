/// Something to decide, yes or no.
enum Question: Hashable {
  case holdsMore(engineer: EngineerIndex, rotation: RotationIndex, than: Int)
  case owns(engineer: EngineerIndex, project: ProjectIndex)
  case serves(engineer: EngineerIndex, week: WeekIndex)
  case isHeld(by: [EngineerIndex], slot: Slot)

  /// Whether a plan has no place once it is answered.
  func contradicts(_ plan: RestrictedMaster.Plan, _ answer: Bool, _ slots: Slots) -> Bool {
    switch self {
    case .holdsMore(let engineer, let rotation, let than):
      plan.engineer == engineer
        && (plan.slots.count { slots.rotation(of: $0) == rotation } > than) != answer
    case .owns(let engineer, let project):
      plan.engineer == engineer && plan.owned.contains(project) != answer
    case .serves(let engineer, let week):
      plan.engineer == engineer && plan.slots.contains { slots.week(of: $0) == week } != answer
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
        for slot in slots[week] { decided.engineers[engineer].allowed[slot] = false }
      }
    case .isHeld(let some, let slot):
      for engineer in engineers.indices where some.contains(engineer) != yes {
        decided.engineers[engineer].allowed[slot] = false
      }
    }
    return decided
  }
}
