internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

extension TextChanges {
  /// Adds a section at the end of the file, or behind another one.
  ///
  /// Comments at the end may belong to what stands above them, so they stay there.
  mutating func addSection(
    _ key: String, _ value: JSON, to root: ConfigNode, behind: String? = nil, depth: Int = 1
  ) {
    let earlier = behind.flatMap { root.entry(of: $0) }
    let member = JSON.Member(key, value)
    if root.isBracketed {
      return add(member, to: root, of: nil, after: earlier ?? root.entries.last, depth: depth)
    }
    let end = earlier.map { source.nextLineStart(after: $0.value.lastByte) }
    let lines =
      switch value {
      case .array(let items): ["\(key):"] + items.map { "  - \(flow($0))" }
      default: blockLines(member, indentation: 0, depth: depth)
      }
    insert(lines: lines, at: end ?? source.bytes.count)
  }

  /// Makes somebody, or nobody, the engineer of a week and rotation in `shifts` or `pins`.
  ///
  /// - Parameters:
  ///   - key: what a new line calls the week.
  ///   - handover: the weekday by which the keys that are there name their weeks.
  mutating func assign(
    _ engineer: EngineerID?, to rotation: RotationID, in week: ShiftWeek, key: String,
    section: String, behind: String?, of root: ConfigNode, handover: Weekday, use: AssignmentUse
  ) {
    let name = engineer.map { JSON.string($0.text) }
    let line = name.map {
      JSON.Member(key, .object([JSON.Member(rotation.text, $0)]))
    }
    guard let section = root.entry(of: section) else {
      if let line { addSection(section, .object([line]), to: root, behind: behind) }
      return
    }
    let weeks = section.value.entries.map { entry in
      (entry, ShiftWeek(key: entry.key, handover: handover, use))
    }
    let same = weeks.filter { $0.1 == week }.map(\.0)
    let holding = same.first { $0.value.entry(of: rotation.text) != nil }
    if let line = holding, let shift = line.value.entry(of: rotation.text) {
      guard let engineer else { return drop(shift, of: line, in: section.value) }
      if !shift.value.isSet {
        fill(shift, with: .string(engineer.text))
      } else if shift.value.scalar != engineer.text {
        setText(of: shift.value, to: engineer.text, within: line.value)
      }
    } else if let name, let line {
      let member = JSON.Member(rotation.text, name)
      if let entry = same.first, entry.value.isMap {
        add(member, to: entry.value, of: entry, after: entry.value.entries.last)
      } else if let entry = same.first {
        fill(entry, with: .object([member]))
      } else if section.value.isMap {
        let earlier = weeks.last { $0.1.map { $0 < week } ?? false }?.0
        add(
          line, to: section.value, of: section, after: earlier,
          comment: weekComment(of: week, behind: line, like: earlier ?? weeks.first?.0))
      } else {
        fill(section, with: .object([line]), depth: 1)
      }
    }
  }

  /// Takes a shift out, with its line where it is the only one of it.
  private mutating func drop(_ shift: ConfigEntry, of line: ConfigEntry, in weeks: ConfigNode) {
    if line.value.entries.count > 1 {
      remove(shift, from: line.value)
    } else if weeks.entries.count > 1 {
      remove(line, from: weeks)
    } else {
      replace(line.value.place.range, by: "{}")
    }
  }

  /// `   # W05` in the column of the comment of a neighbouring line, where that names its week so.
  private func weekComment(
    of week: ShiftWeek, behind line: JSON.Member, like neighbour: ConfigEntry?
  )
    -> String?
  {
    guard let neighbour, neighbour.value.isBracketed else { return nil }
    let end = neighbour.value.end
    let gap = source.bytes[end...].prefix { $0 == 0x20 }.count
    guard source.bytes[(end + gap)...].starts(with: Array("# W".utf8)) else { return nil }
    let column = end + gap - neighbour.keyPlace.range.lowerBound
    let width = max(1, column - "\(line.key): \(flow(line.value))".utf8.count)
    let number = ISOWeek(holding: week.start).number
    return String(repeating: " ", count: width) + "# " + number
  }
}

extension ShiftWeek {
  /// The week that a key of `shifts` or `pins` means, nil where it means none.
  fileprivate init?(key: String, handover: Weekday, _ use: AssignmentUse) {
    var reading = Reading(SourceText(path: "", text: key))
    reading.handover = handover
    let place = Place(reading.source, 0..<key.utf8.count)
    guard let week = reading.week(Written(key, at: place, style: .plain), use) else { return nil }
    self = week
  }
}
