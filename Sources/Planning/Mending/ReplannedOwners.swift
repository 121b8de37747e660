import Dates
import Diagnostics
import RotaModel
import Rules
import Solver

extension Replanning {
  /// Who owns what in a mended rota, and what of that is new.
  struct Owners {
    private(set) var all: [Ownership] = []
    private(set) var ownerChanges: [Replanned.OwnerChange] = []
    private(set) var dropped: [Replanned.DroppedEntry] = []

    init(_ answer: Solver.Answer, of mending: Replanning) {
      let frame = mending.frame
      for index in frame.projects.indices {
        let framed = frame.projects[index]
        let old = mending.base.owners.first { $0.project == framed.project.id }
        let seats = mending.problem.projects.indices.compactMap { seat -> Taken? in
          let project = mending.problem.projects[seat]
          guard project.index == index, !project.isGiven else { return nil }
          return Taken(
            days: project.dates,
            owners: frame.engineers.filter { answer.owned[EngineerIndex($0)].contains(seat) }.map {
              frame.team.engineers[$0].id
            })
        }
        let passed = Passed(old?.entries ?? [], framed, seats, frame)
        all.append(
          Ownership(project: framed.project.id, entries: passed.entries, place: old?.place))
        dropped += passed.beyond.map { .init(project: framed.project.id, entry: $0) }
        ownerChanges += passed.ownerChanges(framed, frame)
      }
    }
  }

  /// Seats of a project for the same days, and who has them.
  fileprivate struct Taken {
    let days: Range<Day>
    let owners: [EngineerID]
  }
}

/// One project's entries before and after: in the order kept, then new ones in the team file's.
private struct Passed {
  private(set) var entries: [EngineerSpan] = []
  /// Entries after the project's last day.
  private(set) var beyond: [EngineerSpan] = []
  private let old: [EngineerSpan]
  private let life: Range<Day>

  init(
    _ old: [EngineerSpan], _ framed: FramedProject, _ seats: [Replanning.Taken], _ frame: Frame
  ) {
    self.old = old
    life = framed.project.life
    let from = framed.passedOnFrom ?? life.lowerBound
    var waiting = seats.flatMap { seat in seat.owners.map { (id: $0, days: seat.days) } }
    for entry in old {
      let days = entry.days.clamped(to: life)
      if days.isEmpty {
        if entry.days.lowerBound >= life.upperBound {
          beyond.append(entry)
        } else {
          entries.append(entry)
        }
        continue
      }
      // What is given of it, or what lies before the date.
      let given = framed.given.filter { $0.entry == entry }.map(\.days)
      let end = given.map(\.upperBound).max() ?? min(days.upperBound, max(days.lowerBound, from))
      let stays = given.contains { $0.upperBound == days.upperBound }
      let mine = waiting.firstIndex {
        $0.id == entry.engineer && $0.days.lowerBound <= end && days.overlaps($0.days)
      }
      if stays {
        entries.append(entry)
      } else if let mine {
        let seat = waiting.remove(at: mine).days
        let isWhole = days.clamped(to: seat) == seat
        let start = framed.passedOnFrom == nil ? nil : entry.from
        entries.append(isWhole ? entry : EngineerSpan(entry.engineer, from: start, at: entry.place))
      } else if end > days.lowerBound {
        entries.append(
          end == days.upperBound
            ? entry
            : EngineerSpan(entry.engineer, from: entry.from, until: end - 1, at: entry.place))
      }
    }
    let order = frame.team.engineers.map(\.id)
    for id in order {
      for new in waiting where new.id == id {
        entries.append(
          EngineerSpan(id, from: new.days.lowerBound <= life.lowerBound ? nil : new.days.lowerBound)
        )
      }
    }
  }

  /// Who owns it on a day.
  private func owners(_ entries: [EngineerSpan], on day: Day) -> [EngineerID] {
    entries.filter { $0.days.contains(day) }.map(\.engineer)
  }

  /// By the day on which owners change, against the base.
  func ownerChanges(_ framed: FramedProject, _ frame: Frame) -> [Replanned.OwnerChange] {
    guard entries != old else { return [] }
    let edges =
      entries.flatMap { [$0.days.lowerBound, $0.days.upperBound] } + [life.lowerBound]
      + old.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
    var gone: Set<EngineerID> = []
    var come: Set<EngineerID> = []
    return Set(edges.map { max($0, life.lowerBound) }).sorted().filter(life.contains).compactMap {
      day in
      let before = owners(old, on: day)
      let now = owners(entries, on: day)
      let lost = before.filter { !now.contains($0) && !gone.contains($0) }
      let new = now.filter { !before.contains($0) && !come.contains($0) }
      guard !lost.isEmpty || !new.isEmpty else { return nil }
      gone.formUnion(lost)
      come.formUnion(new)
      return Replanned.OwnerChange(
        project: framed.project.id, day: day, from: lost, to: new,
        reasons: lost.flatMap { frame.stops($0, from: framed, on: day..<life.upperBound) })
    }
  }
}
