internal import Diagnostics

/// A year and the number of one of its weeks or quarters, however they are written: `2027-W05`,
/// `W5 2027`, `2027Q1`, `KW 5/2027`.
struct NumberedParts {
  enum Kind: String {
    case week = "W"
    case quarter = "Q"

    fileprivate var words: [String] {
      switch self {
      case .week: ["w", "kw", "cw", "wk", "week"]
      case .quarter: ["q", "quarter"]
      }
    }
  }

  let year: Int
  let number: Int
  /// `2027-W05`, `2027-Q1`, in any case, whether or not the year has it.
  let isWellWritten: Bool

  /// nil for other texts.
  init?(_ text: String, of kind: Kind) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 30 else { return nil }
    let runs = NumberedParts.runs(of: bytes)
    guard runs.count == 3, let letters = runs.firstIndex(where: { digits($0) == nil }),
      letters < 2, kind.words.contains(runs[letters].lowercased()),
      let number = digits(runs[letters + 1]), runs[letters + 1].utf8.count <= 2
    else { return nil }
    let rest = letters == 0 ? runs[2] : runs[0]
    guard rest.utf8.count == 4, let year = digits(rest) else { return nil }
    self.year = year
    self.number = number
    let length = kind == .week ? 8 : 7
    isWellWritten =
      bytes.count == length && bytes[4] == 0x2D && runs[letters].utf8.count == 1 && letters == 1
      && bytes[6...].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Runs of digits and of letters; what stands between them is dropped.
  private static func runs(of bytes: [UInt8]) -> [String] {
    var runs: [[UInt8]] = []
    var last: Character?
    for byte in bytes {
      let kind: Character? =
        (0x30...0x39).contains(byte) ? "0" : (0x61...0x7A).contains(byte | 0x20) ? "a" : nil
      if let kind, kind == last {
        runs[runs.count - 1].append(byte)
      } else if kind != nil {
        runs.append([byte])
      }
      last = kind
    }
    return runs.map { String(decoding: $0, as: UTF8.self) }
  }
}
