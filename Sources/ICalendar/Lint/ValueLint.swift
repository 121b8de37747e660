/// Checks one property: its value, its VALUE and TZID parameters, its encoding.
struct ValueLint {
  private let property: Property
  private let kind: PropertyKind
  private let zones: Set<String>
  private let component: String

  init(_ property: Property, _ kind: PropertyKind, zones: Set<String>, in component: String) {
    self.property = property
    self.kind = kind
    self.zones = zones
    self.component = component
  }

  private var name: String { property.name }
  private var value: String { property.rawValue }
  private var valueType: String? {
    property.parameter("VALUE").map { EscapedText.capitals($0.utf8) }
  }

  func check(_ lint: inout Lint) {
    if value.unicodeScalars.contains("\u{FFFD}") {
      report("`\(name)` is not in UTF-8", section: "5545 3.1.4", &lint)
    }
    checkType(&lint)
    checkValue(&lint)
    checkZone(&lint)
  }

  /// Properties that have no value type of their own say it (RFC 7986 5.7, 5.10, 5.11).
  private func checkType(_ lint: inout Lint) {
    let wanted = [
      "REFRESH-INTERVAL": ["DURATION"], "CONFERENCE": ["URI"], "IMAGE": ["URI", "BINARY"],
    ]
    if let types = wanted[name], !types.contains(valueType ?? "") {
      report("`\(name)` needs " + types.map { "`VALUE=\($0)`" }.joined(separator: " or "), &lint)
    }
  }

  private func checkValue(_ lint: inout Lint) {
    switch kind.value {
    case .text:
      if valueType == nil || valueType == "TEXT" { checkEscapes(allowingCommas: false, &lint) }
    case .texts: checkEscapes(allowingCommas: true, &lint)
    case .uri: checkURI(&lint)
    case .attachment: if valueType != "BINARY" { checkURI(&lint) }
    case .color:
      if !ColorNames.all.contains(value.lowercased()) {
        report("`COLOR` is a colour's name in CSS 3, such as `steelblue`", &lint)
      }
    case .open: break  // any value, of the type that its `VALUE` says
    case .address: checkURI(&lint)
    case .keyword: checkKeyword(&lint)
    case .integer: checkInteger(&lint)
    case .offset:
      let isSigned = value.utf8.first == UInt8(ascii: "+") || value.utf8.first == UInt8(ascii: "-")
      let isNegativeZero = value.utf8.first == UInt8(ascii: "-") && Zone.Offset.seconds(value) == 0
      if Zone.Offset.seconds(value) == nil || !isSigned || isNegativeZero {
        report("`\(name)` is no offset from UTC such as `+0100`", section: "5545 3.3.14", &lint)
      }
    case .duration: checkDuration(&lint)
    case .trigger:
      if valueType == "DATE-TIME" { checkUTC(&lint) } else { checkDuration(&lint) }
    case .utc: checkUTC(&lint)
    case .date: checkDate(value, &lint)
    case .dates:
      for part in value.split(separator: ",", omittingEmptySubsequences: false) {
        if valueType == "PERIOD" {
          checkPeriod(part, &lint)
        } else {
          checkDate(String(part), &lint)
        }
      }
    case .periods: for part in value.split(separator: ",") { checkPeriod(part, &lint) }
    case .geo:
      let numbers = value.split(separator: ";", omittingEmptySubsequences: false)
      if numbers.count != 2 || !numbers.allSatisfy({ Double($0) != nil }) {
        report("`GEO` is no latitude and longitude such as `52.5;13.4`", &lint)
      }
    case .rule: break  // with its start, in `RuleLint`
    }
  }

  private func report(_ message: String, section: String? = nil, _ lint: inout Lint) {
    lint.error(message, section ?? kind.section, at: property.range)
  }

  // MARK: Text

  private func checkEscapes(allowingCommas: Bool, _ lint: inout Lint) {
    // RFC 5545 itself writes REQUEST-STATUS with semicolons.
    if name == "REQUEST-STATUS" { return }
    var isEscaped = false
    for byte in value.utf8 {
      if isEscaped {
        isEscaped = false
        if ![UInt8]("\\;,nN".utf8).contains(byte) {
          return report(
            "in `\(name)`, a backslash stands before none of `\\`, `;`, `,`, `n`",
            section: "5545 3.3.11", &lint)
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: ";") || (byte == UInt8(ascii: ",") && !allowingCommas) {
        let character = byte == UInt8(ascii: ";") ? ";" : ","
        return report(
          "in `\(name)`, a `\(character)` is not escaped", section: "5545 3.3.11", &lint)
      }
    }
    if isEscaped {
      report("`\(name)` ends within an escape", section: "5545 3.3.11", &lint)
    }
  }

  private func checkURI(_ lint: inout Lint) {
    let scheme = value.utf8.prefix { $0 != UInt8(ascii: ":") }
    let isScheme =
      !scheme.isEmpty && scheme.count < value.utf8.count
      && scheme.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
          || [UInt8]("+-.".utf8).contains(byte)
      }
    if !isScheme || value.utf8.contains(where: { $0 <= 0x20 }) {
      let example = kind.value == .address ? "mailto:ada@example.org" : "https://example.org/"
      report("`\(name)` is no URI such as `\(example)`", section: "5545 3.3.13", &lint)
    }
  }

