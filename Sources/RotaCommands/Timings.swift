/// How long the parts of a run took, for `--timings`.
final class Timings {
  enum Part: String, CaseIterable {
    case read, compile, solve
    /// Only where no rota exists.
    case clash, edits
    case write

    var isUsual: Bool { self != .clash && self != .edits }
  }

  private let context: Context
  /// One after another; a part may come again.
  private var spent: [(part: Part, nanoseconds: UInt64)] = []
  private var current: (part: Part, start: UInt64)?

  init(_ context: Context) { self.context = context }

  func measure<Result>(_ part: Part, _ work: () throws -> Result) rethrows -> Result {
    enter(part)
    defer { enter(nil) }
    return try work()
  }

  /// From here on another part is measured.
  func enter(_ part: Part?) {
    let moment = context.environment.nanoseconds
    if let current { spent.append((current.part, moment - current.start)) }
    current = part.map { ($0, moment) }
  }

  /// One line a part, in milliseconds: `solve: 1.234 ms`. Nothing without `--timings`.
  func print() throws {
    guard context.arguments.has(.timings) else { return }
    for part in Part.allCases {
      let times = spent.filter { $0.part == part }.map(\.nanoseconds)
      guard part.isUsual || !times.isEmpty else { continue }
      let micro = times.reduce(0, +) / 1000
      let rest = String(micro % 1000)
      let zeros = String(repeating: "0", count: 3 - rest.utf8.count)
      try context.reply.say("\(part.rawValue): \(micro / 1000).\(zeros)\(rest) ms")
    }
  }
}
