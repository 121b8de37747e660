import ICalendar

/// The version of Rota, as `rota --version` prints it.
enum Version {
  static let current = "0.1.0"
  /// Of the manual page.
  static let date = "November 29, 2026"
}

extension Environment {
  /// Which zone data the answers rest on: `time zone data 2025b`.
  var zoneReleaseText: String {
    "time zone data " + (zoneRelease?.description ?? "of unknown release")
  }
}
