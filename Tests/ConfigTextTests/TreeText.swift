import ConfigText
import Diagnostics

/// The tree in a short form for tests: text in Swift's quotes, `[a, b]`, `{k: v}`; `nil` where there
/// is none, and then the ids of the diagnostics.
func treeText(_ text: String) -> String {
  let reading = readConfig(SourceText(path: "t.yaml", text: text))
  let ids = reading.diagnostics.map { " !\($0.id)" }.joined()
  return (reading.root.map(treeText) ?? "nil") + ids
}

func treeText(_ node: ConfigNode) -> String {
  switch node.content {
  case .scalar(let text): text.debugDescription
  case .list(let items): "[" + items.map(treeText).joined(separator: ", ") + "]"
  case .map(let entries):
    "{"
      + entries.map { $0.key.debugDescription + ": " + treeText($0.value) }.joined(separator: ", ")
      + "}"
  }
}
