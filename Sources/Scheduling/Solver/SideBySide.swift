import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Maps on all cores, with the result of one: order and results do not depend on how many there
  /// are.
  ///
  /// - Parameter watch: told from time to time how many are done.
  func mapSideBySide<Result: Sendable>(
    watch: (SearchProgress) -> Void = { _ in }, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    // Nobody is told from other threads: there is a stop after every few.
    let batch = 8
    var done: [Result] = []
    while done.count < count {
      watch(.tried(done.count, of: count))
      let next = self[done.count..<Swift.min(done.count + batch, count)]
      let results = Mutex([Result?](repeating: nil, count: next.count))
      DispatchQueue.concurrentPerform(iterations: next.count) { index in
        let result = transform(next[next.startIndex + index])
        results.withLock { $0[index] = result }
      }
      done += results.withLock { $0.compactMap(\.self) }
    }
    return done
  }
}
