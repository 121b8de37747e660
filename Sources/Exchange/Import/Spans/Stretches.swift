import Dates
internal import Diagnostics
internal import RotaModel

/// A time in which one person is on duty, and for whom.
struct Stretch {
  let time: Range<Int>
  let engineer: Int
  /// Whose shift it is.
  let holder: Int
  /// The entry that says so, by index.
  let entry: Int
}

/// Lays the entries of one rotation over each other.
struct Stretches {
  private(set) var stretches: [Stretch] = []
  private var entries: [Entry]
  private let source: SourceText
  /// Entries whose time has begun and may not be over, the last one on top.
  private var active: [(entry: Int, holder: Int)] = []
  private var time = Int.min

  /// Who is on duty when, in order and without overlap. Entries that contradict each other are left
  /// out of `entries`. O(n log n).
  static func lay(
    _ rotation: Int, _ entries: inout [Entry], _ source: SourceText, _ notes: inout ImportNotes
  ) -> [Stretch] {
    refuseSameTimes(rotation, &entries, source, &notes)
    var layer = Stretches(entries, source)
    let order = entries.indices.filter {
      entries[$0].rotation == rotation && entries[$0].engineer != nil
        && entries[$0].start < entries[$0].stop
    }.sorted { layer.precedes($0, $1) }
    for index in order { layer.add(index, &notes) }
    layer.advance(to: .max)
    entries = layer.entries
    return layer.stretches
  }

  private init(_ entries: [Entry], _ source: SourceText) {
    self.entries = entries
    self.source = source
  }

  /// Earlier ones first; of those that begin together the longer, and last who stands in.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (entries[a], entries[b])
    if first.start != second.start { return first.start < second.start }
    if first.isStandIn != second.isStandIn { return second.isStandIn }
    if first.stop != second.stop { return first.stop > second.stop }
    return a < b
  }

  private mutating func add(_ index: Int, _ notes: inout ImportNotes) {
    let entry = entries[index]
    guard let engineer = entry.engineer else { return }
    advance(to: entry.start)
    time = entry.start
    while let top = active.last, entries[top.entry].stop <= time { active.removeLast() }
    let under = active.last
    if let holder = entry.standsInFor {
      active.append((index, holder))
    } else if let under, entries[under.entry].stop >= entry.stop || entry.isStandIn {
      active.append((index, under.holder))
    } else if entry.isStandIn {
      entries[index].outcome = .leftOut(.noShift)
      notes.leaveOut(
        Diagnostic(
          "import-cover", "the shift that this stands in for is not in the file",
          at: Place(source, entry.place), help: ["import a file that has the whole rotation"]))
    } else {
      if let under, entries[under.entry].engineer != engineer {
        let other = entries[under.entry]
        notes.warn(
          Diagnostic(
            "import-overlap", .warning,
            "this begins before the row before it ends, and counts from its start",
            at: Place(source, entry.place),
            related: [Located("the row before it", at: Place(source, other.place))]))
      }
      active.append((index, engineer))
    }
  }

  /// Gives the time until then to those whose turn it is.
  private mutating func advance(to moment: Int) {
    while let top = active.last, time < moment {
      let end = entries[top.entry].stop
      if end <= time {
        active.removeLast()
        continue
      }
      let stop = min(end, moment)
      if let engineer = entries[top.entry].engineer {
        stretches.append(
          Stretch(time: time..<stop, engineer: engineer, holder: top.holder, entry: top.entry))
      }
      time = stop
    }
  }

  /// Two people with the same start and end: it cannot be told who of them it was.
  private static func refuseSameTimes(
    _ rotation: Int, _ entries: inout [Entry], _ source: SourceText, _ notes: inout ImportNotes
  ) {
    struct Time: Hashable {
      let start: Int
      let stop: Int
      let isStandIn: Bool
    }
    func time(of entry: Entry) -> Time {
      Time(start: entry.start, stop: entry.stop, isStandIn: entry.isStandIn)
    }
    let held = entries.indices.filter {
      entries[$0].rotation == rotation && entries[$0].engineer != nil
    }
    var first: [Time: Int] = [:]
    first.reserveCapacity(held.count)
    var disputed: Set<Time> = []
    // Whoever says the same again is left out with the others.
    defer {
      if !disputed.isEmpty {
        for index in held where disputed.contains(time(of: entries[index])) {
          entries[index].outcome = .leftOut(.sameTime)
        }
      }
    }
    for index in held {
      let entry = entries[index]
      guard let engineer = entry.engineer else { continue }
      let time = time(of: entry)
      guard let other = first[time] else {
        first[time] = index
        continue
      }
      guard case .engineer(let otherEngineer) = entries[other].who, engineer != otherEngineer
      else { continue }
      disputed.insert(time)
      notes.leaveOut(
        Diagnostic(
          "import-same-time", "two people have the same shift at the same time",
          at: Place(source, entries[other].place),
          related: [Located("and this one", at: Place(source, entry.place))],
          help: ["take one of them away, or say that one stands in for the other"]))
    }
  }
}
