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
        ::warning file=config/my team%2C 50%25.yaml,line=2,col=1,endLine=2,endColumn=1,title=short\
        ::watch out
        ::error title=no-file::there is no file

        """)
    #expect(gitHubAnnotations(of: []).isEmpty)
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
