package import Dates
internal import Diagnostics

/// Who owns each project on each day, by all rotas on file: the latest rota that names any for a
/// day decides it.
package struct Owners: Sendable {
  /// The owners over some days of a project's life, in the order of the file; may be none.
  package struct Span: Sendable, Hashable {
    package let days: Range<Day>
    package let engineers: [EngineerID]
  }

  /// What the rotas say of each project, the latest rota first.
  private let entries: [ProjectID: [[EngineerSpan]]]

  package init(_ rotas: [Rota]) {
    var entries: [ProjectID: [[EngineerSpan]]] = [:]
    for rota in rotas.sorted(by: { $0.period.first > $1.period.first }) {
      for ownership in rota.owners where !ownership.entries.isEmpty {
        entries[ownership.project, default: []].append(ownership.entries)
      }
    }
    self.entries = entries
  }

  package func of(_ project: Project, on day: Day) -> [EngineerID] {
    for entries in entries[project.id] ?? [] {
      let owners = entries.filter { $0.days.contains(day) }.map(\.engineer)
      if !owners.isEmpty { return owners.withoutRepeats }
    }
    return []
  }

  /// The project's life cut where its owners change. O(entries²).
  package func spans(of project: Project) -> [Span] {
    let bounds = (entries[project.id] ?? []).joined().flatMap {
      [$0.days.lowerBound, $0.days.upperBound]
    }
    let changes = Set(bounds.filter { $0 > project.firstDay && $0 <= project.lastDay }).sorted()
    let starts = [project.firstDay] + changes
    var spans: [Span] = []
    for (start, end) in zip(starts, changes + [project.life.upperBound]) {
      let engineers = of(project, on: start)
      if let last = spans.last, last.engineers == engineers {
        spans[spans.count - 1] = Span(days: last.days.lowerBound..<end, engineers: engineers)
      } else {
        spans.append(Span(days: start..<end, engineers: engineers))
      }
    }
    return spans
  }

  /// Everyone who owns the project on some day of its life, in order.
  package func all(of project: Project) -> [EngineerID] {
    spans(of: project).flatMap(\.engineers).withoutRepeats
  }
}

extension Owners {
  /// The days of a project's life on which an engineer owns it, in order: by the rotas, or by the
  /// team file where no rota names anybody. O(entries²).
  package func days(of engineer: EngineerID, owning project: Project) -> [Range<Day>] {
    let spans = spans(of: project)
    if spans.allSatisfy(\.engineers.isEmpty) {
      return project.namedOwners.contains { $0.value == engineer } ? [project.life] : []
    }
    var days: [Range<Day>] = []
    for span in spans where span.engineers.contains(engineer) {
      if let before = days.last, before.upperBound == span.days.lowerBound {
        days[days.count - 1] = before.lowerBound..<span.days.upperBound
      } else {
        days.append(span.days)
      }
    }
    return days
  }
}

extension [EngineerID] {
  /// Each once, where it first stands.
  fileprivate var withoutRepeats: [EngineerID] {
    var seen: Set<EngineerID> = []
    return filter { seen.insert($0).inserted }
  }
}
