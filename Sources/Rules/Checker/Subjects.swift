import Dates
import Diagnostics
import RotaModel

/// What the rules' findings are about.
extension Subject {
  /// An engineer holding a shift, or two rotations in its week.
  init(_ shift: Shift, besides other: RotationID? = nil) {
    self.init(
      people: [shift.engineer.text],
      rotations: [shift.rotation.text] + [other?.text].compactMap(\.self),
      days: [shift.week.days.numbers])
  }

  /// Two shifts of an engineer, of whatever rotations.
  init(_ first: Shift, and second: Shift) {
    self.init(
      people: [first.engineer.text], days: [first.week.days.numbers, second.week.days.numbers])
  }

  /// A stand-in.
  init(_ cover: Cover) {
    self.init(
      people: [cover.engineer.text], rotations: [cover.rotation.text], days: [cover.days.numbers])
  }

  /// A shift that nobody in particular holds, or that one alone can hold.
  init(_ rotation: RotationID, in week: ShiftWeek, _ engineer: EngineerID? = nil) {
    self.init(
      people: [engineer?.text].compactMap(\.self), rotations: [rotation.text],
      days: [week.days.numbers])
  }

  /// What an engineer holds in all of a period, in one rotation or in all of them.
  init(_ engineer: EngineerID, _ rotation: RotationID? = nil, in weeks: [ShiftWeek]) {
    let days = weeks.first.flatMap { first in weeks.last.map { first.start..<$0.last + 1 } }
    self.init(
      people: [engineer.text], rotations: [rotation?.text].compactMap(\.self),
      days: [days?.numbers].compactMap(\.self))
  }

  /// A project, or somebody owning it.
  init(_ project: ProjectID, _ engineer: EngineerID? = nil) {
    self.init(people: [engineer?.text].compactMap(\.self), projects: [project.text])
  }

  /// Several people who own a project, in a week.
  init(_ project: ProjectID, _ engineers: [EngineerID], in week: ShiftWeek) {
    self.init(
      people: engineers.map(\.text), projects: [project.text], days: [week.days.numbers])
  }

  /// Days that are marked for a project.
  init(_ project: ProjectID, on days: Range<Day>) {
    self.init(projects: [project.text], days: [days.numbers])
  }

  /// A week whatever is held in it.
  init(_ week: ShiftWeek) { self.init(days: [week.days.numbers]) }
}

extension Situation {
  func subject(of owning: Owning) -> Subject {
    Subject(owning.project.id, team.engineers[owning.engineer].id)
  }
}

extension Range<Day> {
  /// The same days as plain numbers.
  var numbers: Range<Int> { lowerBound.number..<upperBound.number }
}
