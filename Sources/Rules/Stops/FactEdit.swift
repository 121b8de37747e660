import Dates
package import RotaModel

/// A single edit of the team file.
package struct FactEdit: Sendable {
  package let text: String
  package let apply: @Sendable (inout Team) -> Void
  /// The same with values further away, nearest first: they are tried where this one is not enough.
  package var further: [FactEdit] = []

  package init(text: String, apply: @escaping @Sendable (inout Team) -> Void) {
    self.text = text
    self.apply = apply
  }
}

extension FactEdit {
  package static func moving(_ timeOff: MarkedDays, of engineer: EngineerID) -> FactEdit {
    FactEdit(text: "move the time off of `\(engineer)` \(timeOff.days.phrase)") { team in
      team.change(engineer) { $0.away.removeAll { $0 == timeOff } }
    }
  }

  package static func removing(_ pin: Pin) -> FactEdit {
    FactEdit(text: "remove the pin of \(pin.week) to `\(pin.engineer)`") { team in
      team.pins.removeAll { $0 == pin }
    }
  }

  /// A number of the team file set to another, the nearest first; nil where there is no other.
  package static func setting(
    _ name: String, to values: [Int], _ apply: @escaping @Sendable (inout Team, Int) -> Void
  ) -> FactEdit? {
    var edits = values.map { value in
      FactEdit(text: "\(name) to \(value)") { apply(&$0, value) }
    }
    guard !edits.isEmpty else { return nil }
    var nearest = edits.removeFirst()
    nearest.further = edits
    return nearest
  }

  /// nil where a whole week may be missed already.
  package static func allowingMoreAwayDays(_ team: Team) -> FactEdit? {
    setting("raise `away_days_allowed`", to: Array((team.awayDaysAllowed..<7).map { $0 + 1 })) {
      $0.awayDaysAllowed = $1
    }
  }
}

extension Team {
  mutating func change(_ id: EngineerID, _ edit: (inout Engineer) -> Void) {
    guard let index = engineers.firstIndex(where: { $0.id == id }) else { return }
    edit(&engineers[index])
  }
}
