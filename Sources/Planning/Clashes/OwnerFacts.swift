import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

/// Everything that forbids owning projects in a period, each fact once.
struct OwnerFacts: Sendable {
  private(set) var facts: [BlockingFact] = []
  /// By project and engineer: the facts that forbid it.
  private(set) var blockers: [[[Int]]] = []
  /// By project: the facts that fix an owner, with the engineer.
  private(set) var fixed: [[(fact: Int, engineer: Int)]] = []
  /// By engineer: the limit of projects owned at once; nil where there is none.
  private(set) var limits: [Int?] = []
  /// By project: the fact that it needs more owners than one; nil where it does not.
  private(set) var needs: [Int?] = []

  init(_ frame: Frame, _ problem: Problem) {
    for (seat, project) in problem.projects.enumerated() {
      let framed = frame.projects[project.index]
      var byEngineer: [[Int]] = []
      for engineer in frame.engineers {
        byEngineer.append(
          project.mayOwn[engineer] || project.isGiven
            ? [] : add(engineer, framed, seat, project.dates, frame))
      }
      blockers.append(byEngineer)
      needs.append(addNeed(project, framed))
      fixed.append(
        project.fixed.map { engineer in
          facts.append(OwnerFacts.fact(of: engineer, project, framed, frame))
          return (facts.count - 1, engineer)
        })
    }
    limits = frame.engineers.map { engineer in
      frame.situation.ownedAtOnceFact(of: engineer).map { fact in
        facts.append(fact)
        return facts.count - 1
      }
    }
  }

  /// The fact that a project needs several owners.
  private mutating func addNeed(_ project: Problem.Project, _ framed: FramedProject) -> Int? {
    guard project.needed > 1, !project.isGiven else { return nil }
    let id = framed.project.id
    facts.append(
      BlockingFact(
        "`\(id)` needs \(framed.ownersNeeded) owners", at: framed.project.place, .chosen,
        edit: framed.project.namedOwners.isEmpty
          ? .setting("lower `owners` of `\(id)`", to: (1..<framed.ownersNeeded).reversed()) {
            team, value in
            guard let index = team.projects.firstIndex(where: { $0.id == id }) else { return }
            team.projects[index].ownersNeeded = value
          } : nil))
    return facts.count - 1
  }

  /// The facts that forbid an engineer to own a project.
  private mutating func add(
    _ engineer: Int, _ framed: FramedProject, _ seat: Int, _ days: Range<Day>, _ frame: Frame
  ) -> [Int] {
    let owning = Owning(engineer: engineer, project: framed.project, days: days)
    return frame.situation.stops(owning).flatMap(\.blockers.facts).map { fact in
      var fact = fact
      fact.seat = seat
      facts.append(fact)
      return facts.count - 1
    }
  }

  /// The fact that makes somebody an owner.
  private static func fact(
    of engineer: Int, _ seat: Problem.Project, _ framed: FramedProject, _ frame: Frame
  ) -> BlockingFact {
    let id = frame.team.engineers[engineer].id
    let owner = framed.fixed.first { $0.engineer == engineer }
    if let owner, owner.isNamed {
      return BlockingFact(
        "the team file names `\(id)` as owner of `\(framed.project.id)`", at: owner.entry.place,
        .chosen, edit: free(framed.project.id))
    }
    let entry = framed.given.first { $0.engineer == engineer }?.entry ?? owner?.entry
    return BlockingFact(
      seat.isGiven
        ? "`\(id)` owns `\(framed.project.id)` \(seat.dates.phrase)"
        : "an earlier rota names `\(id)` as owner of `\(framed.project.id)`",
      at: entry?.place, .given)
  }

  private static func free(_ project: ProjectID) -> FactEdit {
    FactEdit(text: "let the generator choose the owner of `\(project)` (`owners: 1`)") { team in
      guard let index = team.projects.firstIndex(where: { $0.id == project }) else { return }
      team.projects[index].namedOwners = []
    }
  }
}
