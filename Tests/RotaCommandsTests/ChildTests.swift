import Dispatch
import Testing

@testable import RotaCommands

@Suite("A program that Rota starts")
struct ChildTests {
  /// Else each would wait for the other: an end to write to is open in a child that inherited it.
  @Test("ends with its input while others run")
  func inheritsNothing() {
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      guard let first = try? Child(["cat"], settings: [], input: true),
        let second = try? Child(["cat"], settings: [], input: true)
      else { return }
      if first.wait() == 0 { ended.signal() }
      _ = second.wait()
    }
    #expect(ended.wait(timeout: .now() + 60) == .success)
  }
}
