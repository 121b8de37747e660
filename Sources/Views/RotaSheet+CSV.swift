import Diagnostics
import RotaModel

extension RotaSheet {
  /// One line a shift, RFC 4180, line ends LF: `week,rotation,engineer,name`.
  package var csv: String {
    var text = "week,rotation,engineer,name\n"
    for row in rows {
      for (rotation, holder) in zip(rotations, row.holders) {
        guard let holder else { continue }
        text +=
          [
            row.week.description, rotation.id.text, holder.text,
            team.name(of: holder).safeForTerminal,
          ]
          .map(csvField).joined(separator: ",") + "\n"
      }
    }
    return text
  }
}
