internal import ConfigText
package import Diagnostics

/// The comments of a file that its new text does not have, whatever line they would stand on; what
/// Rota itself writes into every rota is none: the first line, and the numbers of weeks.
///
/// - Complexity: O(length of both texts).
package func lostComments(of old: SourceText, in new: [UInt8]) -> [Place] {
  var left: [String: Int] = [:]
  for comment in SourceText(path: old.path, bytes: new).comments {
    left[text(of: comment), default: 0] += 1
  }
  return old.comments.filter { comment in
    let words = text(of: comment)
    let count = left[words, default: 0]
    left[words] = count - 1
    return count <= 0 && !isMade(words)
  }
}

private func text(of comment: Place) -> String {
  let words = String(decoding: comment.source.bytes[comment.range], as: UTF8.self)
  return words.trimmingSuffix { $0 == " " || $0 == "\r" }
}

private func isMade(_ comment: String) -> Bool {
  comment.hasPrefix("# Made by `rota ") || comment.wholeMatch(of: /# W\d\d/) != nil
}

extension String {
  fileprivate func trimmingSuffix(_ isGone: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isGone(last) { text.removeLast() }
    return String(text)
  }
}

extension SourceText {
  /// The comments of a file, each to the end of its line; none of one that cannot be read.
  fileprivate var comments: [Place] {
    guard let root = readConfig(self).root else { return [] }
    var texts: [Range<Int>] = []
    func collect(_ node: ConfigNode) {
      for entry in node.entries {
        texts.append(entry.keyPlace.range)
        collect(entry.value)
      }
      node.items.forEach(collect)
      if !node.isList, !node.isMap { texts.append(node.place.range) }
    }
    collect(root)
    var comments: [Place] = []
    var next = 0
    var index = 0
    while index < bytes.count {
      while next < texts.count, texts[next].upperBound <= index { next += 1 }
      if next < texts.count, texts[next].contains(index) {
        index = texts[next].upperBound
      } else if bytes[index] == 0x23 {
        let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        comments.append(Place(self, index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return comments
  }
}
