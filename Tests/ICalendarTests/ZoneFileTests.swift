import SeededNumbers
import Testing

@testable import ICalendar

/// Builds compiled zone files.
private struct FileBuilder {
  var times: [Int] = [1_000_000_000]
  var types: [UInt8] = [1]
  var offsets: [(seconds: Int, isDaylight: Bool, name: Int)] = [(3600, false, 0), (7200, true, 4)]
  var names = "AAA\0BBB\0"
  var footer = "\nAAA-1BBB,M3.5.0,M10.5.0/3\n"
  var version = UInt8(ascii: "2")

  var bytes: [UInt8] {
    header(times: 0, types: 1, characters: 1) + [UInt8](repeating: 0, count: 7)
      + header(times: times.count, types: offsets.count, characters: names.utf8.count)
      + times.flatMap { big($0, 8) } + types
      + offsets.flatMap { big($0.seconds, 4) + [$0.isDaylight ? 1 : 0, UInt8($0.name)] }
      + Array(names.utf8) + Array(footer.utf8)
  }

  private func header(times: Int, types: Int, characters: Int) -> [UInt8] {
    Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      + [0, 0, 0, times, types, characters].flatMap { big($0, 4) }
  }

  private func big(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

@Suite struct ZoneFileTests {
  @Test func listAndFooter() throws {
    let zone = try ZoneFile.zone(named: "X/Y", bytes: FileBuilder().bytes)
    #expect(zone.name == "X/Y")
    #expect(zone.offset(at: Instant(secondsSince1970: 999_999_999)).abbreviation == "AAA")
    // The listed change is in September 2001; from then on the footer's rule is in force.
    #expect(zone.offset(at: at(2001, 10, 1)).abbreviation == "BBB")
    #expect(zone.offset(at: at(2002, 1, 1)) == Zone.Offset(seconds: 3600, abbreviation: "AAA"))
  }

  @Test func filesThatAreNone() {
    var early = FileBuilder()
    early.version = 0
    var noType = FileBuilder()
    noType.types = [2]
    var unordered = FileBuilder()
    unordered.times = [5, 4]
    unordered.types = [0, 1]
    var footer = FileBuilder()
    footer.footer = "\nnonsense\n"
    var far = FileBuilder()
    far.offsets[0].seconds = 100_000
    for (file, reason) in [
      (early.bytes, "it is of version 1"), (noType.bytes, "a change of its clocks has no offset"),
      (unordered.bytes, "the changes of its clocks are not in order"),
      (footer.bytes, "its footer is no zone rule"), (far.bytes, "an offset of more than 26 hours"),
      (
        Array("BEGIN:VCALENDAR".utf8) + [UInt8](repeating: 0, count: 60),
        "it does not start with TZif"
      ),
    ] {
      #expect {
        _ = try ZoneFile.zone(named: "X", bytes: file)
      } throws: {
        ($0 as? ZoneFile.Malformed)?.reason == reason
      }
    }
  }

  /// Cut or changed anywhere, a file is read or refused.
  @Test func damagedFilesNeverCrash() {
    let whole = FileBuilder().bytes
    var random = SeededNumbers(seed: 7)
    for length in 0..<whole.count {
      #expect(throws: (any Error).self) {
        _ = try ZoneFile.zone(named: "X", bytes: Array(whole[..<length]))
      }
    }
    var read = 0
    for _ in 0..<3000 {
      var damaged = whole
      damaged[Int.random(in: 0..<whole.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      if let zone = try? ZoneFile.zone(named: "X", bytes: damaged) {
        read += 1
        _ = zone.component(for: at(2000, 1, 1)..<at(2030, 1, 1))
        _ = zone.instant(of: wall(2020, 3, 29, 2, 30))
      }
    }
    #expect((1..<3000).contains(read))
  }

  @Test func names() {
    let directory = ZoneDirectory.system(tzdir: "/nonexistent")
    #expect(directory.names().isEmpty)
    #expect(throws: ZoneError.noZoneData(directory: "/nonexistent")) {
      try directory.zone(named: "Europe/Berlin")
    }
    #expect(throws: Never.self) { try directory.zone(named: "UTC") }
    for name in ["../etc/passwd", "/etc/passwd", "Europe//Berlin", "Europe/", "", "a.b", "Ä"] {
      #expect(throws: ZoneError.unknownName(name)) { try directory.zone(named: name) }
    }
    #expect(ZoneDirectory.system(tzdir: "").path == "/usr/share/zoneinfo")
    #expect(ZoneError.noZoneData(directory: "/x").help.contains("tzdata"))
  }

  /// Where the machine has zone data, as all that run Rota do.
  @Test(.enabled(if: !ZoneDirectory.system(tzdir: nil).names().isEmpty))
  func zonesOfTheSystem() throws {
    let directory = ZoneDirectory.system(tzdir: nil)
    let names = directory.names()
    #expect(names.contains("America/Argentina/Buenos_Aires"))
    #expect(names.allSatisfy { !$0.hasPrefix("posix") && !$0.contains(".") })
    for name in names { _ = try directory.zone(named: name) }

    #expect(throws: ZoneError.unknownName("Europe/Berlim")) {
      try directory.zone(named: "Europe/Berlim")
    }
    #expect(throws: ZoneError.unknownName("Europe")) { try directory.zone(named: "Europe") }

    let berlin = try directory.zone(named: "Europe/Berlin")
    #expect(berlin.offset(at: at(1945, 6, 1)).seconds == 10_800)
    #expect(berlin.instant(of: wall(2050, 7, 1, 12)) == at(2050, 7, 1, 10))
    let apia = try directory.zone(named: "Pacific/Apia")
    // Samoa left out December 30, 2011.
    #expect(apia.instant(of: wall(2011, 12, 31)) == at(2011, 12, 30, 10))
    #expect(apia.instant(of: wall(2011, 12, 30, 12)) == at(2011, 12, 30, 22))
  }
}
