/// Diagnostics as a code quality report of GitLab, which shows them in a merge request: an array,
/// empty for no diagnostics. The help follows the message.
///
/// Source: GitLab, "Code Quality", import code quality results.
/// - Parameters:
///   - elsewhere: the file that stands for diagnostics without a place, which GitLab does not
///     take; they are shown at its first line.
///   - path: a file's path as GitLab knows it, from the top of the repository.
package func gitLabReport(
  of diagnostics: [Diagnostic], elsewhere: String, path: (String) -> String
) -> JSON {
  var seen: [FindingKey: Int] = [:]
  return .array(
    diagnostics.map { diagnostic in
      let key = FindingKey(diagnostic)
      seen[key, default: 0] += 1
      let place = diagnostic.place
      return [
        "description": .string(
          ([diagnostic.message] + diagnostic.help).joined(separator: "\n")),
        "check_name": .string(diagnostic.id),
        "fingerprint": .string(key.fingerprint(seen[key] ?? 1)),
        "severity": .string(diagnostic.severity.ofGitLab),
        "location": [
          "path": .string(path(place?.file ?? elsewhere)),
          "lines": ["begin": .number(place?.line ?? 1)],
        ],
      ]
    })
}

extension Severity {
  fileprivate var ofGitLab: String {
    switch self {
    case .error: "critical"
    case .conflict: "major"
    case .warning: "minor"
    }
  }
}

extension FindingKey {
  /// 16 hexadecimal digits that stay the same from run to run, by which GitLab tells old findings
  /// from new ones: the 64-bit FNV-1a hash.
  ///
  /// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm".
  /// - Parameter number: among equal findings, from 1.
  fileprivate func fingerprint(_ number: Int) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts(number) {
      // Each part ends with a byte that no id and no message holds.
      for byte in Array(part.utf8) + [0] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func parts(_ number: Int) -> [String] {
    let days = about?.days.map { "\($0.lowerBound)..\($0.upperBound)" } ?? []
    let lists = [about?.people ?? [], about?.rotations ?? [], about?.projects ?? [], days]
    return [rule, message] + lists.flatMap { ["\($0.count)"] + $0 } + ["\(number)"]
  }
}
