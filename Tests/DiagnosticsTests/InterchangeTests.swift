import Diagnostics
import Testing

/// What other programs read: annotations and SARIF.
@Suite struct InterchangeTests {
  private var diagnostics: [Diagnostic] {
    let team = SourceText(path: "config/my team, 50%.yaml", text: "é: ada\nb: ada\n")
    return [
      Diagnostic(
        "rest", .conflict, "100% wrong:\nreally", at: Place(team, 4..<7),
        related: [Located("declared here", at: Place(team, 11..<14))], help: ["first", "second"]),
      Diagnostic("short", .warning, "watch out", at: Place(team, 8..<8)),
      Diagnostic("no-file", "there is no file", at: nil),
    ]
  }

  @Test func annotations() {
    #expect(
      gitHubAnnotations(of: diagnostics) == """
        ::error file=config/my team%2C 50%25.yaml,line=1,col=4,endLine=1,endColumn=7,title=rest\
        ::100%25 wrong:%0Areally%0Afirst%0Asecond
        ::error title=no-file::there is no file
        ::warning file=config/my team%2C 50%25.yaml,line=2,col=1,endLine=2,endColumn=1,title=short\
        ::watch out

        """)
    #expect(gitHubAnnotations(of: []).isEmpty)
  }

  /// The last line, for so many errors, conflicts and warnings.
  private func lastAnnotation(_ counts: (errors: Int, conflicts: Int, warnings: Int)) -> String? {
    let severities: [(Severity, Int)] = [
      (.warning, counts.warnings), (.error, counts.errors), (.conflict, counts.conflicts),
    ]
    let diagnostics = severities.flatMap { severity, count in
      (0..<count).map { Diagnostic("id", severity, "finding \($0)", at: nil) }
    }
    return gitHubAnnotations(of: diagnostics).split(separator: "\n").last.map(String.init)
  }

  /// A message is read in the log of a job, which is a terminal.
  @Test func annotationsSteerNoTerminal() {
    let diagnostic = Diagnostic(
      "a-rule", .error, "a \u{1B}[31m\u{202E}b", at: nil, help: ["c\u{9B}"])
    #expect(
      gitHubAnnotations(of: [diagnostic])
        == "::error title=a-rule::a ␛[31m\u{FFFD}b%0Ac\u{FFFD}\n")
  }

  @Test func annotationsThatGitHubLeavesOutAreCounted() {
    #expect(lastAnnotation((4, 6, 10)) == "::warning title=id::finding 9")
    #expect(
      lastAnnotation((5, 6, 10))
        == "::notice title=more::1 more error; only 10 of a kind are shown here, "
        + "the log of the job has all")
    #expect(
      lastAnnotation((0, 10, 13))
        == "::notice title=more::3 more warnings; only 10 of a kind are shown here, "
        + "the log of the job has all")
    #expect(
      lastAnnotation((12, 0, 11))
        == "::notice title=more::2 more errors and 1 more warning; only 10 of a kind are shown "
        + "here, the log of the job has all")
  }

  @Test func codeQuality() {
    #expect(gitLabReport(of: [], elsewhere: "team.yaml") { $0 }.rendered() == "[]")
    let report = gitLabReport(of: diagnostics, elsewhere: "team.yaml") { "top/" + $0 }.rendered()
    #expect(
      report.split(separator: "\n").filter { !$0.contains("fingerprint") }.joined(separator: "\n")
        == """
        [
          {
            "description": "100% wrong:\\nreally\\nfirst\\nsecond",
            "check_name": "rest",
            "severity": "major",
            "location": {
              "path": "top/config/my team, 50%.yaml",
              "lines": {
                "begin": 1
              }
            }
          },
          {
            "description": "watch out",
            "check_name": "short",
            "severity": "minor",
            "location": {
              "path": "top/config/my team, 50%.yaml",
              "lines": {
                "begin": 2
              }
            }
          },
          {
            "description": "there is no file",
            "check_name": "no-file",
            "severity": "critical",
            "location": {
              "path": "top/team.yaml",
              "lines": {
                "begin": 1
              }
            }
          }
        ]
        """)
  }

  /// The fingerprints of a report, in order.
  private func fingerprints(_ diagnostics: [Diagnostic]) -> [String] {
    gitLabReport(of: diagnostics, elsewhere: "team.yaml") { $0 }.rendered()
      .split(separator: "\n").filter { $0.contains("fingerprint") }
      .compactMap { $0.split(separator: "\"").last { $0 != "," }.map(String.init) }
  }

  @Test func fingerprintsFollowWhatAConflictIsAboutAndNumberEquals() {
    func conflict(_ message: String, _ people: [String], days: Range<Int>) -> Diagnostic {
      var conflict = Diagnostic("rest", .conflict, message, at: diagnostics[0].place)
      conflict.about = Subject(people: people, rotations: ["service"], days: [days])
      return conflict
    }
    func unowned(_ project: String) -> Diagnostic {
      var conflict = Diagnostic("unowned", .conflict, "some words", at: nil)
      conflict.about = Subject(projects: [project])
      return conflict
    }
    let plain = conflict("some words", ["ada"], days: 7..<14)
    let reworded = conflict("other words", ["ada"], days: 7..<14)
    #expect(fingerprints([plain]) == fingerprints([reworded]))
    let all = fingerprints([
      plain, reworded, conflict("some words", ["bob"], days: 7..<14),
      conflict("some words", ["ada"], days: 14..<21), conflict("", ["ada", "bob"], days: 7..<14),
      Diagnostic("rest", .conflict, "some words", at: nil), unowned("safe"), unowned("edge"),
    ])
    #expect(Set(all).count == 8)
    #expect(all.allSatisfy { $0.count == 16 })
    #expect(all[0] == fingerprints([plain])[0])
  }

  @Test func sarif() {
    #expect(
      sarifLog(of: diagnostics, version: "1.2.3").rendered() == """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "rota",
                  "version": "1.2.3",
                  "rules": [
                    {
                      "id": "no-file"
                    },
                    {
                      "id": "rest"
                    },
                    {
                      "id": "short"
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "rest",
                  "ruleIndex": 1,
                  "level": "error",
                  "message": {
                    "text": "100% wrong:\\nreally\\nfirst\\nsecond"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "config/my%20team%2C%2050%25.yaml"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 4,
                          "endLine": 1,
                          "endColumn": 7
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "config/my%20team%2C%2050%25.yaml"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 4,
                          "endLine": 2,
                          "endColumn": 7
                        }
                      },
                      "message": {
                        "text": "declared here"
                      }
                    }
                  ]
                },
                {
                  "ruleId": "short",
                  "ruleIndex": 2,
                  "level": "warning",
                  "message": {
                    "text": "watch out"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "config/my%20team%2C%2050%25.yaml"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 1,
                          "endLine": 2,
                          "endColumn": 1
                        }
                      }
                    }
                  ]
                },
                {
                  "ruleId": "no-file",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "there is no file"
                  }
                }
              ]
            }
          ]
        }
        """)
  }
}
