/// A comment of a merge request or pull request, as Markdown: a hidden marker by which a bot finds
/// its own, and as much below it as a comment takes.
struct ReviewComment {
  static let marker = "<!-- rota-review -->"

  /// GitHub takes 65,536 characters; whatever counts them, and what a bot adds, stays below.
  static let mostCharacters = 60_000

  /// What the line needs that tells what is left out.
  private static let roomToTell = 1_000

  let text: String

  /// - Parameters:
  ///   - verdict: the line below the marker.
  ///   - passages: what matters most first: what does not fit is cut from the end, and counted.
  init(_ verdict: String, _ passages: [Passage]) {
    let opening = "\(ReviewComment.marker)\n**\(escapedForMarkdown(verdict))**\n"
    let entries = passages.flatMap { passage -> [(text: String, noun: Noun)] in
      let parts = passage.markdownParts
      return parts.entries.enumerated().map { index, entry in
        ((index == 0 ? parts.head : "") + entry, passage.noun)
      }
    }
    let whole = opening + entries.map(\.text).joined()
    guard whole.utf16.count > ReviewComment.mostCharacters else {
      text = whole
      return
    }
    var kept = opening
    var size = opening.utf16.count + ReviewComment.roomToTell
    var left = entries[...]
    while let next = left.first, size + next.text.utf16.count <= ReviewComment.mostCharacters {
      kept += next.text
      size += next.text.utf16.count
      left.removeFirst()
    }
    text =
      kept
      + "\nLeft out, since a comment takes no more: \(ReviewComment.counts(left.map(\.noun)))\n"
  }

  /// `3 changed weeks, 12 conflicts gone`, in their order.
  private static func counts(_ nouns: [Noun]) -> String {
    var order: [Noun] = []
    for noun in nouns where !order.contains(noun) { order.append(noun) }
    return order.map { noun in noun.counted(nouns.count { $0 == noun }) }.joined(separator: ", ")
  }
}
