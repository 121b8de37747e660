/// The place of one thing among those of its kind, counted from 0.
///
/// Every kind has a type of its own: nobody can pass a week where a rotation is wanted.
package protocol Ordinal: Strideable, Hashable, Sendable, CustomStringConvertible
where Stride == Int {
  var number: Int { get }
  init(_ number: Int)
}

extension Ordinal {
  @inlinable package func distance(to other: Self) -> Int { other.number - number }
  @inlinable package func advanced(by steps: Int) -> Self { Self(number + steps) }
  @inlinable package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
  @inlinable package static func == (one: Self, other: Self) -> Bool { one.number == other.number }

  @inlinable package static func + (one: Self, steps: Int) -> Self { Self(one.number + steps) }
  @inlinable package static func - (one: Self, steps: Int) -> Self { Self(one.number - steps) }
  @inlinable package static func - (one: Self, other: Self) -> Int { one.number - other.number }

  package var description: String { "\(number)" }
}

/// An engineer of a problem.
package struct EngineerIndex: Ordinal {
  package let number: Int
  @inlinable package init(_ number: Int) { self.number = number }

  /// Holds what nobody holds.
  package static let nobody = EngineerIndex(-1)
  /// Holds what somebody held whom the problem does not have.
  package static let stranger = EngineerIndex(-2)
  /// Whether it is one of the problem's engineers.
  package var isKnown: Bool { number >= 0 }
}

/// A week of a problem; one before its first is below 0.
package struct WeekIndex: Ordinal {
  package let number: Int
  @inlinable package init(_ number: Int) { self.number = number }
}

/// A rotation of a problem.
package struct RotationIndex: Ordinal {
  package let number: Int
  @inlinable package init(_ number: Int) { self.number = number }
}

/// A rotation among those that one engineer may ever hold.
struct DutyIndex: Ordinal {
  let number: Int
  init(_ number: Int) { self.number = number }
}

/// Seats of a project of a problem.
package struct ProjectIndex: Ordinal {
  package let number: Int
  @inlinable package init(_ number: Int) { self.number = number }
}

/// A shift: a week and a rotation of a problem, numbered by its `Slots`.
package struct Slot: Ordinal {
  package let number: Int
  @inlinable package init(_ number: Int) { self.number = number }
}

/// The shifts of some weeks and rotations, week by week.
package struct Slots: Sendable, Hashable {
  package let weeks: Range<WeekIndex>
  package let rotations: Range<RotationIndex>

  package init(weeks: Int, rotations: Int) {
    self.weeks = WeekIndex(0)..<WeekIndex(weeks)
    self.rotations = RotationIndex(0)..<RotationIndex(rotations)
  }

  @inlinable package var all: Range<Slot> { Slot(0)..<Slot(weeks.count * rotations.count) }

  @inlinable package subscript(week: WeekIndex, rotation: RotationIndex) -> Slot {
    Slot(week.number * rotations.count + rotation.number)
  }

  /// The shifts of a week.
  @inlinable package subscript(week: WeekIndex) -> Range<Slot> {
    Slot(week.number * rotations.count)..<Slot((week.number + 1) * rotations.count)
  }

  @inlinable package func week(of slot: Slot) -> WeekIndex {
    WeekIndex(slot.number / rotations.count)
  }

  @inlinable package func rotation(of slot: Slot) -> RotationIndex {
    RotationIndex(slot.number % rotations.count)
  }
}
