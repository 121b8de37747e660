import Dates
import Diagnostics
import RotaModel

/// How a project under way is passed on when its rota is mended (`Rules.docc`, "Mending a rota"): who
/// keeps it, and which seats are free from which day on.
///
/// What is free is free from the date on, but a leaver's seat, which passes on the day after their
/// last one. Where the entries on file fill all days from the date on, or all but leavers' seats
/// and a number that stays the same, none of them changes, a decided change of hands included.
struct PassingOn {
  /// By engineer: may take a seat.
  let mayOwn: [Bool]
  let fixed: [FramedProject.FixedOwner]
  let seats: [FramedProject.Seat]
  let given: [FramedProject.GivenOwner]

  private struct Entry {
    let span: EngineerSpan
    /// nil for a name the team file does not have.
    let engineer: Int?
    /// Within the project's life; may be empty.
    let days: Range<Day>
    /// The days of the leaver's seat, where the entry makes one; never empty.
    var seat: Range<Day>?
    /// False for a name the team file does not have.
    var mayStay = false
  }

  init(
    _ project: Project, of base: Rota, from date: Day, toDecide: Range<Day>,
    in situation: Situation
  ) {
    let entries = PassingOn.entries(project, of: base, from: date, toDecide, in: situation)
    let able = situation.mayOwn(project, on: toDecide)
    let named = Set(project.namedOwners.compactMap { situation.availability.index(of: $0.value) })
    let isOver = project.life.upperBound <= situation.today
    let free = PassingOn.free(
      entries, needed: project.ownersNeeded, on: toDecide.clamped(from: situation.today))
    let keepsAll = isOver || named.isEmpty && free != nil

    var kept: [FramedProject.FixedOwner] = []
    var given: [FramedProject.GivenOwner] = []
    for entry in entries {
      guard let engineer = entry.engineer else { continue }
      func give(_ days: Range<Day>, stays: Bool = false) {
        guard !days.isEmpty else { return }
        given.append(.init(engineer: engineer, entry: entry.span, days: days, stays: stays))
      }
      guard !isOver else {
        give(entry.days)
        continue
      }
      guard entry.seat == nil else {
        give(entry.days.clamped(before: situation.lastDay(engineer) + 1))
        continue
      }
      give(entry.days.clamped(before: date))
      let ahead = entry.days.clamped(to: toDecide)
      guard entry.mayStay, named.isEmpty, !ahead.isEmpty else { continue }
      if keepsAll { give(ahead, stays: true) }
      if entry.days.contains(project.lastDay), keepsAll || able[engineer] {
        kept.append(.init(engineer: engineer, isNamed: false, entry: entry.span))
      }
    }
    if kept.count > project.ownersNeeded { kept = [] }
    self.given = given
    fixed = kept
    guard !isOver else {
      seats = []
      mayOwn = able
      return
    }

    func seat(_ days: Range<Day>, _ needed: Int) -> FramedProject.Seat {
      let able = situation.mayOwn(project, on: days)
      return .init(
        days: days, needed: needed,
        mayOwn: able.indices.map { able[$0] && (named.isEmpty || named.contains($0)) }, fixed: [])
    }
    var leaving = entries.compactMap(\.seat).sorted { $0.lowerBound < $1.lowerBound }
    var staying = keepsAll ? [] : kept.map(\.engineer)
    if !named.isEmpty {
      // Owners whom the team file names have all days: a leaver's seat is theirs where it passed
      // before the date.
      let now = entries.filter { $0.days.contains(toDecide.lowerBound) }.compactMap(\.engineer)
      staying = named.sorted().filter { leaving.isEmpty || now.contains($0) }
      if staying.count + leaving.count > project.ownersNeeded
        || leaving.contains(where: { $0.lowerBound > date })
      {
        leaving = []
        staying = named.sorted()
      }
    }
    var seats = leaving.map { seat($0, 1) }
    let needed = keepsAll ? free ?? 0 : max(0, project.ownersNeeded - leaving.count)
    if needed > 0, !toDecide.isEmpty { seats.insert(seat(toDecide, needed), at: 0) }
    // Who stays has the first seats, from the date on where there are such.
    var next = 0
    for engineer in staying {
      while next < seats.count, seats[next].fixed.count == seats[next].needed { next += 1 }
      guard next < seats.count else { break }
      seats[next].fixed.append(engineer)
    }
    self.seats = seats
    mayOwn =
      leaving.isEmpty
      ? able : able.indices.map { engineer in seats.contains { $0.mayOwn[engineer] } }
  }

  private static func entries(
    _ project: Project, of base: Rota, from date: Day, _ toDecide: Range<Day>,
    in situation: Situation
  ) -> [Entry] {
    let spans = base.entries(of: project.id)
    let named = Set(project.namedOwners.map(\.value))
    return spans.map { span in
      let days = span.days.clamped(to: project.life)
      guard let engineer = situation.availability.index(of: span.engineer), !days.isEmpty else {
        return Entry(span: span, engineer: nil, days: days)
      }
      var entry = Entry(span: span, engineer: engineer, days: days)
      let ahead = days.clamped(to: toDecide)
      entry.mayStay =
        ahead.isEmpty
        || situation.allows(Owning(engineer: engineer, project: project, days: ahead))
      let last = situation.lastDay(engineer)
      let next = max(last + 1, project.firstDay)
      let ownsThen = days.contains(next) || days.upperBound == next
      if ownsThen, !named.contains(span.engineer),
        days.lowerBound <= date || last < date,
        spans.count(where: { $0.engineer != span.engineer && $0.days.contains(next) })
          < project.ownersNeeded
      {
        let from = max(next, situation.today)
        entry.seat = from < project.life.upperBound ? from..<project.life.upperBound : nil
      }
      return entry
    }
  }

  /// How many owners are missing on each of some days beside leavers' seats, where that is one
  /// number; nil where it is not, or more own it than are needed.
  private static func free(_ entries: [Entry], needed: Int, on days: Range<Day>) -> Int? {
    var free: Int?
    for day in days {
      let owned = entries.count { entry in
        if let seat = entry.seat { return seat.contains(day) || entry.days.contains(day) }
        return entry.mayStay && entry.days.contains(day)
      }
      guard owned <= needed, free.map({ $0 == needed - owned }) ?? true else { return nil }
      free = needed - owned
    }
    return free ?? 0
  }
}

extension Situation {
  /// The last day of an engineer on the team.
  fileprivate func lastDay(_ engineer: Int) -> Day {
    team.engineers[engineer].leaves?.value ?? .distantFuture - 1
  }
}

extension Range<Day> {
  fileprivate func clamped(before day: Day) -> Range<Day> { clamped(to: Day.distantPast..<day) }
  fileprivate func clamped(from day: Day) -> Range<Day> { clamped(to: day..<Day.distantFuture) }
}
