/// Finds the zone that a TZID means: the file's own VTIMEZONE, an IANA name, or what Windows and
/// others write instead of one.
struct ZoneResolver {
  enum Resolution {
    case zone(Zone)
    case unknown
    case failed(ZoneError)
  }

  /// Calendars of one file may each define a zone of the same name.
  private struct Key: Hashable {
    let calendar: Int
    let tzid: String
  }

  private let directory: ZoneDirectory
  private var own: [Key: Component] = [:]
  private var known: [Key: Resolution] = [:]
  private var named: [String: Resolution] = [:]
  private var budget = ExpansionBudget()
  /// The names of all zones by their capitals; made when a name is first not found as it is.
  private var spellings: [String: String]?

  init(_ directory: ZoneDirectory, calendars: [Component]) {
    self.directory = directory
    for (index, calendar) in calendars.enumerated() {
      for component in calendar.components where component.name == "VTIMEZONE" {
        guard let property = component["TZID"] else { continue }
        // A property's value is escaped, a parameter's is not; some writers escape both.
        for tzid in [property.rawValue, property.text] {
          let key = Key(calendar: index, tzid: ZoneResolver.trimmed(tzid))
          if own[key] == nil { own[key] = component }
        }
      }
    }
  }

  /// The zone of a TZID in the `calendar`-th calendar of the file.
  mutating func resolve(_ tzid: String, calendar: Int) -> Resolution {
    let tzid = ZoneResolver.trimmed(tzid)
    let key = Key(calendar: calendar, tzid: tzid)
    if let resolution = known[key] { return resolution }
    var resolution = Resolution.unknown
    if let component = own[key],
      let zone = try? Zone(component, named: try? directory.zone(named: tzid), budget: &budget)
    {
      resolution = .zone(zone)
    } else if let resolved = named[tzid] {
      resolution = resolved
    } else {
      resolution = search(tzid)
      named[tzid] = resolution
    }
    known[key] = resolution
    return resolution
  }

  private mutating func search(_ tzid: String) -> Resolution {
    if ["UTC", "Z", "GMT"].contains(EscapedText.capitals(tzid.utf8)) { return .zone(.utc) }
    for name in ZoneResolver.candidates(for: tzid) {
      do {
        return .zone(try zone(named: name))
      } catch .unknownName {
        continue
      } catch {
        return .failed(error)
      }
    }
    return ZoneResolver.fixedOffset(in: tzid).map {
      .zone(Zone(name: tzid, offset: Zone.Offset(seconds: $0)))
    } ?? .unknown
  }

  /// The IANA names a TZID may mean, the likeliest first.
  private static func candidates(for tzid: String) -> [String] {
    if let name = WindowsZones.name(forStandardName: tzid) { return [name] }
    if tzid.utf8.first == UInt8(ascii: "("),
      let close = tzid.utf8.firstIndex(of: UInt8(ascii: ")"))
    {
      let label = String(tzid[close...].dropFirst())
      return WindowsZones.places(in: label).compactMap(WindowsZones.name(forPlace:))
    }
    // `/mozilla.org/20050126_1/America/Argentina/Salta`: names have up to three parts.
    let parts = tzid.split(separator: "/")
    let suffixes = (1...3).reversed().filter { $0 <= parts.count }.map {
      parts.suffix($0).joined(separator: "/")
    }
    return suffixes.map { String($0.map { $0 == " " ? "_" : $0 }) }
  }

  /// The zone of a name in any case.
  private mutating func zone(named name: String) throws(ZoneError) -> Zone {
    do {
      return try directory.zone(named: name)
    } catch .unknownName {
      let spellings =
        self.spellings
        ?? Dictionary(
          directory.names().map { (EscapedText.capitals($0.utf8), $0) },
          uniquingKeysWith: { first, _ in first })
      self.spellings = spellings
      guard let spelled = spellings[EscapedText.capitals(name.utf8)] else {
        throw .unknownName(name)
      }
      return try directory.zone(named: spelled)
    }
  }

  /// Seconds of `UTC+01:00`, `GMT-5`, `(UTC+05:30) Somewhere`, `+0100`.
  private static func fixedOffset(in tzid: String) -> Int? {
    var text = EscapedText.capitals(tzid.utf8)[...]
    let isLabel = text.first == "("
    if isLabel {
      guard let close = text.firstIndex(of: ")") else { return nil }
      text = text[..<close].dropFirst()
    }
    if text.hasPrefix("UTC") || text.hasPrefix("GMT") { text = text.dropFirst(3) }
    if text.isEmpty, isLabel { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" && $0 != "." }
    switch digits.utf8.count {
    case 1: return Zone.Offset.seconds("\(sign)0\(digits)00")
    case 2: return Zone.Offset.seconds("\(sign)\(digits)00")
    default: return Zone.Offset.seconds("\(sign)\(digits)")
    }
  }

  private static func trimmed(_ tzid: String) -> String {
    let blanks: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "\"") }
    guard tzid.utf8.first.map(blanks) == true || tzid.utf8.last.map(blanks) == true else {
      return tzid
    }
    let trimmed = tzid.utf8.drop(while: blanks).reversed().drop(while: blanks).reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }
}
