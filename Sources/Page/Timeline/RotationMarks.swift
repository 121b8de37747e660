import RotaModel

/// How each rotation is told apart: by a colour, and by a letter where colours are not seen.
struct RotationMarks {
  private let rotations: [RotationID]
  private let letters: [String]

  /// - Parameter names: by rotation.
  init(_ rotations: [RotationID], names: [String]) {
    self.rotations = rotations
    let initials = names.map {
      $0.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() } ?? "?"
    }
    // Letters that two rotations would share tell nothing.
    letters =
      Set(initials).count == initials.count
      ? initials : rotations.indices.map(RotationMarks.letter)
  }

  func letter(of rotation: RotationID) -> String { index(of: rotation).map { letters[$0] } ?? "?" }

  /// The classes of its marks, for the style sheet.
  func classes(of rotation: RotationID) -> String {
    "r\((index(of: rotation) ?? 0) % ChartStyle.colours.count)"
  }

  private func index(of rotation: RotationID) -> Int? { rotations.firstIndex(of: rotation) }

  /// `A` to `Z`, `A1` and so on.
  private static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return index < 26 ? letter : letter + String(index / 26)
  }
}
