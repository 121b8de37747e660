import Dates
package import Diagnostics
package import Planning
import RotaModel
import Rules

extension DiffView {
  /// The interface of `diff --format json`, and of `check --base` for each rota: null for what a
  /// rota that is not there would have.
  package var json: JSON {
    let (old, new) = (difference.old?.judgement.points, difference.new?.judgement.points)
    return [
      "old": oldName.map(JSON.string) ?? .null, "new": newName.map(JSON.string) ?? .null,
      "shifts": .array(difference.shifts.map(\.json)),
      "owners": .array(difference.owners.map(json)),
      "covers": .array(difference.covers.map(\.json)),
      "points": pair(old?.total, new?.total),
      "terms": .object(
        Term.allCases.map { term in .init(term.rawValue, pair(old?[term], new?[term])) }),
      "engineers": engineersJSON, "conflicts": difference.conflicts.json,
      "only_old": weeks(difference.onlyOld), "only_new": weeks(difference.onlyNew),
    ]
  }

  private var engineersJSON: JSON {
    var engineers: [JSON.Member] = []
    for touched in difference.touched {
      let own = JSON.Member(
        touched.rotation.text,
        [
          "target": number(touched.target.new), "old": number(touched.held.old),
          "new": number(touched.held.new),
        ])
      // The rotations of an engineer stand beside each other.
      if let last = engineers.last, last.key == touched.engineer.text,
        case .object(let members) = last.value
      {
        engineers[engineers.count - 1] = .init(last.key, .object(members + [own]))
      } else {
        engineers.append(.init(touched.engineer.text, .object([own])))
      }
    }
    return .object(engineers)
  }

  private func json(_ change: RotaDifference.OwnerChange) -> JSON {
    [
      "project": .string(change.project.text),
      "old": .array(change.old.map { .string($0.text) }),
      "new": .array(change.new.map { .string($0.text) }),
    ]
  }

  private func pair(_ old: Int?, _ new: Int?) -> JSON {
    ["old": number(old), "new": number(new)]
  }

  private func number(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

  private func weeks(_ weeks: [ShiftWeek]) -> JSON {
    .array(weeks.map { .string($0.description) })
  }
}

extension RotaDifference.ShiftChange {
  /// As every JSON interface gives it.
  package var json: JSON {
    [
      "week": .string(week.description), "rotation": .string(rotation.text),
      "old": old.map { .string($0.text) } ?? .null, "new": new.map { .string($0.text) } ?? .null,
    ]
  }
}

extension RotaDifference.CoverChange {
  /// Likewise.
  package var json: JSON {
    guard case .object(let members) = cover.json else { return .null }
    return .object(members + [.init("change", .string(isNew ? "new" : "gone"))])
  }
}

extension FindingChanges {
  /// As every JSON interface gives them.
  var json: JSON {
    ["new": .array(new.map(\.finding)), "gone": .array(gone.map(\.finding))]
  }
}
