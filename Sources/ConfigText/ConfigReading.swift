package import Diagnostics

/// What came of reading a file.
package struct ConfigReading: Sendable {
  /// Nil for an empty file, and after a syntax error.
  package let root: ConfigNode?
  /// Empty where the whole file lies inside the format. Either a syntax error, which ended the
  /// reading, behind the keys that lack a space and were read as text, or all duplicate keys, which did not.
  package let diagnostics: [Diagnostic]
}

/// Reads a file of the subset of YAML that Rota's files are written in. O(length).
///
/// What is accepted means the same to every reader of YAML 1.2; whatever else is refused with its
/// place and the fix. No value has a type here: the field that it stands in decides.
package func readConfig(_ source: SourceText) -> ConfigReading {
  var reader = Reader(source)
  do throws(Refusal) {
    try reader.read()
  } catch {
    if let merge = Diagnostic.unsettledMerge(in: source) {
      return ConfigReading(root: nil, diagnostics: [merge])
    }
    // What no field will tell any more, since none is read.
    let slips = reader.records.lazy.compactMap { $0.firstKeyWithoutSpace(in: source) }
      .filter { $0.range != error.range }
    let mistakes = slips.prefix(MistakeList.most - 1) + [error]
    return ConfigReading(root: nil, diagnostics: mistakes.map { $0.diagnostic(in: source) })
  }
  let diagnostics = reader.duplicates.diagnostics(in: source).inReadingOrder(of: [source])
  if reader.records.isEmpty { return ConfigReading(root: nil, diagnostics: diagnostics) }
  let tree = ConfigTree(source: source, records: reader.records)
  return ConfigReading(root: ConfigNode(tree: tree, index: 0), diagnostics: diagnostics)
}
