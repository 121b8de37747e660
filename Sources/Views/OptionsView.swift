import Dates
package import Diagnostics
package import Planning
package import RotaModel
import Rules

/// The answer of `generate --options`: rotas side by side, a column each.
package struct OptionsView: Sendable {
  private let found: RotaOptions
  private let team: Team

  private var options: [RotaOption] { found.options }

  package init(_ found: RotaOptions, team: Team) {
    self.found = found
    self.team = team
  }

  package func text(width: Int?) -> String {
    guard !options.isEmpty else { return headline + "\n\n" + notesText }
    return headline + "\n\n" + reasonsText(width) + "\n" + tableText(width) + "\n" + notesText
  }

  private var headline: String {
    let count = options.count == 1 ? "1 rota" : "\(options.count) rotas"
    let best = found.best.points.total == 1 ? "1 point" : "\(found.best.points.total) points"
    return "\(count) of \(found.best.rota.period.name) beside the best one, which has \(best)"
  }

  private func reasonsText(_ width: Int?) -> String {
    var table = TextTable(
      [.number(""), .whole("option"), .words("what for"), .number("points"), .number("")])
    for (index, option) in options.enumerated() {
      table.add([
        String(index + 1), option.favour.rawValue, option.favour.reason,
        String(option.judgement.points.total), rise(of: option),
      ])
    }
    return table.text(width: width)
  }

  /// What an option costs more than the best rota known.
  private func rise(of option: RotaOption) -> String {
    let rise = option.judgement.points.total - found.best.points.total
    return rise < 0 ? "\(rise)" : "+\(rise)"
  }

  /// Weeks, projects and points below each other.
  private func tableText(_ width: Int?) -> String {
    let several = team.rotations.count > 1
    var table = TextTable(
      [.whole(""), .name(""), several ? .name("") : .spare("")]
        + options.map { .words($0.favour.rawValue) })
    func add(_ row: String, _ detail: String, _ cells: [String]) {
      let differ = cells.contains { $0 != cells[0] }
      table.add([differ ? "*" : "", row, detail] + cells)
    }
    for week in found.best.rota.period.weeks(handover: team.handover.weekday) {
      for rotation in team.rotations {
        let holders = options.map { option in
          option.rota.shifts.first { $0.week == week && $0.rotation == rotation.id }
            .map { team.name(of: $0.engineer) } ?? "–"
        }
        add(week.description, several ? rotation.name : shortText(week.days), holders)
      }
    }
    for project in found.best.rota.owners.map(\.project) {
      let owners = options.map { option in
        let entries = option.rota.owners.first { $0.project == project }?.entries ?? []
        return entries.isEmpty
          ? "–" : entries.map { team.name(of: $0.engineer) }.joined(separator: ", ")
      }
      add(team.project(project)?.name ?? project.text, "owner", owners)
    }
    for term in Term.allCases where options.contains(where: { $0.judgement.points[term] != 0 }) {
      add(term.rawValue, "points", options.map { String($0.judgement.points[term]) })
    }
    add("total", "points", options.map { String($0.judgement.points.total) })
    return table.text(width: width)
  }

  private var notesText: String {
    var notes = options.count > 1 ? ["* where they differ"] : []
    notes += options.filter { !$0.isProved }.map {
      "\($0.favour.rawValue): the work limit ended before a proof; `--effort` searches longer"
    }
    notes += found.missing.map { "\($0.favour.rawValue): \($0.reason)" }
    return notes.map { $0 + "\n" }.joined()
  }
}

extension OptionsView {
  /// The interface of `generate --options --format json`: each option as `check` gives a rota.
  package var json: JSON {
    [
      "period": .string(found.best.rota.period.name), "best": .number(found.best.points.total),
      "options": .array(
        options.map { option in
          let judged = JudgedRota(
            option.rota, option.judgement, status: .checked, team: team)
          guard case .object(let members) = judged.json(option.judgement.findings) else {
            return .null
          }
          return .object(
            [
              .init("favours", .string(option.favour.rawValue)),
              .init("reason", .string(option.favour.reason)),
            ] + members)
        }),
      "missing": .array(
        found.missing.map {
          ["favours": .string($0.favour.rawValue), "reason": .string($0.reason)]
        }),
    ]
  }
}
