// Drives the ICalendar room from the oracle scripts: prints what it reads, writes and finds.
import Dates
import Diagnostics
import Glibc
import ICalendar

func contents(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
    bytes += chunk[..<count]
  }
  return bytes
}

func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return Day(year: parts[0], month: parts[1], day: parts[2])!
}

func milliseconds(_ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  let elapsed = clock.measure(body).components
  return Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15
}

func show(_ diagnostic: Diagnostic) {
  let place = diagnostic.place.map { "\($0.file):\($0.line)" } ?? "-"
  print("# \(diagnostic.severity) \(diagnostic.id) \(place): \(diagnostic.message)")
}

let arguments = Array(CommandLine.arguments.dropFirst())
let zones = ZoneDirectory.system(tzdir: getenv("TZDIR").map { String(cString: $0) })

switch arguments.first {
case "events":
  // events ZONE FROM TO FILE…: occurrences, a line each, after a line for the file.
  let zone = try zones.zone(named: arguments[1])
  for path in arguments[4...] {
    print("@ \(path)")
    let reading = readCalendar(SourceText(path: path, bytes: contents(path)))
    let events = readEvents(reading, zones: zones, zone: zone)
    let found = events.occurrences(in: day(arguments[2])..<day(arguments[3]))
    let broken = (events.broken + found.broken).map { $0.diagnostic(.error) }
    for diagnostic in reading.diagnostics + events.diagnostics + broken { show(diagnostic) }
    for occurrence in found.occurrences {
      switch occurrence.time {
      case .dates(let dates): print("\(dates.lowerBound) \(dates.upperBound)")
      case .instants(let span): print("\(span.lowerBound) \(span.upperBound)")
      }
    }
  }
case "offsets":
  // offsets ZONE FROM TO: every change of the clocks, as seconds since 1970 and the new offset.
  for name in arguments[3...] {
    let zone = try zones.zone(named: name)
    let span =
      Instant(
        utc: LocalDateTime(day(arguments[1])))..<Instant(utc: LocalDateTime(day(arguments[2])))
    print("@ \(name) \(zone.offset(at: span.lowerBound).seconds)")
    for change in zone.transitions(in: span) {
      print("\(change.instant.secondsSince1970) \(change.after.seconds)")
    }
  }
case "instants":
  // instants ZONE: wall seconds on standard input, the instants they mean on standard output.
  let zone = try zones.zone(named: arguments[1])
  while let line = readLine(), let wall = Int(line) {
    print(zone.instant(of: LocalDateTime(wallSeconds: wall)).secondsSince1970)
  }
case "vtimezone":
  // vtimezone FROM TO ZONE…: their VTIMEZONEs in one calendar.
  var lines = ContentLines()
  lines.begin("VCALENDAR")
  lines.append(Property("VERSION", rawValue: "2.0"))
  lines.append(Property("PRODID", rawValue: "-//rota//probe//EN"))
  let span =
    Instant(utc: LocalDateTime(day(arguments[1])))..<Instant(utc: LocalDateTime(day(arguments[2])))
  for name in arguments[3...] {
    lines.append(try zones.zone(named: name).component(for: span))
  }
  lines.end("VCALENDAR")
  print(String(decoding: lines.bytes, as: UTF8.self), terminator: "")
case "rewrite":
  // rewrite FILE: what is read, written again.
  let reading = readCalendar(SourceText(path: arguments[1], bytes: contents(arguments[1])))
  var lines = ContentLines()
  for calendar in reading.calendars { lines.append(calendar) }
  print(String(decoding: lines.bytes, as: UTF8.self), terminator: "")
case "lint":
  // lint FILE…: what is wrong with them.
  for path in arguments.dropFirst() {
    for diagnostic in lintCalendar(SourceText(path: path, bytes: contents(path))) {
      show(diagnostic)
    }
  }
case "speed":
  // speed FILE: milliseconds to read it, to understand its events, and to write as many anew.
  let bytes = contents(arguments[1])
  var best = (read: Double.infinity, events: Double.infinity, write: Double.infinity)
  for _ in 0..<5 {
    var reading: CalendarReading?
    best.read = min(
      best.read, milliseconds { reading = readCalendar(SourceText(path: "x", bytes: bytes)) })
    var count = 0
    best.events = min(
      best.events,
      milliseconds {
        count =
          readEvents(reading!, zones: zones, zone: .utc)
          .occurrences(in: day("2000-01-01")..<day("2060-01-01")).occurrences.count
      })
    var size = 0
    best.write = min(
      best.write,
      milliseconds {
        var lines = ContentLines()
        lines.begin("VCALENDAR")
        for index in 0..<10_000 {
          let start = LocalDateTime(day("2027-01-04") + index % 3000, secondOfDay: 32_400)
          lines.append(
            Component(
              "VEVENT",
              properties: [
                .text("UID", "shift.\(index)@team.rota"), .utc("DTSTAMP", Instant(utc: start)),
                .local("DTSTART", start, zone: "Europe/Berlin"),
                .local("DTEND", start, zone: "Europe/Berlin"),
                .text("SUMMARY", "Service tasks: Engineer \(index), on duty"),
                .text(
                  "DESCRIPTION",
                  "Before: Someone Else.\nAfter: Another Person; see the page, which is long."),
                .texts("CATEGORIES", ["Rota", "Service tasks"]),
                Property("TRANSP", rawValue: "TRANSPARENT"), .integer("SEQUENCE", 0),
              ]))
        }
        lines.end("VCALENDAR")
        size = lines.bytes.count
      })
    if count < 0 || size == 0 { print("nothing") }
  }
  func shown(_ milliseconds: Double) -> String {
    let tenths = String(Int(milliseconds * 10))
    let text = tenths.dropLast() + "." + tenths.suffix(1)
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
  print(
    "ours       read \(shown(best.read)) ms   write \(shown(best.write)) ms   "
      + "understood \(shown(best.events)) ms")
default:
  print("usage: probe events|offsets|instants|vtimezone|rewrite|speed …")
}
