/// What RFC 5545 and 7986 say of a component: the properties it must, may and may repeatedly have.
struct ComponentKind: Sendable {
  let section: String
  let required: [String]
  let once: Set<String>
  let any: Set<String>
  /// Where it may stand; empty for the top.
  let parents: Set<String>

  /// Nil for components that RFC 5545 does not know.
  static func named(_ name: String) -> ComponentKind? { kinds[name] }

  private static let kinds: [String: ComponentKind] = [
    "VCALENDAR": ComponentKind(
      "3.6", required: "PRODID VERSION",
      once: "CALSCALE METHOD UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR",
      any: "NAME DESCRIPTION CATEGORIES IMAGE", in: ""),
    "VEVENT": ComponentKind(
      "3.6.1", required: "DTSTAMP UID",
      once: """
        DTSTART CLASS CREATED DESCRIPTION GEO LAST-MODIFIED LOCATION ORGANIZER PRIORITY SEQUENCE \
        STATUS SUMMARY TRANSP URL RECURRENCE-ID DTEND DURATION COLOR
        """,
      any: """
        RRULE ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE REQUEST-STATUS RELATED-TO RESOURCES \
        RDATE IMAGE CONFERENCE
        """, in: "VCALENDAR"),
    "VTODO": ComponentKind(
      "3.6.2", required: "DTSTAMP UID",
      once: """
        CLASS COMPLETED CREATED DESCRIPTION DTSTART GEO LAST-MODIFIED LOCATION ORGANIZER \
        PERCENT-COMPLETE PRIORITY RECURRENCE-ID SEQUENCE STATUS SUMMARY URL DUE DURATION COLOR
        """,
      any: """
        RRULE ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE REQUEST-STATUS RELATED-TO RESOURCES \
        RDATE IMAGE CONFERENCE
        """, in: "VCALENDAR"),
    "VJOURNAL": ComponentKind(
      "3.6.3", required: "DTSTAMP UID",
      once: """
        CLASS CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL COLOR
        """,
      any: """
        RRULE ATTACH ATTENDEE CATEGORIES COMMENT CONTACT DESCRIPTION EXDATE RELATED-TO RDATE \
        REQUEST-STATUS IMAGE
        """, in: "VCALENDAR"),
    "VFREEBUSY": ComponentKind(
      "3.6.4", required: "DTSTAMP UID", once: "CONTACT DTSTART DTEND ORGANIZER URL",
      any: "ATTENDEE COMMENT FREEBUSY REQUEST-STATUS", in: "VCALENDAR"),
    "VTIMEZONE": ComponentKind(
      "3.6.5", required: "TZID", once: "LAST-MODIFIED TZURL", any: "", in: "VCALENDAR"),
    "STANDARD": observance,
    "DAYLIGHT": observance,
    "VALARM": ComponentKind(
      "3.6.6", required: "ACTION TRIGGER", once: "DURATION REPEAT UID ACKNOWLEDGED PROXIMITY",
      any: "ATTACH DESCRIPTION SUMMARY ATTENDEE RELATED-TO", in: "VEVENT VTODO"),
  ]

  private static let observance = ComponentKind(
    "3.6.5", required: "DTSTART TZOFFSETTO TZOFFSETFROM", once: "",
    any: "RRULE COMMENT RDATE TZNAME",
    in: "VTIMEZONE")

  private init(
    _ section: String, required: String, once: String, any: String, in parents: String
  ) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    self.section = section
    self.required = words(required)
    self.once = Set(words(once))
    self.any = Set(words(any))
    self.parents = Set(words(parents))
  }
}
