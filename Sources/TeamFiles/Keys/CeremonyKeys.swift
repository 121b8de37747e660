internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// What the keys of `sharing`, of `pairing` and of `feedback` are read into.
struct CeremonyFields: Sendable {
  var at: (weekday: Weekday, time: LocalTime)?
  var day: (ordinal: Int, weekday: Weekday, time: LocalTime)?
  var length = 0
  var within = 0
  var thanks = 0
  var improvements = 0
  var guests: [Contact] = []
  var agenda: String?

  /// What each of them begins with; lengths in minutes.
  static let sharing = CeremonyFields(length: 45, within: 4)
  static let pairing = CeremonyFields(length: 90)
  static let feedback = CeremonyFields(thanks: 20, improvements: 40)
}

/// The keys of `sharing`.
let sharingKeys = Section<CeremonyFields>([
  Field(
    "at", .weekdayAndTime, .required, example: "Thursday 16:00",
    "The weekday and time of knowledge-sharing sessions.", to: \.at),
  Field(
    "for", .minutes, .defaults("\(CeremonyFields.sharing.length) minutes"), example: "45 minutes",
    "How long a session takes.", to: \.length),
  Field(
    "within", .weeks, .defaults("\(CeremonyFields.sharing.within) weeks"), example: "4 weeks",
    "A session is at most so long after its project's end.", to: \.within),
])

/// The keys of a project's `pairing`.
let pairingKeys = Section<CeremonyFields>([
  Field(
    "at", .weekdayAndTime, .required, example: "Tuesday 14:00",
    "The weekday and time of pairing sessions.", to: \.at),
  Field(
    "for", .minutes, .defaults("\(CeremonyFields.pairing.length) minutes"), example: "90 minutes",
    "How long a session takes.", to: \.length),
])

/// The keys of `feedback`.
let feedbackKeys = Section<CeremonyFields>([
  Field(
    "at", .monthly, .required, example: "first Thursday 15:00",
    "Which weekday of the month, and when.", to: \.day),
  Field(
    "thanks", .minutes, .defaults("\(CeremonyFields.feedback.thanks) minutes"),
    example: "20 minutes", "How long the first part takes: thanks, in public.", to: \.thanks),
  Field(
    "improvements", .minutes, .defaults("\(CeremonyFields.feedback.improvements) minutes"),
    example: "40 minutes",
    "How long the second part takes: improvements, for the team and its guests.",
    to: \.improvements),
  Field(
    "guests", .contacts, example: ["em-checkout@example.com"],
    "Who is invited besides the team.", to: \.guests),
  Field(
    "agenda", .text, example: "What is your team's goal this quarter?",
    "What is talked about, known beforehand.", to: \.agenda),
])

extension Kind where Value == Sharing {
  static let sharing = ceremony(
    "a time and how long", sharingKeys, new: .sharing
  ) { fields in
    fields.at.map {
      Sharing(
        weekday: $0.weekday, time: $0.time, length: fields.length, withinWeeks: fields.within)
    }
  }
}

extension Kind where Value == Pairing {
  static let pairing = ceremony(
    "a time and how long", pairingKeys, new: .pairing
  ) { fields in
    fields.at.map { Pairing(weekday: $0.weekday, time: $0.time, length: fields.length) }
  }
}

extension Kind where Value == Feedback {
  static let feedback = ceremony(
    "a time of the month and how long", feedbackKeys, new: .feedback
  ) { fields in
    fields.day.map {
      Feedback(
        ordinal: $0.ordinal, weekday: $0.weekday, time: $0.time, thanks: fields.thanks,
        improvements: fields.improvements, guests: fields.guests, agenda: fields.agenda)
    }
  }
}

extension Kind {
  /// nil where the time is not known, which has been reported by then.
  private static func ceremony(
    _ words: String, _ section: Section<CeremonyFields>, new: CeremonyFields,
    _ make: @escaping @Sendable (CeremonyFields) -> Value?
  ) -> Kind {
    Kind(words: words, schema: section.schema) { node, reading in
      var fields = new
      section.read(node, into: &fields, &reading)
      return make(fields)
    }
  }
}
