internal import ConfigText
internal import Diagnostics
internal import RotaModel

/// The names a team file declares, each with its place.
struct Names: Sendable {
  /// Names of one kind.
  struct Declared: Sendable {
    /// Each once, in the file's order.
    private(set) var all: [String] = []
    /// Where each is declared; nil for what holds without being written.
    private var places: [String: Place?] = [:]

    init(_ names: [Located<String>] = []) {
      for name in names where !contains(name.value) { add(name.value, at: name.place) }
    }

    mutating func add(_ name: String, at place: Place?) {
      all.append(name)
      places[name] = .some(place)
    }

    func contains(_ name: String) -> Bool { places[name] != nil }
    func place(of name: String) -> Place? { places[name] ?? nil }
  }

  /// nil stands for names that are not known: any is taken. So it is in a rota file, whose names
  /// the rules judge, and where a section could not be read, so that one mistake is not told a
  /// hundred times.
  private(set) var engineers: Declared?
  /// The engineers with a full name.
  private var named: [(name: String, id: String)] = []
  /// Whose full name each of these is, by its words: ids. Most files name nobody so.
  private lazy var fullNames = Dictionary(grouping: named) { Words($0.name).words }
    .mapValues { $0.map(\.id) }
  private(set) var rotations: Declared?
  private(set) var projects: Declared?
  private(set) var holidays: Declared?
  /// Every skill that some engineer has.
  private(set) var skills: Declared?

  /// No name is known.
  init() {}

  /// Any name is taken; engineers' full names are known, since they are no ids.
  init(fullNamesOf team: Team) {
    named = team.engineers.filter { $0.name != $0.id.text }.map { ($0.name, $0.id.text) }
  }

  /// The names declared in a team file.
  init(declaredIn root: ConfigNode) {
    engineers = Names.keys(of: "engineers", in: root)
    // Who is declared by what is no id is known by the id that is proposed: one mistake, one message.
    for id in (engineers?.all ?? []).compactMap(Reading.idMeant)
    where engineers?.contains(id) == false {
      engineers?.add(id, at: nil)
    }
    named = Names.fullNames(in: root)
    rotations = Names.keys(of: "rotations", in: root)
    projects = Names.keys(of: "projects", in: root)
    holidays = Names.keys(of: "holidays", in: root)
    skills = Names.skills(in: root)
    if rotations?.all.isEmpty == true { rotations?.add(Rotation.usual.id.text, at: nil) }
  }

  /// The ids of the engineers with a full name, whatever its case and accents.
  mutating func engineers(withFullName text: String) -> [String] {
    fullNames[Words(text).words] ?? []
  }

  private static func fullNames(in root: ConfigNode) -> [(name: String, id: String)] {
    guard let engineers = root.value(of: "engineers"), engineers.isMap else { return [] }
    return engineers.entries.compactMap { engineer in
      engineer.value.value(of: "name")?.scalar.map { ($0, engineer.key) }
    }
  }

  private static func keys(of section: String, in root: ConfigNode) -> Declared? {
    guard let node = root.value(of: section), node.isSet else {
      return isMisspelt(section, in: root) ? nil : Declared()
    }
    guard node.isMap else { return nil }
    return Declared(node.entries.map { Located($0.key, at: $0.keyPlace) })
  }

  /// Whether a section is missing because its key, which is reported, is not written right.
  private static func isMisspelt(_ section: String, in root: ConfigNode) -> Bool {
    let known = teamKeys.fields.map(\.name)
    return root.entries.prefix(100).contains {
      !known.contains($0.key) && teamKeys.meant(by: $0.key) == section
    }
  }

  private static func skills(in root: ConfigNode) -> Declared? {
    guard let engineers = root.value(of: "engineers"), engineers.isMap else { return nil }
    var skills: [Located<String>] = []
    for engineer in engineers.entries {
      guard let node = engineer.value.value(of: "skills"), node.isSet else { continue }
      guard node.isList else { return nil }
      for item in node.items {
        if let skill = item.scalar { skills.append(Located(skill, at: item.place)) }
      }
    }
    return Declared(skills)
  }
}
