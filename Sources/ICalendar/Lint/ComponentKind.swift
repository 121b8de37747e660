/// What RFC 5545 and its later parts (7808, 7953, 7986, 9073, 9074, 9253) say of a component: the
/// properties it must, may and may repeatedly have.
struct ComponentKind: Sendable {
  /// `5545 3.6.1`.
  let section: String
  let required: [String]
  let once: Set<String>
  let any: Set<String>
  /// Where it may stand; empty for the top.
  let parents: Set<String>

  /// Nil for components that none of them knows.
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
        RDATE IMAGE CONFERENCE STYLED-DESCRIPTION STRUCTURED-DATA
        """, in: "VCALENDAR"),
    "VTODO": ComponentKind(
      "3.6.2", required: "DTSTAMP UID",
      once: """
        CLASS COMPLETED CREATED DESCRIPTION DTSTART GEO LAST-MODIFIED LOCATION ORGANIZER \
        PERCENT-COMPLETE PRIORITY RECURRENCE-ID SEQUENCE STATUS SUMMARY URL DUE DURATION COLOR
        """,
      any: """
        RRULE ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE REQUEST-STATUS RELATED-TO RESOURCES \
        RDATE IMAGE CONFERENCE STYLED-DESCRIPTION STRUCTURED-DATA
        """, in: "VCALENDAR"),
    "VJOURNAL": ComponentKind(
      "3.6.3", required: "DTSTAMP UID",
      once: """
        CLASS CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL COLOR
        """,
      any: """
        RRULE ATTACH ATTENDEE CATEGORIES COMMENT CONTACT DESCRIPTION EXDATE RELATED-TO RDATE \
        REQUEST-STATUS IMAGE STYLED-DESCRIPTION STRUCTURED-DATA
        """, in: "VCALENDAR"),
    "VFREEBUSY": ComponentKind(
      "3.6.4", required: "DTSTAMP UID", once: "CONTACT DTSTART DTEND ORGANIZER URL",
      any: "ATTENDEE COMMENT FREEBUSY REQUEST-STATUS", in: "VCALENDAR"),
    "VTIMEZONE": ComponentKind(
      "3.6.5", required: "TZID", once: "LAST-MODIFIED TZURL TZUNTIL", any: "TZID-ALIAS-OF",
      in: "VCALENDAR"),
    "STANDARD": observance,
    "DAYLIGHT": observance,
    "VALARM": ComponentKind(
      "3.6.6", required: "ACTION TRIGGER", once: "DURATION REPEAT UID ACKNOWLEDGED PROXIMITY",
      any: "ATTACH DESCRIPTION SUMMARY ATTENDEE RELATED-TO STYLED-DESCRIPTION",
      in: "VEVENT VTODO"),
    "VAVAILABILITY": ComponentKind(
      "3.1", of: "7953", required: "DTSTAMP UID",
      once: """
        BUSYTYPE CLASS CREATED DESCRIPTION DTSTART LAST-MODIFIED LOCATION ORGANIZER PRIORITY SEQUENCE \
        SUMMARY URL DTEND DURATION
        """, any: "CATEGORIES COMMENT CONTACT", in: "VCALENDAR"),
    "AVAILABLE": ComponentKind(
      "3.1", of: "7953", required: "DTSTAMP DTSTART UID",
      once: """
        CREATED DESCRIPTION LAST-MODIFIED LOCATION RECURRENCE-ID RRULE SUMMARY DTEND DURATION
        """, any: "CATEGORIES COMMENT CONTACT EXDATE RDATE", in: "VAVAILABILITY"),
    "PARTICIPANT": ComponentKind(
      "7.1", of: "9073", required: "UID PARTICIPANT-TYPE",
      once: """
        CALENDAR-ADDRESS CREATED DESCRIPTION DTSTAMP GEO LAST-MODIFIED PRIORITY SEQUENCE STATUS \
        SUMMARY URL
        """,
      any: """
        ATTACH CATEGORIES COMMENT CONTACT LOCATION REQUEST-STATUS RELATED-TO RESOURCES \
        STYLED-DESCRIPTION STRUCTURED-DATA
        """, in: "VEVENT VTODO VJOURNAL VFREEBUSY"),
    "VLOCATION": ComponentKind(
      "7.2", of: "9073", required: "UID",
      once: "DESCRIPTION GEO NAME LOCATION-TYPE URL",
      any: "STYLED-DESCRIPTION STRUCTURED-DATA",
      in: "VEVENT VTODO VJOURNAL VFREEBUSY PARTICIPANT VALARM VAVAILABILITY AVAILABLE"),
    "VRESOURCE": ComponentKind(
      "7.3", of: "9073", required: "UID",
      once: "DESCRIPTION GEO NAME RESOURCE-TYPE",
      any: "STYLED-DESCRIPTION STRUCTURED-DATA",
      in: "VEVENT VTODO VJOURNAL VFREEBUSY PARTICIPANT"),
  ]

  private static let observance = ComponentKind(
    "3.6.5", required: "DTSTART TZOFFSETTO TZOFFSETFROM", once: "",
    any: "RRULE COMMENT RDATE TZNAME",
    in: "VTIMEZONE")

  private init(
    _ section: String, of standard: String = "5545", required: String, once: String, any: String,
    in parents: String
  ) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    self.section = standard + " " + section
    self.required = words(required)
    self.once = Set(words(once))
    // These may stand in any component (RFC 9253 8).
    self.any = Set(words(any + " CONCEPT LINK REFID"))
    self.parents = Set(words(parents))
  }
}
