package import Dates
import Diagnostics
package import RotaModel
package import Rules

/// Who can own a project from a day on, and who cannot: `rota owners`.
package struct OwnerChoice: Sendable {
  package let project: Project
  /// Within its life.
  package let from: Day
  /// As it is: the entries that reach the day or a later one.
  package let owners: [EngineerSpan]
  /// Fewest points first, then in the team file's order.
  package let can: [Able]
  /// In the team file's order.
  package let cannot: [Unable]
  /// The rota that holds the day; nil where none does, and points are not known.
  package let period: Period?

  package struct Able: Sendable {
    package let engineer: EngineerID
    /// The rise in points of the rota; nil where there is none.
    package let points: Int?
    /// Whether it is theirs already.
    package let isOwner: Bool
  }

  package struct Unable: Sendable {
    package let engineer: EngineerID
    /// The ids of the rules that would be broken anew, in the rule book's order; never empty.
    package let rules: [String]
  }

  /// - Parameter day: cut to the project's first day; not after its last.
  /// - Complexity: a judgement of the rota for each engineer and place.
  package init(of project: Project, from day: Day, in situation: Situation) {
    precondition(day <= project.lastDay, "a project that has not ended by then")
    let from = max(day, project.firstDay)
    let trial = OwnerTrial(project, from: from, in: situation)
    var can: [Able] = []
    var cannot: [Unable] = []
    for engineer in situation.team.engineers.map(\.id) {
      switch trial.outcome(for: engineer) {
      case .owner(let points): can.append(Able(engineer: engineer, points: points, isOwner: true))
      case .able(let points): can.append(Able(engineer: engineer, points: points, isOwner: false))
      case .unable(let rules): cannot.append(Unable(engineer: engineer, rules: rules))
      }
    }
    self.project = project
    self.from = from
    owners = trial.places.owners
    // Sorting keeps the order of equals only by their index.
    self.can = can.enumerated().sorted {
      ($0.element.points ?? 0, $0.offset) < ($1.element.points ?? 0, $1.offset)
    }.map(\.element)
    self.cannot = cannot
    period = trial.isOnFile ? trial.rota.period : nil
  }
}
