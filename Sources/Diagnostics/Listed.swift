/// `a`, `a and b`, `a, b and c`; empty for none.
package func listed(_ names: [String]) -> String {
  guard names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
}
