import Dates
internal import RotaModel

extension Reading {
  /// A path relative to the team file.
  mutating func path(_ text: Written) -> String? {
    if let first = text.text.utf8.first, first != 0x2F { return text.text }
    report(
      "bad-path", "a path is relative to the team file", at: text.place,
      help: ["write a path that does not begin with `/`, such as `../rotas`"])
    return nil
  }

  /// The path of a calendar, which no address is.
  mutating func calendarPath(_ text: Written) -> String? { isAddress(text) ? nil : path(text) }

  /// Whether an address is named where a file is due, which is reported: Rota reaches for nothing
  /// beyond the files it is given.
  mutating func isAddress(_ text: Written) -> Bool {
    guard text.text.utf8.contains(UInt8(ascii: ":")),
      let scheme = text.text.firstRange(of: "://"), scheme.lowerBound > text.text.startIndex
    else { return false }
    let file = fileName(inAddress: text.text[scheme.upperBound...]) ?? "calendar.ics"
    report(
      "bad-path", "addresses are not read: a calendar is a file", at: text.place,
      label: "an address",
      help: [
        "fetch it into a file beside the team file, such as with `curl -o \(file) ADDRESS` in a "
          + "scheduled job",
        "name that file: `calendar: \(file)`",
      ])
    return true
  }

  /// The last part of an address, where it is the plain name of a calendar file.
  private func fileName(inAddress address: Substring) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let name = path.split(separator: "/").dropFirst().last, name.hasSuffix(".ics"),
      EngineerID.allows(String(name.dropLast(4)))
    else { return nil }
    return String(name)
  }
}
