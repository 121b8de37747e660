internal import ConfigText
package import Dates
package import Diagnostics
package import RotaModel

/// A change that a command makes to a rota file.
package enum RotaEdit: Sendable {
  /// Who holds a shift; nil leaves it to nobody.
  case hold(ShiftWeek, RotationID, EngineerID?)
  /// Who owns a project; no entries leave it to nobody.
  case own(ProjectID, [EngineerSpan])
  case addCover(Cover)
  /// With the comments right above it and behind it. Does nothing where there is no such cover.
  case dropCover(Cover)
  /// Leaves a cover one or two stretches of its days, in order; its comment stays with each. Does
  /// nothing where there is no such cover.
  case cutCover(Cover, [Range<Day>])
}

/// Edits a rota file: order, comments, quoting and every line that need not change stay.
///
/// Reading the new text gives the old rota with the edits made.
package func edit(_ source: SourceText, _ edits: [RotaEdit], of team: Team) -> EditedText {
  var source = source
  for edit in edits {
    guard let root = readConfig(source).root else {
      return .refused(readRota(source, of: team).diagnostics)
    }
    var changes = TextChanges(source)
    changes.make(
      edit, in: root, handover: weekdayOfShifts(root) ?? team.handover.weekday)
    source = SourceText(path: source.path, bytes: changes.bytes)
  }
  let mistakes = readRota(source, of: team).diagnostics
  return mistakes.isEmpty ? .text(source.bytes) : .refused(mistakes)
}

extension TextChanges {
  fileprivate mutating func make(_ edit: RotaEdit, in root: ConfigNode, handover: Weekday) {
    switch edit {
    case .hold(let week, let rotation, let engineer):
      assign(
        engineer, to: rotation, in: week, key: week.description, section: "shifts",
        behind: "period", of: root,
        handover: handover, use: .shifts)
    case .own(let project, let entries):
      setOwners(of: project, to: entries.map(\.text), in: root)
    case .addCover(let cover):
      let item = cover.json
      if let covers = root.entry(of: "covers") {
        if covers.value.isList {
          append(item, to: covers.value)
        } else {
          fill(covers, with: .array([item]))
        }
      } else {
        addSection("covers", .array([item]), to: root)
      }
    case .cutCover(let cover, let stretches):
      guard let covers = root.entry(of: "covers")?.value,
        let index = covers.items.firstIndex(where: { isCover($0, cover) })
      else { return }
      cut(index, of: covers, cover, to: stretches)
    case .dropCover(let cover):
      guard let covers = root.entry(of: "covers"),
        let index = covers.value.items.firstIndex(where: { isCover($0, cover) })
      else { return }
      if covers.value.items.count == 1 {
        remove(covers, from: root)
      } else {
        removeItem(index, from: covers.value, withComments: true)
      }
    }
  }

  private mutating func cut(
    _ index: Int, of covers: ConfigNode, _ cover: Cover, to stretches: [Range<Day>]
  ) {
    guard let first = stretches.first, let last = stretches.last,
      let from = covers.items[index].value(of: "from"), let to = covers.items[index].value(of: "to")
    else { return }
    func set(_ node: ConfigNode, _ day: Day) -> (Range<Int>, String) {
      (node.place.range, written(day.description, like: node))
    }
    if stretches.count > 1 { copyItem(index, of: covers, with: [set(from, last.lowerBound)]) }
    for (range, text) in [set(from, first.lowerBound), set(to, first.upperBound - 1)] {
      replace(range, by: text)
    }
  }

  private mutating func setOwners(of project: ProjectID, to texts: [String], in root: ConfigNode) {
    let member = JSON.Member(project.text, .array(texts.map(JSON.string)))
    guard let owners = root.entry(of: "owners") else {
      return addSection("owners", .object([member]), to: root)
    }
    if let entry = owners.value.entry(of: project.text) {
      setItems(of: entry, to: texts)
    } else if owners.value.isMap {
      add(member, to: owners.value, of: owners, after: owners.value.entries.last)
    } else if owners.value.isList {
      // `owners: []`
      replace(owners.value.place.range, by: flow(.object([member])))
    } else {
      fill(owners, with: .object([member]), depth: 1)
    }
  }
}

private func isCover(_ item: ConfigNode, _ cover: Cover) -> Bool {
  cover.jsonMembers.allSatisfy { .string(item.value(of: $0.key)?.scalar ?? "") == $0.value }
}