  private func checkKeyword(_ lint: inout Lint) {
    let keyword = EscapedText.capitals(value.utf8)
    guard let allowed = KeywordValues.allowed(for: name, in: component) else { return }
    if !allowed.contains(keyword), !keyword.utf8.starts(with: "X-".utf8) {
      report("`\(name)` is one of \(allowed.joined(separator: ", "))", &lint)
    }
  }

  private func checkInteger(_ lint: inout Lint) {
    let ranges = ["PRIORITY": 0...9, "PERCENT-COMPLETE": 0...100]
    let range = ranges[name] ?? 0...Int(Int32.max)
    guard let number = Int(value), range.contains(number) else {
      return report("`\(name)` is a number from \(range.lowerBound) to \(range.upperBound)", &lint)
    }
  }

  // MARK: Times

  private func checkDuration(_ lint: inout Lint) {
    guard let duration = EventDuration(value), EventDuration.isByTheGrammar(value) else {
      return report("`\(name)` is no duration such as `PT15M`", section: "5545 3.3.6", &lint)
    }
    if duration.isNegative, name != "TRIGGER" {
      report("`\(name)` is negative", &lint)
    }
  }

  private func checkUTC(_ lint: inout Lint) {
    if checkHour(value, &lint) { return }
    guard case .utc? = WrittenDate(value) else {
      return report("`\(name)` is no time in UTC such as `20270104T080000Z`", &lint)
    }
  }

  /// Readers take 24:00 for the next midnight; true where it is said.
  private func checkHour(_ text: String, _ lint: inout Lint) -> Bool {
    guard text.utf8.dropFirst(9).starts(with: "24".utf8) else { return false }
    report("hours of `\(name)` go from 00 to 23", section: "5545 3.3.12", &lint)
    return true
  }

  private func checkDate(_ text: String, _ lint: inout Lint) {
    if checkHour(text, &lint) { return }
    let isDate = valueType == "DATE"
    switch WrittenDate(text) {
    case nil:
      let example = isDate ? "20270104" : "20270104T090000"
      report(
        "`\(name)` is no date\(isDate ? "" : " and time") such as `\(example)`",
        section: isDate ? "5545 3.3.4" : "5545 3.3.5", &lint)
    case .date? where !isDate:
      report("`\(name)` is a date and needs `VALUE=DATE`", &lint)
    case .local? where isDate, .utc? where isDate:
      report("`\(name)` has `VALUE=DATE` and a time", &lint)
    default: break
    }
  }

  private func checkPeriod(_ text: Substring, _ lint: inout Lint) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, WrittenDate(sides[0]) != nil,
      WrittenDate(sides[1]) != nil || EventDuration(sides[1]) != nil
    else {
      return report(
        "`\(name)` is no period such as `20270104T080000Z/PT1H`", section: "5545 3.3.9", &lint)
    }
  }

  private func checkZone(_ lint: inout Lint) {
    guard let tzid = property.parameter("TZID") else { return }
    if valueType == "DATE" {
      report("a date has no `TZID`", section: "5545 3.2.19", &lint)
    } else if value.utf8.last == UInt8(ascii: "Z") {
      report("a time in UTC has no `TZID`", section: "5545 3.2.19", &lint)
    } else if !zones.contains(tzid), tzid.utf8.first != UInt8(ascii: "/") {
      report("the calendar has no `VTIMEZONE` called `\(tzid)`", section: "5545 3.2.19", &lint)
    }
  }
}

/// Properties whose value is one of a few words.
private enum KeywordValues {
  /// Nil where any word is allowed.
  static func allowed(for name: String, in component: String) -> [String]? {
    switch (name, component) {
    case ("VERSION", _): ["2.0"]
    case ("CALSCALE", _): ["GREGORIAN"]
    case ("TRANSP", _): ["OPAQUE", "TRANSPARENT"]
    case ("BUSYTYPE", _): ["BUSY", "BUSY-UNAVAILABLE", "BUSY-TENTATIVE"]
    case ("STATUS", "VEVENT"): ["TENTATIVE", "CONFIRMED", "CANCELLED"]
    case ("STATUS", "VTODO"): ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"]
    case ("STATUS", "VJOURNAL"): ["DRAFT", "FINAL", "CANCELLED"]
    default: nil
    }
  }
}
