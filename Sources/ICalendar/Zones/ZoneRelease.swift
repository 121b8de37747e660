/// The release of the zone data, such as `2025b`: a year and a letter, as IANA counts them.
package struct ZoneRelease: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  package let year: Int

  /// nil for anything but a year and small letters.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.prefix(4)
    let letters = text.utf8.dropFirst(4)
    guard digits.count == 4, let year = Int(text.prefix(4)), year > 1990,
      (1...2).contains(letters.count), letters.allSatisfy({ 0x61...0x7A ~= $0 })
    else { return nil }
    self.year = year
    description = String(text)
  }
}

extension ZoneDirectory {
  /// The release as the folder itself tells it; nil where it does not.
  ///
  /// `tzdata.zi` begins with `# version 2025b` (Debian, Fedora, Arch); `+VERSION` holds the release
  /// alone (macOS, the BSDs).
  package var release: ZoneRelease? {
    for (file, words) in [("tzdata.zi", "# version "), ("+VERSION", ""), ("version", "")] {
      guard let start = start(of: file) else { continue }
      let line = String(decoding: start.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
      if line.hasPrefix(words), let release = ZoneRelease(line.dropFirst(words.utf8.count)) {
        return release
      }
    }
    return nil
  }
}
