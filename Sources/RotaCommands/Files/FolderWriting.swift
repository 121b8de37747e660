import Diagnostics

/// Files of a folder that are written all together, each only where its bytes change, and what
/// became of them.
struct FolderWriting {
  private enum State: String, CaseIterable {
    case new, changed, same, removed
  }

  private let context: Context
  private var states: [(path: String, state: State)] = []
  private var changes: [FileChange] = []

  init(_ context: Context) { self.context = context }

  /// - Parameter old: what stands there; nil for nothing.
  mutating func write(_ bytes: [UInt8], to path: String, over old: [UInt8]?) {
    if old == bytes {
      states.append((path, .same))
      return
    }
    changes.append(
      FileChange(path, bytes: bytes, insteadOf: old.map(FileChange.Earlier.bytes) ?? .nothing))
    states.append((path, old == nil ? .new : .changed))
  }

  mutating func remove(_ path: String) { states.append((path, .removed)) }

  /// Does what was asked for, and says how many files there were of each; as JSON each with its
  /// state.
  func finish() throws {
    // All at once: they are a function of the folder as it was read.
    try context.write(changes)
    for change in changes { try context.reply.say("wrote \(change.path)") }
    for (path, _) in states.filter({ $0.state == .removed }) {
      try context.remove(path)
      try context.reply.say("removed \(path)")
    }
    if context.reply.wantsJSON {
      try context.reply.print([
        "files": .array(
          states.map { ["file": .string($0.path), "state": .string($0.state.rawValue)] })
      ])
    }
    func count(_ state: State) -> Int { states.count { $0.state == state } }
    let removed = count(.removed) > 0 ? ", \(count(.removed)) removed" : ""
    try context.reply.say(
      "\(count(.new)) new, \(count(.changed)) changed, \(count(.same)) as they were" + removed)
  }
}
