/// The candidate that a person most likely meant by `name`, or nil where none is near.
///
/// Distance counts inserted, removed, replaced and exchanged neighbouring scalars (Damerau and
/// Levenshtein, optimal string alignment), letters in any case. Near is at most a third of the
/// longer of the two, at least one, and less than the whole of the shorter. Of equally near
/// candidates the first given wins. O(candidates × length²); names over 100 scalars are not
/// compared.
package func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = folded(name)
  guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
  var best: String?
  var bestDistance = Int.max
  for candidate in candidates {
    let letters = folded(candidate)
    let limit = min(
      max(1, max(wanted.count, letters.count) / 3), min(wanted.count, letters.count) - 1,
      bestDistance - 1)
    // Lengths that differ by more than the limit cannot be near.
    guard limit >= 0, abs(wanted.count - letters.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

private func folded(_ name: String) -> [Unicode.Scalar] {
  Array(name.lowercased().unicodeScalars)
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
