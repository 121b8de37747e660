package import Dates
package import Diagnostics

/// The events of a calendar file, ready to be asked for their times.
package struct EventList: Sendable {
  package let source: SourceText
  /// What is doubtful about events, by line.
  package let diagnostics: [Diagnostic]
  /// Those left out because they cannot be used, in the file's order.
  package let broken: [BrokenEvent]
  private let series: [EventSeries]
  private let zone: Zone

  fileprivate init(
    source: SourceText, diagnostics: [Diagnostic], broken: [BrokenEvent], series: [EventSeries],
    zone: Zone
  ) {
    self.source = source
    self.diagnostics = diagnostics
    self.broken = broken
    self.series = series
    self.zone = zone
  }

  /// The usable events in the file's order, overrides among them. Of those that have the same
  /// UID and RECURRENCE-ID only the ones that count are here.
  package var events: [Event] {
    series.flatMap(\.events).sorted { $0.line < $1.line }
  }

  /// Those that repeat without end, in the file's order.
  package var endless: [Event] {
    series.compactMap(\.master).filter { $0.repeats?.isEndless ?? false }.map(\.event)
      .sorted { $0.line < $1.line }
  }

  /// The occurrences that overlap the dates of `window`, by their start, then by their line.
  ///
  /// A rule that gives more than `CalendarLimits.instances` of them, or takes more steps than the
  /// file has left, is an error, and its event does not occur at all.
  ///
  /// - Parameter endless: where events that repeat without end are looked for instead; nil for the
  ///   same dates.
  package func occurrences(
    in window: Range<Day>, endless: Range<Day>? = nil
  ) -> EventExpansion {
    let everywhere = EventWindow(window, in: zone)
    let bounded = endless.map { EventWindow($0, in: zone) } ?? everywhere
    var budget = ExpansionBudget()
    var broken: [BrokenEvent] = []
    var found: [EventOccurrence] = []
    for series in series {
      let window = series.master?.repeats?.isEndless ?? false ? bounded : everywhere
      do {
        found += try series.occurrences(in: window, budget: &budget)
      } catch {
        let reason =
          switch error.cause {
          case .instances: "this rule gives more than \(CalendarLimits.instances) instances"
          case .steps: "to expand this file's rules takes more than \(CalendarLimits.steps) steps"
          }
        let dates = "from \(window.dates.lowerBound) to \(window.dates.upperBound + -1)"
        broken +=
          series.master.map {
            [BrokenEvent($0.event, "\(reason) \(dates)", at: error.range)]
          } ?? []
      }
    }
    found.sort { a, b in
      let (first, second) = (everywhere.start(of: a.time), everywhere.start(of: b.time))
      if first != second { return first < second }
      return a.event.line < b.event.line
    }
    return EventExpansion(occurrences: found, broken: broken)
  }
}

/// What the events of a file come to within a window.
package struct EventExpansion: Sendable {
  package let occurrences: [EventOccurrence]
  /// Those whose rules ask for too much, in the file's order.
  package let broken: [BrokenEvent]
}

/// Understands the events of a file that was read.
///
/// - Parameters:
///   - zones: where IANA zones are found that the file does not define itself.
///   - zone: the zone of floating times where the calendar names none, and of the windows asked
///     for.
package func readEvents(_ reading: CalendarReading, zones: ZoneDirectory, zone: Zone) -> EventList {
  var reader = EventReader(reading, zones: zones, zone: zone)
  let members = reader.members()
  var findings = reader.findings
  var series: [EventSeries] = []
  for group in grouped(members) {
    let (found, beside) = EventSeries.all(of: group, zone: zone)
    series += found
    guard let beside else { continue }
    let others = beside.count == 1 ? "" : ", and \(beside.count - 1) more do"
    findings.report(
      .event, .warning,
      "an earlier event has the same UID and SEQUENCE as this one and other times\(others), "
        + "so all of them count",
      at: beside.first.component.range)
  }
  return EventList(
    source: reading.source,
    diagnostics: findings.diagnostics.sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) },
    broken: reader.broken, series: series, zone: zone)
}

/// Events by their UID, in the order of the file; one without a UID stands alone.
private func grouped(_ members: [EventMember]) -> [[EventMember]] {
  var indices: [String: Int] = [:]
  var groups: [[EventMember]] = []
  for member in members {
    let uid = member.event.component["UID"]?.rawValue ?? ""
    if !uid.isEmpty, let index = indices[uid] {
      groups[index].append(member)
    } else {
      indices[uid] = groups.count
      groups.append([member])
    }
  }
  return groups
}
