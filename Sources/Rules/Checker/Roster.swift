package import Dates
package import Diagnostics
package import RotaModel

/// A rota whose names are resolved against a frame: what rules about a whole rota look at.
package struct Roster: Sendable {
  package private(set) var frame: Frame
  package private(set) var rota: Rota
  /// All shifts of the rota, in its order.
  package private(set) var shifts: [Held]
  /// By project of the frame: its owners' days, cut to the project's life.
  package let owners: [[Owner]]
  /// By engineer: their shifts, by index.
  private(set) var own: [[Int]]
  /// By week and rotation: somebody is named.
  private let filled: [Bool]

  package struct Held: Sendable {
    package let shift: Shift
    /// Indices; nil for a name the team file does not have, or a date that starts no week.
    package let engineer: Int?
    package let rotation: Int?
    package let week: Int?
  }

  package struct Owner: Sendable {
    package let engineer: Int?
    package let entry: EngineerSpan
    /// Half-open; may be empty.
    package let days: Range<Day>
  }

  /// Shifts and covers are judged from this day on; owners from today on.
  let judgedFrom: Day

  /// - Parameter judgedFrom: nil for today.
  package init(_ rota: Rota, in frame: Frame, judgedFrom: Day? = nil) {
    // It may not be on file: what follows it is known here.
    let rota = rota.followed(by: frame.later.first, handover: frame.handover)
    self.judgedFrom = judgedFrom ?? frame.situation.today
    self.rota = rota
    self.frame = frame
    let availability = frame.availability
    shifts = rota.shifts.map { shift in
      Held(
        shift: shift, engineer: availability.index(of: shift.engineer),
        rotation: availability.index(of: shift.rotation),
        week: frame.week(startingOn: shift.week.start))
    }
    var own = [[Int]](repeating: [], count: frame.engineers.count)
    var filled = [Bool](repeating: false, count: frame.weeks.count * frame.rotations.count)
    for (index, held) in shifts.enumerated() {
      if let engineer = held.engineer { own[engineer].append(index) }
      if let week = held.week, let rotation = held.rotation {
        filled[week * frame.rotations.count + rotation] = true
      }
    }
    self.own = own
    self.filled = filled
    let entries = Dictionary(
      rota.owners.map { ($0.project, $0.entries) }, uniquingKeysWith: { first, _ in first })
    owners = frame.projects.map { framed in
      (entries[framed.project.id] ?? []).map {
        Owner(
          engineer: availability.index(of: $0.engineer), entry: $0,
          days: $0.days.clamped(to: framed.project.life))
      }
    }
  }

  /// The roster once some shifts are in other hands; what else has changed are covers.
  ///
  /// - Parameter indices: of the shifts that differ, in the same weeks and of the same rotations.
  /// - Complexity: a copy of the shifts, and the names of those that differ.
  package func changed(to rota: Rota, at indices: [Int]) -> Roster {
    var changed = self
    changed.rota.shifts = rota.shifts
    changed.rota.covers = rota.covers
    for index in indices {
      if let before = shifts[index].engineer { changed.own[before].removeAll { $0 == index } }
      let after = frame.availability.index(of: rota.shifts[index].engineer)
      changed.shifts[index] = Held(
        shift: rota.shifts[index], engineer: after, rotation: shifts[index].rotation,
        week: shifts[index].week)
      if let after {
        let place = changed.own[after].partitioningIndex { $0 > index }
        changed.own[after].insert(index, at: place)
      }
    }
    return changed
  }

  /// The same rota in a frame of the same period, people and projects: only their time off may differ.
  package func seen(in frame: Frame) -> Roster {
    var seen = self
    seen.frame = frame
    return seen
  }

  package var today: Day { frame.situation.today }

  /// Whether a week ended before today: what is past is read, not judged.
  func isPast(_ week: ShiftWeek) -> Bool { week.last < judgedFrom }
  func isPast(_ cover: Cover) -> Bool { cover.days.upperBound <= judgedFrom }

  var isWhollyPast: Bool { frame.weeks.last.map { $0.last < today } ?? true }

  /// An engineer's shifts of known rotations in weeks of the period: whoever holds an unknown
  /// rotation is judged no further.
  func counted(of engineer: Int) -> [Held] {
    shifts(of: engineer).filter { $0.rotation != nil && $0.week != nil }
  }

  /// All shifts of an engineer, in the rota's order.
  package func shifts(of engineer: Int) -> [Held] { own[engineer].map { shifts[$0] } }

  /// All shifts of some engineers, in the rota's order.
  func shifts(of engineers: some Sequence<Int>) -> [Held] {
    indices(of: engineers).map { shifts[$0] }
  }

  /// The places of all shifts of some engineers, in the rota's order.
  func indices(of engineers: some Sequence<Int>) -> [Int] {
    engineers.flatMap { own[$0] }.sorted()
  }

  /// Whether a rotation has a holder in a week, known or not.
  func isFilled(_ rotation: Int, _ week: Int) -> Bool {
    filled[week * frame.rotations.count + rotation]
  }

  /// A project's days to decide from today on, up to where the next rota takes it over.
  func judgedDays(of project: FramedProject) -> Range<Day> {
    let days = project.daysToDecide
    let end = max(
      days.lowerBound, min(days.upperBound, takenOver(project.project) ?? days.upperBound))
    return min(max(days.lowerBound, today), end)..<end
  }

  /// The first day of the next rota on file that has the project among its own; nil for the last.
  func takenOver(_ project: Project) -> Day? {
    var taken: Day?
    for rota in frame.later {
      // No week starts before its period, and periods are in order.
      guard rota.period.first < min(project.life.upperBound, taken ?? .distantFuture) else { break }
      let weeks = rota.weeks(handover: frame.team.handover.weekday)
      guard let first = weeks.first, let last = weeks.last,
        project.life.overlaps(first.start..<last.last + 1)
      else { continue }
      taken = min(first.start, taken ?? .distantFuture)
    }
    return taken
  }

  /// Where a week of the rota is written, or would be.
  package func place(ofWeek week: Int) -> Place? {
    rota.shifts.first { $0.week == frame.weeks[week] }?.weekPlace ?? rota.shiftsPlace
      ?? rota.periodPlace
  }

  /// Where the owners of a project are written, or would be.
  package func place(of project: FramedProject) -> Place? {
    rota.owners.first { $0.project == project.project.id }?.place ?? rota.periodPlace
  }

  /// The fixed owners who do not own their project on one of its judged days. Of owners whom only
  /// an earlier rota gives, an entry that ends before the project does records a decided change.
  func missingFixedOwners(named: Bool) -> [(FramedProject.FixedOwner, FramedProject)] {
    frame.projects.indices.flatMap { index in
      let project = frame.projects[index]
      let days = judgedDays(of: project)
      return project.fixed.filter { fixed in
        guard fixed.isNamed == named else { return false }
        let entries = owners[index].filter { $0.engineer == fixed.engineer }
        let hasEnded = entries.contains { owner in
          owner.entry.until.map { $0 < project.project.lastDay } ?? false
        }
        return !(hasEnded && !named)
          && !days.allSatisfy { day in entries.contains { $0.days.contains(day) } }
      }.map { ($0, project) }
    }
  }

  /// The projects in whose runs of days with the same number of owners one is picked.
  func projectsWithOwners(
    where pick: (_ needed: Int, _ runs: [(owners: Int, days: Range<Day>)]) -> (
      owners: Int, days: Range<Day>
    )?
  ) -> [(FramedProject, (owners: Int, days: Range<Day>))] {
    frame.projects.indices.compactMap { index in
      let project = frame.projects[index]
      let days = judgedDays(of: project)
      // The number of owners changes only where an entry begins or ends.
      let edges = owners[index].flatMap { [$0.days.lowerBound, $0.days.upperBound] }
      let cuts = Set(edges.filter { days.contains($0) } + [days.lowerBound]).sorted()
      let runs = cuts.indices.map { cut -> (owners: Int, days: Range<Day>) in
        let end = cut + 1 < cuts.count ? cuts[cut + 1] : days.upperBound
        return (
          owners[index].count { $0.days.contains(cuts[cut]) }, cuts[cut]..<max(cuts[cut], end)
        )
      }.filter { !$0.days.isEmpty }
      return pick(project.ownersNeeded, runs).map { (project, $0) }
    }
  }
}
