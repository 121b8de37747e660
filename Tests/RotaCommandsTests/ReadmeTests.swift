import Foundation
import Testing

/// The README's tour is real: its command lines run one after the other on the sample team, and
/// print what stands below them. `ROTA_RECORD=1 swift test` rewrites it and fails.
struct ReadmeTests {
  @Test func theTourPrintsWhatTheProgramPrints() throws {
    let file = Folder.checkout.appending(path: "README.md")
    let environment = FakeEnvironment(files: try Folder.sample())
    let readme = try Folder.text(file)
    let repository = try TemporaryRepository()
    environment.repository = repository.folder
    let run = try Tour(readme).run(in: environment, committingTo: repository)
    #expect(!run.lines.isEmpty)
    for line in run.lines { #expect(line.status == 0, "\(line.command)") }
    if Folder.records {
      try Folder.write(Array(run.text.utf8), to: file)
      Issue.record("recorded README.md")
    }
    for difference in Transcript(run.text).differences(from: Transcript(readme)) {
      Issue.record("\(difference)")
    }
    #expect(Folder.records || run.text == readme)
  }
}

/// A Markdown text with blocks of ```` ```console ````, in which lines of `$ rota …` are followed
/// by what they print. A line of `$ git add config && git commit …` commits the files as they are.
private struct Tour {
  struct Line {
    let command: String
    let status: Int32
  }

  private let text: String

  init(_ text: String) { self.text = text }

  /// The text with the true output, and the commands that ran.
  func run(
    in environment: FakeEnvironment, committingTo repository: TemporaryRepository
  ) throws -> (text: String, lines: [Line]) {
    var result: [String] = []
    var lines: [Line] = []
    var isInBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isInBlock = line == "```console" }
      if !isInBlock || line.hasPrefix("```") {
        result.append(line)
      } else if Transcript.isCommand(line) {
        let outcome = environment.run(line: Transcript.arguments(line))
        lines.append(Line(command: line, status: outcome.status))
        result.append(line)
        result += outcome.transcript.lines
      } else if line.hasPrefix("$ git add config && git commit ") {
        try repository.commit(environment.files.mapValues { String(decoding: $0, as: UTF8.self) })
        result.append(line)
      }
    }
    return (result.joined(separator: "\n"), lines)
  }
}
