import Dates
internal import Diagnostics
internal import RotaModel

/// Decides when each entry ends: at its own end, or when the next one of its rotation begins.
struct EntryEnds {
  /// In days; a week where there is one rotation of one start.
  private(set) var usualDistance = 7
  /// Whether ends that are dates are the day after the last.
  private(set) var areExclusive = false
  /// Of each rotation the indices of its entries, by their start, then as they stand in the file.
  private var byRotation: [[Int]] = []

  /// Fills in `stop` of each. O(n log n).
  static func decide(_ entries: inout [Entry], _ source: SourceText, _ notes: inout ImportNotes) {
    let ends = EntryEnds(entries)
    if ends.areExclusive { notes.say("ends that are dates are the day after the last") }
    // A row without a rotation has no row behind it.
    for index in entries.indices where entries[index].rotation == Entry.noRotation {
      ends.decide([index], &entries, source, &notes)
    }
    for order in ends.byRotation { ends.decide(order, &entries, source, &notes) }
  }

  private init(_ entries: [Entry]) {
    let rotations = (entries.map(\.rotation).max() ?? -1) + 1
    var byRotation = [[Int]](repeating: [], count: max(0, rotations))
    for index in entries.indices where entries[index].rotation >= 0 && !entries[index].isPart {
      byRotation[entries[index].rotation].append(index)
    }
    for rotation in byRotation.indices {
      byRotation[rotation].sort {
        (entries[$0].start, $0) < (entries[$1].start, $1)
      }
    }
    self.byRotation = byRotation
    usualDistance = usual(entries)
    areExclusive = exclusive(entries)
  }

  /// The commonest distance between two starts of a rotation, of equals the shorter. One that no
  /// period is long enough for is a year mistyped: nobody's usual.
  private func usual(_ entries: [Entry]) -> Int {
    var counts: [Int: Int] = [:]
    for order in byRotation {
      for (earlier, later) in zip(order, order.dropFirst())
      where entries[earlier].start < entries[later].start && !entries[earlier].lastsUsualAtMost {
        let distance = (entries[later].start - entries[earlier].start + 720) / 1440
        if distance <= 7 * Limits.weeksOfPeriod.upperBound {
          counts[max(1, distance), default: 0] += 1
        }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 7
  }

  /// Whether in some pair of following rows the end is the next start, and in none the day before.
  private func exclusive(_ entries: [Entry]) -> Bool {
    var isNextStart = false
    for order in byRotation {
      for (earlier, later) in zip(order, order.dropFirst()) {
        guard case .lastDay(let end) = entries[earlier].end else { continue }
        let next = entries[later].startDay.number
        // A row of one day that its neighbour begins on says nothing of ends.
        if end == entries[earlier].startDay.number, end == next { continue }
        if end + 1 == next { return false }
        if end == next { isNextStart = true }
      }
    }
    return isNextStart
  }

  private func decide(
    _ order: [Int], _ entries: inout [Entry], _ source: SourceText, _ notes: inout ImportNotes
  ) {
    // From the last on, so that the next later start is known.
    var next: Int?
    var later: Int?
    for index in order.reversed() {
      if let start = later, start > entries[index].start { next = start }
      later = entries[index].start
      switch entries[index].end {
      case .moment(let end): entries[index].stop = end
      case .lastDay(let day): entries[index].stop = 1440 * (areExclusive ? day : day + 1)
      case .open: decide(index, next: next, &entries, source, &notes)
      }
      if entries[index].stop <= entries[index].start {
        entries[index].stop = entries[index].start
        leaveOut(&entries[index], source, &notes)
      }
    }
  }

  /// An end that is exclusive may leave nothing.
  private func leaveOut(_ entry: inout Entry, _ source: SourceText, _ notes: inout ImportNotes) {
    guard entry.outcome == .read || entry.outcome == .leftOut(.people) else { return }
    entry.outcome = .leftOut(.dates)
    let problem = DateProblem.backwards
    let place = Place(source, entry.place)
    notes.leaveOut(Diagnostic("import-date", problem.message, at: place, help: [problem.help]))
  }

  private func decide(
    _ index: Int, next: Int?, _ entries: inout [Entry], _ source: SourceText,
    _ notes: inout ImportNotes
  ) {
    let entry = entries[index]
    let usual = entry.start + 1440 * usualDistance
    guard let next else {
      entries[index].stop = usual
      return
    }
    if entry.lastsUsualAtMost {
      entries[index].stop = min(next, usual)
      return
    }
    guard next > usual + 6 * 1440 else {
      entries[index].stop = next
      return
    }
    entries[index].stop = usual
    guard entry.outcome == .read else { return }
    let (first, last) = (Day(number: usual.flooredDays), Day(number: (next - 1).flooredDays))
    notes.warn(
      Diagnostic(
        "import-hole", .warning, "after this row nobody is named from \(first) to \(last)",
        at: Place(source, entry.place),
        help: ["it lasts \(usualDistance) days, as most rows of the file do"]))
  }
}

extension [Entry] {
  /// Parts end as they say.
  mutating func endParts() {
    for index in indices where self[index].isPart {
      switch self[index].end {
      case .moment(let end): self[index].stop = end
      case .lastDay(let day): self[index].stop = 1440 * (day + 1)
      case .open: self[index].stop = self[index].start + 1440
      }
    }
  }
}
