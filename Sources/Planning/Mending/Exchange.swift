package import Dates
package import Diagnostics
package import RotaModel

/// A way to free the holder of a shift: shifts that change hands, or a cover for some days.
package struct Exchange: Sendable {
  /// In the order in which they are told.
  package enum Kind: String, Sendable, CaseIterable {
    case takeover, swap
    case threeWay = "three-way"
    case cover
  }

  package let kind: Kind
  /// The shifts as they are held after it, the one that is freed first.
  package let shifts: [Shift]
  /// The cover to be written, for `cover` alone.
  package let cover: Cover?
  /// What it adds to the points of the rota; below zero for a better one.
  package let points: Int
  /// Covers that go with it: their shift changes hands, or others stand in on all of their days.
  package let droppedCovers: [Cover]
  /// Covers of which some days stay.
  package let cutCovers: [CutCover]
  /// The conflicts of the rota once done; none that was not there.
  package let conflicts: [Diagnostic]
  /// Those among them about the shift that is freed, which it lessens at most.
  package let left: [Diagnostic]
}

/// An older cover of which a new one takes some days.
package struct CutCover: Sendable {
  package let cover: Cover
  /// The one or two stretches that stay, in order.
  package let days: [Range<Day>]
}

/// What a new cover of some days does to the covers of its shift.
struct CoverCuts {
  private(set) var dropped: [Cover] = []
  private(set) var cut: [CutCover] = []

  init(_ covers: [Cover], by days: Range<Day>, of rotation: RotationID) {
    for old in covers where old.rotation == rotation && old.days.overlaps(days) {
      let before = old.days.lowerBound..<max(old.days.lowerBound, days.lowerBound)
      let after = min(old.days.upperBound, days.upperBound)..<old.days.upperBound
      let rest = [before, after].filter { !$0.isEmpty }
      if rest.isEmpty { dropped.append(old) } else { cut.append(CutCover(cover: old, days: rest)) }
    }
  }
}
