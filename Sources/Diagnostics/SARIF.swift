/// Diagnostics as a log of the Static Analysis Results Interchange Format, which code-scanning
/// services and editors read. A conflict is an error there; every id is a rule. The help follows the
/// message; related places have their words.
///
/// Source: OASIS, SARIF Version 2.1.0.
/// - Parameter version: of Rota, as `rota --version` prints it.
package func sarifLog(of diagnostics: [Diagnostic], version: String) -> JSON {
  let rules = Set(diagnostics.map(\.id)).sorted()
  return [
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "version": "2.1.0",
    "runs": [
      [
        "tool": [
          "driver": [
            "name": "rota",
            "version": .string(version),
            "rules": .array(rules.map { ["id": .string($0)] }),
          ]
        ],
        "columnKind": "unicodeCodePoints",
        "results": .array(diagnostics.map { result($0, rules) }),
      ]
    ],
  ]
}

private func result(_ diagnostic: Diagnostic, _ rules: [String]) -> JSON {
  let text = ([diagnostic.message] + diagnostic.help).joined(separator: "\n")
  var members: [JSON.Member] = [
    .init("ruleId", .string(diagnostic.id)),
    .init("ruleIndex", .number(rules.firstIndex(of: diagnostic.id) ?? -1)),
    .init("level", diagnostic.severity == .warning ? "warning" : "error"),
    .init("message", ["text": .string(text)]),
  ]
  if let place = diagnostic.place { members.append(.init("locations", [location(place, nil)])) }
  if !diagnostic.related.isEmpty {
    let related = diagnostic.related.map { location($0.place, $0.value) }
    members.append(.init("relatedLocations", .array(related)))
  }
  return .object(members)
}

private func location(_ place: Place, _ words: String?) -> JSON {
  let end = place.end
  let region: JSON = [
    "startLine": .number(place.line), "startColumn": .number(place.column),
    "endLine": .number(end.line), "endColumn": .number(end.column),
  ]
  var members = [
    JSON.Member(
      "physicalLocation",
      ["artifactLocation": ["uri": .string(uri(place.file))], "region": region])
  ]
  if let words { members.append(.init("message", ["text": .string(words)])) }
  return .object(members)
}

/// A path as a URI reference (RFC 3986, 4.2): relative paths stay relative. A colon is encoded, so
/// that no part before it is taken for a scheme.
private func uri(_ path: String) -> String {
  path.utf8.reduce("") { uri, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri + String(UnicodeScalar(byte))
    default: uri + percentEncoded(byte)
    }
  }
}
