import CommittedSample
import ConfigText
import Dates
import Diagnostics
import Foundation
import RotaModel
import SeededNumbers
import Testing

@testable import TeamFiles

@Suite struct TidyTests {
  private func tidy(_ text: String, _ kind: FileKind = .team) -> String {
    switch tidied(SourceText(path: "a.yaml", text: text), as: kind) {
    case .text(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .refused(let reasons):
      Issue.record("\(terminalText(of: reasons))")
      return ""
    }
  }

  @Test func keysStandInTheOrderOfTheReferenceWithTheirComments() {
    #expect(
      tidy(
        """
        # The team file of us all.

        # who we are
        engineers:

            ada:   # the first
                load:   80%
                # by her parents
                name: "Ada"



            bob: {name: Bob,load: 70%}
                # the end of bob
        #   cy:
        #  was here

        rest: 2 # weeks
        team: Us   # all of us
        # the end
        """) == """
          # The team file of us all.

          team: Us                           # all of us

          rest: 2                            # weeks

          # who we are
          engineers:
            ada:                             # the first
              # by her parents
              name: "Ada"
              load: 80%

            bob: { name: Bob, load: 70% }
              # the end of bob
          #   cy:
          #  was here
          # the end

          """)
  }

  /// What ends an entry that came to stand above another one would be read as that one's.
  @Test func aCommentThatEndsAnEntryStaysApartFromTheNext() {
    #expect(
      tidy(
        """
        rest: 2
        # Two weeks, as the works council asked.

        team: Us
        engineers:
          ada:

        """) == """
          team: Us

          rest: 2
          # Two weeks, as the works council asked.

          engineers:
            ada:

          """)
  }

  @Test func weeksStandByDate() {
    #expect(
      tidy(
        """
        shifts:
            2027-01-18: {service: grace}   # W03
            2027-W02: { service: ada } # moved
            # the first
            2027-01-04: { standby: a-very-long-name-that-goes-on, service: bob } # W01
        period:   2027-Q1
        """, .rota) == """
          period: 2027-Q1
          shifts:
            # the first
            2027-01-04: { standby: a-very-long-name-that-goes-on, service: bob }   # W01
            2027-W02: { service: ada }                                             # moved
            2027-01-18: { service: grace }                                         # W03

          """)
  }

  @Test func blocksBracketsAndListsKeepWhatTheySay() {
    #expect(
      tidy(
        """
        engineers:
         ada:
          skills: [
            aws,  # cloud
             vault
           ]
          away:
          - 2027-01-04   # a day
          -
            # from a file
            calendar: a.ics
        feedback:
            at:
              first Thursday 15:00
            agenda: |-  # long
               One:
                 two  three

               four

        """) == """
          engineers:
            ada:
              skills: [
                aws,  # cloud
                vault
                ]
              away:
                - 2027-01-04                 # a day
                # from a file
                - calendar: a.ics
          feedback:
            at: first Thursday 15:00
            agenda: |-                       # long
              One:
                two  three

              four

          """)
  }

  @Test func lineEndsStay() {
    #expect(tidy("rest:   2\r\nteam: Us\r\n") == "team: Us\r\nrest: 2\r\n")
    #expect(tidy("# nothing\n") == "# nothing\n")
  }

  @Test func whatCannotBeReadIsRefused() {
    for text in ["engineers: [", "team: a\nteam: b\n"] {
      guard case .refused(let reasons) = tidied(SourceText(path: "a", text: text), as: .team) else {
        Issue.record("\(text) was tidied")
        continue
      }
      #expect(reasons.count == 1)
    }
  }

  /// Of every file at hand: tidying keeps what it says and every comment, and twice is once.
  @Test func tidyingKeepsWhatAFileSays() throws {
    var numbers = SeededNumbers(seed: 8)
    var files: [(String, FileKind)] = [(starterTeamFile(zone: nil), .team)]
    for _ in 0..<80 { files.append((laidOut(try randomRota(&numbers), &numbers), .rota)) }
    files += try texts(in: sampleFolder).map { ($0, .team) }
    files += try texts(in: sampleFolder.appending(path: "rotas")).map { ($0, .rota) }
    let invalid = CommittedSample.checkout.appending(path: "Tests/TeamFilesTests/Invalid")
    files += try texts(in: invalid.appending(path: "team")).map { ($0, .team) }
    files += try texts(in: invalid.appending(path: "rota")).map { ($0, .rota) }
    for (text, kind) in files {
      let reading = readConfig(SourceText(path: "a", text: text))
      guard reading.diagnostics.isEmpty, let root = reading.root else { continue }
      let tidy = tidy(text, kind)
      let again = readConfig(SourceText(path: "a", text: tidy))
      #expect(again.diagnostics.isEmpty, "\(tidy)")
      #expect(again.root.map(said) == said(root), "\(text)\n\(tidy)")
      #expect(comments(tidy) == comments(text), "\(text)\n\(tidy)")
      #expect(self.tidy(tidy, kind) == tidy, "\(text)")
    }
  }

  /// The sample and the starter show how it is done.
  @Test func theSampleIsTidy() throws {
    for zone in [nil, "Europe/Berlin"] {
      #expect(tidy(starterTeamFile(zone: zone)) == starterTeamFile(zone: zone))
    }
    for text in try texts(in: sampleFolder) { #expect(tidy(text) == text) }
    for text in try texts(in: sampleFolder.appending(path: "rotas")) {
      #expect(tidy(text, .rota) == text)
    }
  }

  @Test func whatIsWrittenIsTidy() throws {
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<100 {
      let text = rotaText(try randomRota(&numbers))
      #expect(tidy(text, .rota) == text)
    }
  }

  private func texts(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
      .map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  }

  /// What a value says, whatever the order of its keys.
  private func said(_ node: ConfigNode) -> String {
    if let scalar = node.scalar { return "\(node.style)\"\(scalar)\"" }
    if node.isList { return "[" + node.items.map(said).joined(separator: ",") + "]" }
    return "{" + node.entries.map { "\($0.key):\(said($0.value))" }.sorted().joined(separator: ",")
      + "}"
  }

  /// The texts of all comments, in any order.
  private func comments(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let start = line.hasPrefix("#") ? line.startIndex : line.ranges(of: " #").first?.upperBound
      return start.map { String(line[$0...]).trimmingCharacters(in: .whitespaces) }
        .map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    }.sorted()
  }
}
