/// A field that no spreadsheet takes for a formula: one that begins like it gets a quote mark
/// before it. Fields with commas, quotes or line ends are quoted (RFC 4180, 2).
package func csvField(_ text: String) -> String {
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
