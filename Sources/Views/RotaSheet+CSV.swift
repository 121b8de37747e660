import Diagnostics
import RotaModel

extension RotaSheet {
  /// One line a shift, RFC 4180, line ends LF: `week,rotation,engineer,name`.
  public var csv: String {
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

/// A field that no spreadsheet takes for a formula: one that begins like it gets a quote mark
/// before it. Fields with commas, quotes or line ends are quoted (RFC 4180, 2).
func csvField(_ text: String) -> String {
  var field = text
  let first = text.unicodeScalars.first { $0 != " " }
  if let first, ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first) {
    field = "'" + field
  }
  let special: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D]
  guard field.utf8.contains(where: special.contains) else { return field }
  var quoted = "\""
  for scalar in field.unicodeScalars {
    if scalar == "\"" { quoted += "\"" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}
