import Testing

@testable import RotaCommands

@Suite struct CompletionTests {
  private func offers(_ words: String...) -> [String] {
    Completion(of: words) { [Completion.Candidate(word: "\($0)", meaning: "")] }
      .candidates.map(\.word)
  }

  @Test func commandsOfTwoWordsAreOneAfterTheOther() {
    for command in Command.all {
      let words = command.name.split(separator: " ").map(String.init)
      #expect(offers(words[0]).contains(words[0]))
      guard words.count == 2 else { continue }
      #expect(offers(words[0], "").contains(words[1]))
      #expect(offers(words[0], words[1]).contains(words[1]))
    }
  }

  @Test func everyOptionOfACommandIsOfferedOnce() {
    for command in Command.all {
      let words = command.name.split(separator: " ").map(String.init)
      let names = Completion(of: words + ["--"]) { _ in [] }.candidates.map(\.word)
      #expect(names == command.allOptions.map { "--" + $0.name })
      for option in command.allOptions {
        let given = ["--" + option.name] + (option.value == nil ? [] : ["x"])
        let left = Completion(of: words + given + ["--"]) { _ in [] }.candidates.map(\.word)
        #expect(left == names.filter { option.isRepeatable || $0 != "--" + option.name })
      }
    }
  }

  @Test func operandsAreCountedBesideOptions() {
    #expect(offers("pin", "") == ["week"])
    #expect(offers("--team", "t", "pin", "w", "--today", "d", "") == ["engineer"])
    #expect(offers("pin", "w", "e", "") == [])
    #expect(offers("away", "e", "") == ["none"])
    #expect(offers("check", "2027-Q1", "2027-Q2", "") == ["rota"])
    #expect(offers("nothing", "") == [])
  }

  @Test func valuesOfOptionsComeBehindThem() {
    #expect(offers("check", "--format", "g") == ["github", "gitlab"])
    #expect(offers("check", "--format=g") == ["--format=github", "--format=gitlab"])
    #expect(offers("check", "--format", "=", "g") == ["github", "gitlab"])
    #expect(offers("fairness", "--trace", "") == ["engineer"])
    #expect(Completion(of: ["calendar", "--out", ""]) { _ in [] }.paths == .folders)
    #expect(offers("check", "--format", "=") == offers("check", "--format", ""))
    #expect(Completion(of: ["calendar", "lint", ""]) { _ in [] }.paths == .files)
  }

  /// Behind the `=` of a text that is given a meaning; bash takes it for a word of its own.
  @Test func meaningsComeBehindTheirSign() {
    #expect(offers("import", "--column", "1st=") == ["1st=rotation"])
    #expect(offers("import", "--column=1st=ro") == ["--column=1st=rotation"])
    #expect(offers("import", "--column", "1st", "=", "ro") == ["rotation"])
    #expect(offers("import", "--column", "=", "1st", "=") == ["rotation"])
    #expect(offers("import", "--as", "Ann Lee=") == ["Ann Lee=engineer"])
    #expect(offers("import", "--as", "Ann") == [])
    // What stands before does not count as operands.
    #expect(
      offers("import", "--column", "1st", "=", "a", "--as", "x", "=", "b", "f", "") == ["period"])
  }
}
