package import Dates
package import Diagnostics
package import RotaModel
package import Rules

/// What changes from one rota to another: shifts, owners, covers, and what both come to.
///
/// The first with its changes is the second: nothing that the files say of shifts, owners and
/// covers is left out, for the weeks that the periods of both have.
package struct RotaDifference: Sendable {
  /// A rota with what it comes to, by the files that it stands among.
  package struct Side: Sendable {
    package let rota: Rota
    package let judgement: Judgement
    /// Those of its period.
    package let weeks: [ShiftWeek]

    /// - Parameter handover: the team file's weekday.
    package init(_ rota: Rota, _ judgement: Judgement, handover: Weekday) {
      self.rota = rota
      self.judgement = judgement
      weeks = rota.weeks(handover: handover)
    }

    /// Shifts of a rotation in the period.
    func held(_ engineer: EngineerID, _ rotation: RotationID) -> Int {
      rota.shifts.count {
        $0.engineer == engineer && $0.rotation == rotation && weeks.contains($0.week)
      }
    }

    /// In hundredths of a shift; nil for who is not in `E(r)`.
    func target(_ engineer: EngineerID, _ rotation: RotationID) -> Int? {
      judgement.shares.first { $0.engineer == engineer && $0.rotation == rotation }?.target
    }

    var conflicts: [Diagnostic] { judgement.findings.filter { $0.severity == .conflict } }
  }

  package struct ShiftChange: Sendable, Equatable {
    package let week: ShiftWeek
    package let rotation: RotationID
    /// nil for nobody.
    package let old: EngineerID?
    package let new: EngineerID?

    package init(
      week: ShiftWeek, rotation: RotationID, old: EngineerID?, new: EngineerID?
    ) {
      self.week = week
      self.rotation = rotation
      self.old = old
      self.new = new
    }
  }

  /// Entries as they stand in the files; none where the project is not named.
  package struct OwnerChange: Sendable {
    package let project: ProjectID
    package let old: [EngineerSpan]
    package let new: [EngineerSpan]
  }

  package struct CoverChange: Sendable {
    package let cover: Cover
    package let isNew: Bool

    package init(cover: Cover, isNew: Bool) {
      self.cover = cover
      self.isNew = isNew
    }
  }

  /// Shifts held and owed, of an engineer whose shifts of a rotation change.
  package struct Touched: Sendable {
    package let engineer: EngineerID
    package let rotation: RotationID
    package let held: (old: Int?, new: Int?)
    /// In hundredths of a shift; nil for who is not in `E(r)`.
    package let target: (old: Int?, new: Int?)
  }

  /// nil where there is no such rota.
  package let old: Side?
  package let new: Side?
  /// Of the weeks that both periods have, and of dates that are no week of either; by week, then
  /// by rotation.
  package let shifts: [ShiftChange]
  package let owners: [OwnerChange]
  /// By their days, then by rotation.
  package let covers: [CoverChange]
  /// The weeks that the period of one alone has.
  package let onlyOld: [ShiftWeek]
  package let onlyNew: [ShiftWeek]
  /// Everybody named in `shifts`, by the team file's order, each rotation for itself.
  package let touched: [Touched]
  package let conflicts: FindingChanges

  /// - Parameter team: by whose order engineers, rotations and projects stand; others follow by id.
  package init(from old: Side?, to new: Side?, of team: Team) {
    self.old = old
    self.new = new
    let before = Set(old?.weeks ?? [])
    let after = Set(new?.weeks ?? [])
    onlyOld = before.subtracting(after).sorted()
    onlyNew = after.subtracting(before).sorted()
    if let old = old?.rota, let new = new?.rota {
      let alone = before.symmetricDifference(after)
      shifts = RotaDifference.shifts(from: old, to: new, of: team).filter {
        !alone.contains($0.week)
      }
      owners = RotaDifference.owners(from: old, to: new, of: team)
      covers = RotaDifference.covers(from: old, to: new, of: team)
    } else {
      shifts = []
      owners = []
      covers = []
    }
    touched = RotaDifference.touched(by: shifts, old, new, of: team)
    conflicts = FindingChanges(from: old?.conflicts ?? [], to: new?.conflicts ?? [])
  }

  /// Whether both rotas have the same weeks, shifts, owners and covers.
  package var isEmpty: Bool {
    shifts.isEmpty && owners.isEmpty && covers.isEmpty && onlyOld.isEmpty && onlyNew.isEmpty
  }
}

