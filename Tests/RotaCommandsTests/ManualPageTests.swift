import Testing

@testable import RotaCommands

/// The manual page, which `Tests/Oracles/manual.sh` holds against mandoc.
struct ManualPageTests {
  private let lines = ManualPage.text.split(separator: "\n", omittingEmptySubsequences: false)

  @Test func everyCommandAndOptionIsOnIt() {
    for command in Command.all {
      #expect(lines.contains(".Ss \(command.name)"))
      for option in command.allOptions {
        let name = option.name.replacing("-", with: "\\-")
        #expect(lines.contains { $0.hasPrefix(".It Fl \\-\(name)") }, "\(option.name)")
      }
      for example in command.examples {
        let line = example.line.replacing("-", with: "\\-")
        #expect(lines.contains { $0.hasPrefix(".Dl rota \(line.prefix { $0 != "`" })") })
      }
    }
  }

  /// Text is never taken for a macro, and no line is longer than mandoc wants it or empty.
  @Test func everyMacroIsMeant() {
    let macros = [
      "Dd", "Dt", "Os", "Sh", "Ss", "Nm", "Nd", "Op", "Ar", "Pp", "Bl", "It", "El", "Dl",
    ]
    for line in lines.dropLast() {
      #expect(!line.isEmpty && !line.hasSuffix(" "))
      if line.hasPrefix(".") {
        #expect(macros.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
      } else {
        #expect(line.utf8.count <= 100 && !line.hasPrefix("'") && !line.hasPrefix(" "), "\(line)")
      }
    }
    #expect(lines.count { $0.hasPrefix(".Bl") } == lines.count { $0 == ".El" })
  }
}
