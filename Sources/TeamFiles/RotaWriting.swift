import Dates
internal import Diagnostics
package import RotaModel

/// A rota as the text of its file: one line a week, so that a swap is a two-line diff.
///
/// Rotations of a week, and projects, stand in the order of the rota. Reading the text gives the
/// rota again.
///
/// - Parameter command: what made it, for the comment of its first line; nil for `generate`.
package func rotaText(_ rota: Rota, madeBy command: String? = nil) -> String {
  let command = (command ?? "rota generate \(rota.period.commandLine)").safeForTerminal
  var lines = [
    TidyLine(
      indentation: 0,
      content: .comment("# Made by `\(command)`. Edit by hand, then run `rota check`.")),
    .text(0, "period: \(rota.period.name)"),
    .text(0, "shifts:"),
  ]
  lines += shiftLines(rota.shifts)
  if !rota.owners.isEmpty {
    lines.append(.text(0, "owners:"))
    lines += rota.owners.map { ownership in
      let entries = ownership.entries.map(\.text).joined(separator: ", ")
      return .text(2, "\(ownership.project): [\(entries)]")
    }
  }
  if !rota.covers.isEmpty {
    lines.append(.text(0, "covers:"))
    lines += rota.covers.map { .text(2, "- " + flow($0.json)) }
  }
  return aligned(lines).map { $0 + "\n" }.joined()
}

/// One line a week, each with its ISO week as a comment.
private func shiftLines(_ shifts: [Shift]) -> [TidyLine] {
  var weeks: [(week: ShiftWeek, shifts: [Shift])] = []
  for shift in shifts {
    if weeks.last?.week == shift.week {
      weeks[weeks.count - 1].shifts.append(shift)
    } else {
      weeks.append((shift.week, [shift]))
    }
  }
  return weeks.map { week, shifts in
    let holders = shifts.map { "\($0.rotation): \($0.engineer)" }.joined(separator: ", ")
    let number = ISOWeek(holding: week.start).number
    return .text(2, "\(week): { \(holders) }", comment: "# \(number)")
  }
}
