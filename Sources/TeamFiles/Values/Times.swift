import Dates
internal import Diagnostics
internal import RotaModel

extension Reading {
  /// `Monday` or `Mon`, in any case.
  mutating func weekday(_ text: Written) -> Weekday? {
    if let weekday = Weekday(named: text.text) { return weekday }
    let names = Weekday.allCases.map(\.name) + Weekday.allCases.map(\.shortName)
    let guess = nearest(to: text.text, among: names)
    report(
      "bad-weekday", "`\(text.text)` is not a weekday", at: text.place,
      help: guess.map { ["did you mean `\($0)`?"] }
        ?? ["a weekday is written in full or with three letters: `Monday`, `Mon`"])
    return nil
  }

  /// `09:00`.
  mutating func time(_ text: Written) -> LocalTime? {
    let pieces = text.text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { digits(String(decoding: $0, as: UTF8.self)) }
    let time = numbers.count == 2 ? LocalTime(hour: numbers[0], minute: numbers[1]) : nil
    if pieces.count == 2, let time, time.description == text.text { return time }
    let fix = pieces.count == 2 && pieces.last?.count == 2 ? time : nil
    report(
      "bad-time", "`\(text.text)` is not a time of day", at: text.place,
      help: [
        fix.map { "did you mean `\($0)`?" } ?? "a time is written from `00:00` to `23:59`"
      ])
    return nil
  }

  /// `Monday 09:00`.
  mutating func weekdayAndTime(_ text: Written) -> (weekday: Weekday, time: LocalTime)? {
    let words = text.words
    guard words.count == 2 else {
      report(
        "bad-time", "`\(text.text)` is not a weekday and a time", at: text.place,
        help: ["write both: `Monday 09:00`"])
      return nil
    }
    let weekday = weekday(words[0])
    let time = time(words[1])
    guard let weekday, let time else { return nil }
    return (weekday, time)
  }

  /// `first Thursday 15:00`; the ordinal is 1 to 4, or -1 for the last.
  mutating func monthly(_ text: Written) -> (ordinal: Int, weekday: Weekday, time: LocalTime)? {
    let words = text.words
    guard words.count == 3 else {
      report(
        "bad-time", "`\(text.text)` is not a day of the month and a time", at: text.place,
        help: ["write which weekday of the month and when: `first Thursday 15:00`"])
      return nil
    }
    let ordinal = ordinal(words[0])
    let weekday = weekday(words[1])
    let time = time(words[2])
    guard let ordinal, let weekday, let time else { return nil }
    return (ordinal, weekday, time)
  }

  private mutating func ordinal(_ text: Written) -> Int? {
    let names = ["first", "second", "third", "fourth", "last"]
    if let index = names.firstIndex(of: text.text.lowercased()) {
      return index == 4 ? -1 : index + 1
    }
    let guess = nearest(to: text.text, among: names)
    report(
      "bad-time", "`\(text.text)` does not say which one of the month", at: text.place,
      help: guess.map { ["did you mean `\($0)`?"] } ?? ["allowed: \(listing(names))"])
    return nil
  }

  /// `90 minutes` or `2 hours`, in minutes: 1 minute to 24 hours.
  mutating func minutes(_ text: Written) -> Int? {
    let units = [("minute", 1), ("hour", 60)]
    return amount(text, units: units, atMost: 24 * 60, example: "90 minutes", limit: "24 hours")
  }

  /// `4 weeks`, 1 to 52.
  mutating func weeks(_ text: Written) -> Int? {
    amount(text, units: [("week", 1)], atMost: 52, example: "4 weeks", limit: "52 weeks")
  }

  private mutating func amount(
    _ text: Written, units: [(name: String, size: Int)], atMost most: Int, example: String,
    limit: String
  ) -> Int? {
    let words = text.words
    guard words.count == 2, let number = digits(words[0].text) else {
      report(
        "bad-duration", "`\(text.text)` is not a duration", at: text.place,
        help: ["write a whole number and a unit: `\(example)`"])
      return nil
    }
    guard let unit = units.first(where: { [$0.name, $0.name + "s"].contains(words[1].text) }) else {
      let names = units.map { $0.name + "s" }
      let guess = nearest(to: words[1].text, among: names)
      report(
        "bad-duration", "`\(words[1].text)` is not a unit allowed here", at: words[1].place,
        help: guess.map { ["did you mean `\(number) \($0)`?"] } ?? ["allowed: \(listing(names))"])
      return nil
    }
    let amount = number * unit.size
    guard (1...most).contains(amount) else {
      report(
        "out-of-range", "`\(text.text)` is out of range", at: text.place,
        label: "1 \(units[0].name) to \(limit)")
      return nil
    }
    return amount
  }

  /// `80%`, 1% to 100%.
  mutating func percent(_ text: Written) -> Int? {
    let number = text.text.utf8.last == 0x25 ? digits(text.text.dropLast()) : nil
    guard let number, text.text == "\(number)%" else {
      let meant = digits(text.text).flatMap { (1...100).contains($0) ? $0 : nil }
      report(
        "bad-percent", "`\(text.text)` is not a percentage", at: text.place,
        help: [meant.map { "did you mean `\($0)%`?" } ?? "write a whole number and `%`: `80%`"])
      return nil
    }
    guard (1...100).contains(number) else {
      report("out-of-range", "`\(text.text)` is out of range", at: text.place, label: "1% to 100%")
      return nil
    }
    return number
  }
}
