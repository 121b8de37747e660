extension Component {
  /// The zone that this VTIMEZONE alone says, as a reader knows it who has no other zone data; nil
  /// where it says none, or takes more than the steps of one file.
  package var writtenZone: Zone? {
    var budget = ExpansionBudget()
    return (try? Zone(self, named: nil, budget: &budget)) ?? nil
  }

  /// When an event's DTSTART or DTEND is: a time in UTC, or a wall time in one of `zones`, by their
  /// TZID. nil where it has no such property, a date, or a zone that is none of these.
  package func instant(of name: String, in zones: [String: Zone]) -> Instant? {
    guard let property = self[name] else { return nil }
    switch WrittenDate(property.rawValue) {
    case .utc(let utc): return Instant(utc: utc)
    case .local(let local):
      return property.parameter("TZID").flatMap { zones[$0]?.instant(of: local) }
    case .date, nil: return nil
    }
  }
}
