public import RotaModel

/// A rota as the text of its file: one line a week, so that a swap is a two-line diff.
///
/// Rotations of a week, and projects, stand in the order of the rota. Reading the text gives the
/// rota again.
public func rotaText(_ rota: Rota) -> String {
  var lines = [
    "# Made by `rota generate \(rota.period.commandLine)`. Edit by hand, then run `rota check`.",
    "period: \(rota.period.name)",
    "shifts:",
  ]
  lines += shiftLines(rota.shifts)
  if !rota.owners.isEmpty {
    lines.append("owners:")
    for ownership in rota.owners {
      let entries = ownership.entries.map(\.text).joined(separator: ", ")
      lines.append("  \(ownership.project): [\(entries)]")
    }
  }
  if !rota.covers.isEmpty {
    lines.append("covers:")
    lines += rota.covers.map { "  - \(coverText($0))" }
  }
  return lines.map { $0 + "\n" }.joined()
}

/// `{ from: 2027-02-10, to: 2027-02-12, rotation: service, engineer: grace }`
func coverText(_ cover: Cover) -> String {
  "{ from: \(cover.days.lowerBound), to: \(cover.days.upperBound - 1), "
    + "rotation: \(cover.rotation), engineer: \(cover.engineer) }"
}

/// One line a week, each with its ISO week as a comment, the comments in one column.
private func shiftLines(_ shifts: [Shift]) -> [String] {
  var weeks: [(week: ShiftWeek, shifts: [Shift])] = []
  for shift in shifts {
    if weeks.last?.week == shift.week {
      weeks[weeks.count - 1].shifts.append(shift)
    } else {
      weeks.append((shift.week, [shift]))
    }
  }
  let texts = weeks.map { week, shifts in
    let holders = shifts.map { "\($0.rotation): \($0.engineer)" }.joined(separator: ", ")
    return "  \(week): { \(holders) }"
  }
  let width = texts.map(\.utf8.count).max() ?? 0
  return zip(weeks, texts).map { week, text in
    let number = ISOWeek(holding: week.week.start).description.suffix(3)
    let padding = String(repeating: " ", count: width - text.utf8.count + 3)
    return "\(text)\(padding)# \(number)"
  }
}

extension Period {
  /// As it is given to `generate`.
  fileprivate var commandLine: String {
    guard fileStem != name else { return name }
    return "--from \(first) --weeks \((first.distance(to: last) + 1) / 7)"
  }
}
