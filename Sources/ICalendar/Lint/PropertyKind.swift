/// What RFC 5545 and its later parts (7808, 7953, 7986, 9073, 9074, 9253) say of a property by
/// itself: its value and where it is defined.
struct PropertyKind: Sendable {
  /// Value types (RFC 5545 3.3).
  enum Value: String, Sendable {
    case text, texts, uri, attachment, utc, date, dates, duration, trigger, periods, offset, integer
    case rule, geo, address, keyword, color, open
  }

  let value: Value
  /// `5545 3.8.1.12`.
  let section: String

  /// Nil for properties that none of them knows.
  static func named(_ name: String) -> PropertyKind? { kinds[name] }

  private static let kinds: [String: PropertyKind] = {
    var kinds: [String: PropertyKind] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let value = Value(rawValue: words[1]) else {
        preconditionFailure("\(words[1]) is no value type")
      }
      kinds[words[0]] = PropertyKind(value: value, section: words[2] + " " + words[3])
    }
    return kinds
  }()

  private static let table = """
    CALSCALE keyword 5545 3.7.1
    METHOD keyword 5545 3.7.2
    PRODID text 5545 3.7.3
    VERSION keyword 5545 3.7.4
    ATTACH attachment 5545 3.8.1.1
    CATEGORIES texts 5545 3.8.1.2
    CLASS keyword 5545 3.8.1.3
    COMMENT text 5545 3.8.1.4
    DESCRIPTION text 5545 3.8.1.5
    GEO geo 5545 3.8.1.6
    LOCATION text 5545 3.8.1.7
    PERCENT-COMPLETE integer 5545 3.8.1.8
    PRIORITY integer 5545 3.8.1.9
    RESOURCES texts 5545 3.8.1.10
    STATUS keyword 5545 3.8.1.11
    SUMMARY text 5545 3.8.1.12
    COMPLETED utc 5545 3.8.2.1
    DTEND date 5545 3.8.2.2
    DUE date 5545 3.8.2.3
    DTSTART date 5545 3.8.2.4
    DURATION duration 5545 3.8.2.5
    FREEBUSY periods 5545 3.8.2.6
    TRANSP keyword 5545 3.8.2.7
    TZID text 5545 3.8.3.1
    TZNAME text 5545 3.8.3.2
    TZOFFSETFROM offset 5545 3.8.3.3
    TZOFFSETTO offset 5545 3.8.3.4
    TZURL uri 5545 3.8.3.5
    ATTENDEE address 5545 3.8.4.1
    CONTACT text 5545 3.8.4.2
    ORGANIZER address 5545 3.8.4.3
    RECURRENCE-ID date 5545 3.8.4.4
    RELATED-TO text 5545 3.8.4.5
    URL uri 5545 3.8.4.6
    UID text 5545 3.8.4.7
    EXDATE dates 5545 3.8.5.1
    RDATE dates 5545 3.8.5.2
    RRULE rule 5545 3.8.5.3
    ACTION keyword 5545 3.8.6.1
    REPEAT integer 5545 3.8.6.2
    TRIGGER trigger 5545 3.8.6.3
    CREATED utc 5545 3.8.7.1
    DTSTAMP utc 5545 3.8.7.2
    LAST-MODIFIED utc 5545 3.8.7.3
    SEQUENCE integer 5545 3.8.7.4
    REQUEST-STATUS text 5545 3.8.8.3
    NAME text 7986 5.1
    REFRESH-INTERVAL duration 7986 5.7
    SOURCE uri 7986 5.8
    COLOR color 7986 5.9
    IMAGE attachment 7986 5.10
    CONFERENCE uri 7986 5.11
    TZUNTIL utc 7808 7.1
    TZID-ALIAS-OF text 7808 7.2
    BUSYTYPE keyword 7953 3.2
    LOCATION-TYPE texts 9073 6.1
    PARTICIPANT-TYPE keyword 9073 6.2
    RESOURCE-TYPE keyword 9073 6.3
    CALENDAR-ADDRESS address 9073 6.4
    STYLED-DESCRIPTION open 9073 6.5
    STRUCTURED-DATA open 9073 6.6
    CONCEPT uri 9253 8.1
    LINK open 9253 8.2
    REFID text 9253 8.3
    ACKNOWLEDGED utc 9074 6.1
    PROXIMITY keyword 9074 8.1
    """
}
