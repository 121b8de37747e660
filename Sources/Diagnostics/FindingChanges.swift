/// What is new and what is gone among findings after a change: two are the same when their rule
/// and what they are about are, whatever their lines and words.
package struct FindingChanges: Sendable {
  /// Of those after it, each once, in their order.
  package let new: [Diagnostic]
  /// Of those before it, likewise.
  package let gone: [Diagnostic]
  /// How many are there before and after.
  package let kept: Int

  package init(from old: [Diagnostic], to new: [Diagnostic]) {
    let before = Set(old.map(FindingKey.init))
    let after = Set(new.map(FindingKey.init))
    self.new = new.missing(in: before)
    gone = old.missing(in: after)
    kept = before.intersection(after).count
  }
}

extension [Diagnostic] {
  /// Those of none of the keys, without those that are the same as one before.
  fileprivate func missing(in keys: Set<FindingKey>) -> [Diagnostic] {
    var seen = keys
    return filter { seen.insert(FindingKey($0)).inserted }
  }
}
