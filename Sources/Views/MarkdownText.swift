import Diagnostics

/// Text that Markdown shows as it is: no table cell, link, emphasis, HTML or line of its own.
package func escapedForMarkdown(_ text: String) -> String {
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
