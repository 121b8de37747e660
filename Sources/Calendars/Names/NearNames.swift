internal import Diagnostics
internal import ICalendar
package import RotaModel

/// Finds whom an event most likely means that names nobody: a name or address with a slip in it, an
/// initial or a middle name too much, a first name alone.
///
/// Feeds of a whole company name thousands of strangers, so that a name is near only where a word of
/// it is right.
package struct NearNames {
  private struct Name {
    let words: [String]
    /// As the team file has it.
    let shown: String
  }

  /// Names stand at the beginning of a title.
  private static let mostWords = 12
  /// Of three letters one slip leaves too little.
  private static let leastLetters = 4
  /// As many words may stand between the first and the last of a name.
  private static let mostBetween = 2

  /// Those of at least two words, by each of these.
  private var names: [String: [Name]] = [:]
  /// First names, surnames and ids, which are near where they stand alone.
  private var alone: [Name] = []
  private let addresses: [String]

  package init(_ team: Team) {
    addresses = team.engineers.compactMap(\.email)
    for engineer in team.engineers {
      for text in [engineer.name] + engineer.aliases.map(\.value) {
        let words = Words(text).words
        guard words.count > 1 else { continue }
        for word in Set(words) { names[word, default: []].append(Name(words: words, shown: text)) }
      }
      alone.append(Name(words: Words(engineer.id.text).words, shown: engineer.id.text))
      alone += engineer.shortNames.map { Name(words: $0, shown: engineer.name) }
    }
  }

  /// As the team file has it; nil where none is near in the title or among the people of the event.
  func nearest(in event: Event) -> String? {
    let people = event.attendees + [event.organizer].compactMap(\.self)
    return nearest(in: event.summary) ?? people.lazy.compactMap { nearest(to: $0) }.first
  }

  /// O(1): of a long text the beginning alone is looked at.
  package func nearest(in text: String) -> String? {
    let start = String(text.unicodeScalars.prefix(1000))
    if let address = nearestAddress(in: start) { return address }
    let words = Array(Words(start).words.prefix(NearNames.mostWords))
    for (index, word) in words.enumerated() {
      let found = names[word]?.first { isNear($0, in: words, at: index) }
      if let found { return found.shown }
    }
    return TitleParts(start).parts.lazy.compactMap(nearestAlone(to:)).first
  }

  private func nearest(to person: Attendee) -> String? {
    nearestAddress(in: person.address) ?? nearest(in: person.name)
  }

  private func nearestAddress(in text: String) -> String? {
    for token in tokens(of: text) {
      let near = addresses.first { isNearAddress(String(token), $0) }
      if let near { return near }
    }
    return nil
  }

  /// Whether one side of the `@` is right and the other near.
  private func isNearAddress(_ written: String, _ address: String) -> Bool {
    let sides = [written, address].map { $0.lowercased().split(separator: "@").map(String.init) }
    guard sides.allSatisfy({ $0.count == 2 }) else { return false }
    let (user, domain) = (0, 1)
    return [(user, domain), (domain, user)].contains { same, other in
      sides[0][same] == sides[1][same]
        && Diagnostics.nearest(to: sides[0][other], among: [sides[1][other]]) != nil
    }
  }

  /// Whether the name stands around a word of it in some way: with slips, initials or more words.
  private func isNear(_ name: Name, in words: [String], at index: Int) -> Bool {
    for position in name.words.indices where name.words[position] == words[index] {
      let start = index - position
      guard start >= 0, start + name.words.count <= words.count else { continue }
      let stretch = words[start..<start + name.words.count]
      // The very name is there as a part of a longer one.
      if stretch.elementsEqual(name.words) { return false }
      if zip(name.words, stretch).allSatisfy(isNear) { return true }
    }
    guard name.words.first == words[index], let last = name.words.last else { return false }
    let reach = index + name.words.count + NearNames.mostBetween
    return words[index + 1..<min(reach, words.count)].contains(last)
  }

  private func isNear(_ word: String, _ written: String) -> Bool {
    if word == written || written == word.prefix(1) { return true }
    return Diagnostics.nearest(to: written, among: [word]) != nil
  }

  /// As `nearest(in:)`, also a first name, surname or id with a slip among other words: in a file
  /// of shifts everything is about somebody.
  package func nearest(inShift text: String) -> String? {
    if let near = nearest(in: text) { return near }
    let words = Words(String(text.unicodeScalars.prefix(1000))).words
    return words.prefix(NearNames.mostWords).lazy.compactMap {
      nearestAlone(to: [Substring($0)])
    }.first
  }

  /// What a part of a title that is a name alone is near to.
  private func nearestAlone(to pieces: [Substring]) -> String? {
    let words = Words(pieces.joined(separator: "-")).words
    return alone.first { name in
      guard name.words.count == words.count, name.words.first?.first == words.first?.first else {
        return false
      }
      return zip(name.words, words).allSatisfy { name, word in
        name == word
          || word.unicodeScalars.count >= NearNames.leastLetters
            && Diagnostics.nearest(to: word, among: [name]) != nil
      }
    }?.shown
  }
}
