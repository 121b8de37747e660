import Dates
import RotaModel
import Rules

/// The places of a project's owners in a rota from a day on. A place is an owner and those who take
/// over from them, one after the other.
struct OwnerPlaces: Sendable {
  private let project: Project
  /// Within the project's life.
  private let from: Day
  /// All of the rota, in the file's order.
  private let entries: [EngineerSpan]
  /// By place the indices of its entries, by day; of places that reach `from` or a later day.
  private let places: [[Int]]

  /// A way to own the project on every day from then on.
  struct Way: Sendable {
    /// Of the project, once it is gone.
    let entries: [EngineerSpan]
    /// Whose place it takes; none where the place was free.
    let replaced: [EngineerID]
  }

  /// - Parameter from: a day of the project's life.
  init(of project: Project, from: Day, in rota: Rota) {
    let entries = rota.entries(of: project.id)
    var open = entries.indices.filter { entries[$0].days.overlaps(from..<project.life.upperBound) }
    var places: [[Int]] = []
    while let first = open.min(by: {
      entries[$0].days.lowerBound < entries[$1].days.lowerBound
    }) {
      var place: [Int] = []
      var next: Int? = first
      while let index = next {
        place.append(index)
        open.removeAll { $0 == index }
        next = open.first { entries[$0].days.lowerBound == entries[index].days.upperBound }
      }
      places.append(place)
    }
    self.project = project
    self.from = from
    self.entries = entries
    self.places = places
  }

  /// The entries that reach the day or a later one, in the file's order.
  var owners: [EngineerSpan] { places.joined().sorted().map { entries[$0] } }

  /// Whether the engineer owns it on every day from then on.
  func isOwned(by engineer: EngineerID) -> Bool {
    entries.filter { $0.engineer == engineer }.map(\.days).cover(from..<project.life.upperBound)
  }

  /// A free place, else each that somebody has; who has a part of a place takes the rest of it.
  func ways(for engineer: EngineerID) -> [Way] {
    let own = places.filter { $0.contains { entries[$0].engineer == engineer } }
    if !own.isEmpty { return own.map { way(into: $0, for: engineer) } }
    if places.count < project.ownersNeeded { return [way(into: [], for: engineer)] }
    return places.map { way(into: $0, for: engineer) }
  }

  /// The same change where the rota that follows goes on with the project: the place of the same
  /// people, else a free one. nil where there is neither.
  func continuing(_ way: Way, for engineer: EngineerID) -> Way? {
    let ways = ways(for: engineer)
    return ways.first { $0.replaced.contains(where: way.replaced.contains) }
      ?? ways.first { $0.replaced.isEmpty || $0.replaced.contains(engineer) }
  }

  /// The place's owners stay until the day before; the engineer's own days in it go on.
  private func way(into place: [Int], for engineer: EngineerID) -> Way {
    let before = place.first {
      entries[$0].engineer == engineer && entries[$0].days.lowerBound < from
    }
    let kept = entries.indices.compactMap { index -> EngineerSpan? in
      let entry = entries[index]
      guard place.contains(index) else { return entry }
      guard index != before, entry.days.lowerBound < from, from > project.firstDay else {
        return nil
      }
      return EngineerSpan(entry.engineer, from: entry.from, until: from - 1)
    }
    let start = before.map { entries[$0].from } ?? (from > project.firstDay ? from : nil)
    return Way(
      entries: kept + [EngineerSpan(engineer, from: start)],
      replaced: place.map { entries[$0].engineer })
  }
}

extension Rota {
  /// The rota with other owners of a project, all else as it is.
  func with(owners entries: [EngineerSpan], of project: ProjectID) -> Rota {
    var rota = self
    if let index = rota.owners.firstIndex(where: { $0.project == project }) {
      rota.owners[index].entries = entries
    } else {
      rota.owners.append(Ownership(project: project, entries: entries))
    }
    return rota
  }
}