extension RotaDifference {
  private struct Seat: Hashable {
    let week: ShiftWeek
    let rotation: RotationID
  }

  private static func shifts(from old: Rota, to new: Rota, of team: Team) -> [ShiftChange] {
    func holders(_ rota: Rota) -> [Seat: EngineerID] {
      Dictionary(
        rota.shifts.map { (Seat(week: $0.week, rotation: $0.rotation), $0.engineer) },
        uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (holders(old), holders(new))
    let order = Ranks(team.rotations.map(\.id.text))
    return Set(before.keys).union(after.keys)
      .sorted { a, b in
        a.week != b.week ? a.week < b.week : order.precedes(a.rotation.text, b.rotation.text)
      }
      .compactMap { seat in
        guard before[seat] != after[seat] else { return nil }
        return ShiftChange(
          week: seat.week, rotation: seat.rotation, old: before[seat], new: after[seat])
      }
  }

  /// The order of entries says nothing, nor does a project that is named without owners.
  private static func owners(from old: Rota, to new: Rota, of team: Team) -> [OwnerChange] {
    func entries(_ rota: Rota) -> [ProjectID: [EngineerSpan]] {
      Dictionary(
        rota.owners.map { ($0.project, $0.entries) }, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (entries(old), entries(new))
    let order = Ranks(team.projects.map(\.id.text))
    return Set(before.keys).union(after.keys)
      .sorted { order.precedes($0.text, $1.text) }
      .compactMap { project in
        let change = OwnerChange(
          project: project, old: before[project] ?? [], new: after[project] ?? [])
        let isSame = change.old.map(\.text).sorted() == change.new.map(\.text).sorted()
        return isSame ? nil : change
      }
  }

  private struct Standing: Hashable {
    let days: Range<Day>
    let rotation: RotationID
    let engineer: EngineerID

    init(_ cover: Cover) {
      days = cover.days
      rotation = cover.rotation
      engineer = cover.engineer
    }
  }

  private static func covers(from old: Rota, to new: Rota, of team: Team) -> [CoverChange] {
    let before = Set(old.covers.map(Standing.init))
    let after = Set(new.covers.map(Standing.init))
    let gone = old.covers.filter { !after.contains(Standing($0)) }
    let added = new.covers.filter { !before.contains(Standing($0)) }
    let order = Ranks(team.rotations.map(\.id.text))
    return
      (gone.map { CoverChange(cover: $0, isNew: false) }
      + added.map { CoverChange(cover: $0, isNew: true) })
      .enumerated().sorted { a, b in
        let (first, second) = (a.element.cover, b.element.cover)
        if first.days.lowerBound != second.days.lowerBound {
          return first.days.lowerBound < second.days.lowerBound
        }
        if first.days.upperBound != second.days.upperBound {
          return first.days.upperBound < second.days.upperBound
        }
        if first.rotation != second.rotation {
          return order.precedes(first.rotation.text, second.rotation.text)
        }
        return a.offset < b.offset
      }.map(\.element)
  }

  private static func touched(
    by shifts: [ShiftChange], _ old: Side?, _ new: Side?, of team: Team
  ) -> [Touched] {
    var rotations: [EngineerID: Set<RotationID>] = [:]
    for shift in shifts {
      for engineer in [shift.old, shift.new].compactMap(\.self) {
        rotations[engineer, default: []].insert(shift.rotation)
      }
    }
    let people = Ranks(team.engineers.map(\.id.text))
    let duties = Ranks(team.rotations.map(\.id.text))
    return rotations.sorted { people.precedes($0.key.text, $1.key.text) }.flatMap { own in
      own.value.sorted { duties.precedes($0.text, $1.text) }.map { rotation in
        Touched(
          engineer: own.key, rotation: rotation,
          held: (old?.held(own.key, rotation), new?.held(own.key, rotation)),
          target: (old?.target(own.key, rotation), new?.target(own.key, rotation)))
      }
    }
  }
}

/// Ids in the order of the team file; those it does not have follow, by their text.
private struct Ranks {
  private let ranks: [String: Int]

  init(_ ids: [String]) {
    ranks = Dictionary(
      zip(ids, ids.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  func precedes(_ a: String, _ b: String) -> Bool {
    (ranks[a] ?? ranks.count, a) < (ranks[b] ?? ranks.count, b)
  }
}
