import Diagnostics

/// A part of an answer below another: a title, and below it a list or a table; the same as text and
/// as Markdown, with a blank line before it.
struct Passage {
  enum Body {
    case list([String])
    case table(TextTable)
  }

  /// nil where the passage goes on with what is above it.
  var title: String?
  /// Whether its list goes on with the one above, without a blank line.
  var isContinued = false
  let body: Body
  /// What its entries are called where they are counted.
  let noun: Noun

  init(_ title: String? = nil, _ noun: Noun, list: [String]) {
    self.title = title
    self.noun = noun
    body = .list(list)
  }

  init(_ title: String? = nil, _ noun: Noun = .line, table: TextTable) {
    self.title = title
    self.noun = noun
    body = .table(table)
  }

  /// What parts it from what is above.
  private var gap: String { isContinued ? "" : "\n" }

  /// Whether it has a title at most.
  var isEmpty: Bool {
    switch body {
    case .list(let entries): entries.isEmpty
    case .table(let table): table.isEmpty
    }
  }

  func text(width: Int?) -> String {
    let head = gap + (title.map { $0.safeForTerminal + "\n" } ?? "")
    switch body {
    case .list(let entries): return head + entries.map { "  \($0.safeForTerminal)\n" }.joined()
    case .table(let table): return head + table.text(width: width)
    }
  }

  var markdown: String { markdownParts.head + markdownParts.entries.joined() }

  /// The entries one by one, with what stands before the first of them.
  var markdownParts: (head: String, entries: [String]) {
    let head = gap + (title.map { "### \(escapedForMarkdown($0))\n\n" } ?? "")
    switch body {
    case .list(let entries): return (head, entries.map { "- \(escapedForMarkdown($0))\n" })
    case .table(let table):
      let lines = table.markdownLines
      return (head + lines.prefix(2).joined(), Array(lines.dropFirst(2)))
    }
  }
}

/// A word that is counted: `1 shift`, `2 shifts`.
struct Noun: Hashable {
  let one: String
  let many: String

  init(_ one: String, _ many: String? = nil) {
    self.one = one
    self.many = many ?? one + "s"
  }

  func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }

  static let line = Noun("line")
}
