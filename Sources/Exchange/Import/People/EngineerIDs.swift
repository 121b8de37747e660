internal import RotaModel

/// Ids for people whom a file names and the team does not know.
enum EngineerIDs {
  /// `ann-lee`, with a number where that is taken.
  ///
  /// - Parameter other: the id of a name without any letter of ASCII.
  static func new(_ name: String, _ taken: inout Set<String>, without other: String) -> String {
    let words = Words(name).words.map { $0.filter { $0.isASCII } }.filter { !$0.isEmpty }
    let stem = String(words.joined(separator: "-").prefix(60))
    let plain = stem.first?.isLetter == true ? stem : stem.isEmpty ? other : "\(other)-\(stem)"
    var id = plain
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(plain)-\(number)"
      number += 1
    }
    return id
  }
}
