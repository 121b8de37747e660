/// How long the parts of a run took, for `--timings`.
final class Timings {
  enum Part: String, CaseIterable { case read, compile, solve, write }

  private let context: Context
  private var nanoseconds: [Part: UInt64] = [:]

  init(_ context: Context) { self.context = context }

  func measure<Result>(_ part: Part, _ work: () throws -> Result) rethrows -> Result {
    let start = context.environment.nanoseconds
    defer { nanoseconds[part, default: 0] += context.environment.nanoseconds - start }
    return try work()
  }

  /// One line a part, in milliseconds: `solve: 1.234 ms`. Nothing without `--timings`.
  func print() throws {
    guard context.arguments.has(.timings) else { return }
    for part in Part.allCases {
      let micro = (nanoseconds[part] ?? 0) / 1000
      let rest = String(micro % 1000)
      let zeros = String(repeating: "0", count: 3 - rest.utf8.count)
      try context.reply.say("\(part.rawValue): \(micro / 1000).\(zeros)\(rest) ms")
    }
  }
}
