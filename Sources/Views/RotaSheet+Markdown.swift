import Diagnostics
import RotaModel

extension RotaSheet {
  /// Markdown tables; text from files stays text.
  public var markdown: String {
    var text = "# Rota of \(escaped(rota.period.name))\n\n"
    text += table(["week", "ISO", "dates"] + rotations.map(\.name) + ["notes"])
    for row in rows {
      text += line(
        [row.week.description, String(row.isoWeek.description.suffix(3)), shortText(row.week.days)]
          + row.holders.map { $0.map(team.name(of:)) ?? "–" }
          + [row.notes.joined(separator: ", ")])
    }
    if !lines.isEmpty { text += "\n" + table(["project", "life", "owners"]) }
    for entry in lines {
      text += line([entry.name, entry.life.map(lifeText) ?? "", ownersText(entry)])
    }
    guard let sessions, !sessions.isEmpty else { return text }
    text += "\n" + table(RotaSheet.sessionsHead)
    for session in sessions { text += line(cells(of: session)) }
    return text
  }

  private func table(_ head: [String]) -> String {
    line(head) + "|" + String(repeating: " --- |", count: head.count) + "\n"
  }

  private func line(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? "  |" : " \(escaped($0)) |" }.joined() + "\n"
  }
}

/// Text that Markdown shows as it is: no table cell, link, emphasis, HTML or line of its own.
private func escaped(_ text: String) -> String {
  var escaped = ""
  for scalar in text.safeForTerminal.unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "$", "^", "=":
      escaped += "\\"
      escaped.unicodeScalars.append(scalar)
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "&": escaped += "&amp;"
    // A bare address or link would become one.
    case "@": escaped += "&#64;"
    case ":" where escaped.hasSuffix("http") || escaped.hasSuffix("https"): escaped += "&#58;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
