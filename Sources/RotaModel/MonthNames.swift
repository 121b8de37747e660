/// The months in English, from January on.
package enum MonthNames {
  package static let full = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `Jan`, `Feb`.
  package static let short = full.map { String($0.prefix(3)) }
}
