package import RotaModel

/// A week of a rotation as a file has it.
package struct ImportedWeek: Sendable {
  package let week: ShiftWeek
  package let rotation: RotationID
  package let holder: EngineerID
  /// By their first day; none of the holder's, none overlaps another.
  package let covers: [Cover]
  /// Where the file gives the week to its holder: bytes.
  let place: Range<Int>
  /// The rota it goes into, by index.
  let rota: Int
}
