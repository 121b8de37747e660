/// The words that people write where nobody has a shift.
enum NobodyWords {
  private static let words: Set<String> = [
    "-", "–", "n/a", "none", "nobody", "tbd", "tbc", "vacant", "?",
  ]

  static func contains(_ text: String) -> Bool { words.contains(text.lowercased()) }
}
