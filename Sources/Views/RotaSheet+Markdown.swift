import RotaModel

extension RotaSheet {
  /// Markdown tables; text from files stays text.
  package var markdown: String {
    var text = "# Rota of \(escapedForMarkdown(rota.period.name))\n\n" + weeksTable.markdown
    if !lines.isEmpty { text += "\n" + ownersTable.markdown }
    if let sessions, !sessions.isEmpty { text += "\n" + sessionsTable.markdown }
    return text
  }
}
