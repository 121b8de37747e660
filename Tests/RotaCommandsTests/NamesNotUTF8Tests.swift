import Foundation
import Testing

@testable import RotaCommands

/// Names that are not UTF-8, which no text of Rota's can hold: they are told, and nothing else is
/// read or written in their place.
struct NamesNotUTF8Tests {
  private func run(_ arguments: [[UInt8]], in world: FakeEnvironment) -> FakeEnvironment.Outcome {
    var values: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { bytes in
      let value = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
      for (index, byte) in (bytes + [0]).enumerated() {
        unsafe value[index] = CChar(bitPattern: byte)
      }
      return unsafe value
    }
    defer { while let value = unsafe values.popLast() { unsafe value?.deallocate() } }
    var list = unsafe values + [nil]
    return world.outcome {
      unsafe list.withUnsafeMutableBufferPointer { list in
        guard let start = list.baseAddress else { return -1 }
        return unsafe RotaCommands.run(count: Int32(values.count), values: start, in: world)
      }
    }
  }

  @Test func argumentsAreTakenAsTheyCome() {
    let world = FakeEnvironment()
    #expect(
      run([Array("rota".utf8), Array("--version".utf8)], in: world).output.hasPrefix("rota "))
    #expect(run([Array("rota".utf8)], in: world).transcript == world.run([]).transcript)
    #expect(run([], in: world).transcript == world.run([]).transcript)
  }

  @Test func anArgumentIsRefused() {
    let world = FakeEnvironment()
    let name: [UInt8] = [0xFF] + Array(".yaml".utf8)
    let refused = run(
      [Array("rota".utf8), Array("check".utf8), Array("--team".utf8), name], in: world)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("argument 3 is not UTF-8: `\u{FFFD}.yaml`"))
    #expect(world.files.isEmpty)
  }

  @Test func aRotaFileIsTold() {
    let world = FakeEnvironment(texts: [
      "config/team.yaml": "engineers:\n  ada:\n",
      "config/rotas/\u{FFFD}.yaml": "period: 2027-Q1\n",
    ])
    let said = Transcript(running: ["$ rota check --today 2026-12-01"], in: world).text
    #expect(said.contains("a file in `config/rotas` has a name that is not UTF-8: `\u{FFFD}.yaml`"))
    #expect(said.contains("(exit status 2)"))
  }

  @Test func aLinkToOneIsNotWrittenBesideIt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let target: [CChar] = [CChar(bitPattern: 0xFF), 0]
    guard unsafe symlink(target, folder + "/link") == 0 else { return }
    let environment = SystemEnvironment()
    #expect(
      throws: FileProblem(folder + "/link", .other("it is a link to a name that is not UTF-8"))
    ) {
      try environment.replace([
        FileChange(folder + "/link", bytes: [0x41], insteadOf: .anything)
      ])
    }
    #expect(try environment.names(inFolder: folder) == ["link"])
  }
}
