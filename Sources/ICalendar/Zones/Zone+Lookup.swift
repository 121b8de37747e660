internal import Diagnostics

extension Zone {
  /// The offset in force at `instant`. O(log changes).
  package func offset(at instant: Instant) -> Offset {
    guard let last = transitions.last else { return tailOffset(at: instant) }
    if instant >= last.instant { return tailOffset(at: instant) }
    let index = firstTransition(after: instant)
    return transitions[index].before
  }

  /// What clocks in this zone show at `instant`.
  package func local(at instant: Instant) -> LocalDateTime {
    LocalDateTime(wallSeconds: instant.secondsSince1970 + offset(at: instant).seconds)
  }

  /// The moment at which clocks show `local`. A time that the clocks skip is taken later by the
  /// gap, of one that they show twice the first counts (RFC 5545 3.3.5).
  package func instant(of local: LocalDateTime) -> Instant {
    let asUTC = Instant(utc: local)
    // No zone is a whole day from UTC, and none changes its clocks twice within two days.
    let before = offset(at: asUTC + -86_400).seconds
    let after = offset(at: asUTC + 86_400).seconds
    let first = asUTC + -before
    if before == after || offset(at: first).seconds == before { return first }
    let second = asUTC + -after
    return offset(at: second).seconds == after ? second : first
  }

  /// The changes at or after the start of `span` and before its end, ascending.
  package func transitions(in span: Range<Instant>) -> [Transition] {
    let start = firstTransition(after: span.lowerBound + -1)
    var found = Array(transitions[start...].prefix { $0.instant < span.upperBound })
    if case .yearly(let rule) = tail {
      let from = max(span.lowerBound, transitions.last.map { $0.instant + 1 } ?? span.lowerBound)
      found += rule.transitions(in: from..<max(from, span.upperBound))
    }
    return found
  }

  /// The last change at or before `instant`; nil before the first.
  package func transition(atOrBefore instant: Instant) -> Transition? {
    let index = firstTransition(after: instant)
    if case .yearly(let rule) = tail, index == transitions.count {
      let ruled = rule.transition(atOrBefore: instant)
      guard let last = transitions.last, ruled.instant <= last.instant else { return ruled }
    }
    return index == 0 ? nil : transitions[index - 1]
  }

  private func tailOffset(at instant: Instant) -> Offset {
    switch tail {
    case .fixed(let offset): offset
    case .yearly(let rule): rule.offset(at: instant)
    }
  }

  /// The index of the first listed change after `instant`.
  private func firstTransition(after instant: Instant) -> Int {
    transitions.partitioningIndex(where: { $0.instant > instant })
  }
}
