import RotaModel
import Testing

/// `09:00`, which must be a time.
func time(_ text: String) throws -> LocalTime {
  let parts = text.split(separator: ":").compactMap { Int($0) }
  return try #require(parts.count == 2 ? LocalTime(hour: parts[0], minute: parts[1]) : nil)
}

func project(
  _ id: String, from first: String = "2027-01-11", to last: String = "2027-03-05",
  _ change: (inout Project) throws -> Void = { _ in }
) throws -> Project {
  var project = Project(
    id: ProjectID(id), name: id, life: try days(first, last), startPlace: nowhere,
    endPlace: nowhere, place: nowhere)
  try change(&project)
  return project
}

/// A rota of 2027-Q1.
func rota(
  _ period: String = "2027-Q1", shifts: [Shift] = [], owners: [String: [EngineerSpan]] = [:],
  covers: [Cover] = []
) throws -> Rota {
  Rota(
    period: try #require(Period(named: period)), shifts: shifts,
    owners: owners.sorted { $0.key < $1.key }.map {
      Ownership(project: ProjectID($0.key), entries: $0.value)
    }, covers: covers)
}

func shift(_ week: String, _ engineer: String) throws -> Shift {
  Shift(
    week: ShiftWeek(startingOn: try day(week)), rotation: RotationID("service"),
    engineer: EngineerID(engineer))
}

func cover(_ first: String, _ last: String, _ engineer: String) throws -> Cover {
  Cover(
    days: try days(first, last), rotation: RotationID("service"), engineer: EngineerID(engineer))
}
