// swift-tools-version: 6.2
import PackageDescription

/// What every target of Rota is compiled with: Swift 6 concurrency, warnings as errors, and the
/// upcoming features that make imports say what they are for.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The scheduling core is loops over flat tables, calendars and files are bytes by the million;
/// without optimisation they are up to 200 times slower, so the tests would be too.
let core = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The solver's small generic types are nothing but their arrays where the whole room is compiled at
/// once, as every release build does; file by file they are calls, twenty times slower.
let wholeRoom =
  core + [
    .unsafeFlags(
      ["-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"],
      .when(configuration: .debug))
  ]

/// A room of the product and its tests. Dependencies point inwards only: see the README.
func room(
  _ name: String, _ imports: [String], settings: [SwiftSetting] = house, testData: [String] = [],
  tests: [String] = ["SeededNumbers"]
) -> [Target] {
  [
    .target(
      name: name, dependencies: imports.map { .target(name: $0) }, swiftSettings: settings),
    .testTarget(
      name: name + "Tests",
      dependencies: ([name] + imports + tests + ["JudgedSeeds"]).map { .target(name: $0) },
      exclude: testData, swiftSettings: house),
  ]
}

/// Programs for `Tests/Oracles/fuzz.sh` alone, which sets the variable: nobody else builds them.
let fuzzing: [Target] =
  Context.environment["ROTA_FUZZ"] == nil
  ? []
  : [
    .target(name: "FuzzMemory", path: "Tests/Fuzz/Memory"),
    .executableTarget(
      name: "rota-fuzz",
      dependencies: [
        "FuzzMemory", "ConfigText", "Diagnostics", "Exchange", "ICalendar", "RotaModel", "Dates",
        "TeamFiles",
      ],
      path: "Tests/Fuzz/Program", swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
  ]

let package = Package(
  name: "rota",
  products: [.executable(name: "rota", targets: ["rota"])],
  targets: [
    [
      .target(name: "SeededNumbers", swiftSettings: core),
      .target(name: "CommittedSample", path: "Tests/CommittedSample", swiftSettings: house),
      .target(name: "QuietTests", path: "Tests/QuietTests"),
      .target(
        name: "WrittenTeams",
        dependencies: ["TeamFiles", "Rules", "RotaModel", "Dates", "Diagnostics"],
        path: "Tests/WrittenTeams", swiftSettings: house),
      .target(name: "JudgedSeeds", path: "Tests/JudgedSeeds", swiftSettings: house),
    ],
    room("Diagnostics", [], settings: core, tests: ["SeededNumbers", "QuietTests"]),
    room("ConfigText", ["Diagnostics"], settings: core, testData: ["Invalid"]),
    room("Dates", [], settings: core),
    room("RotaModel", ["Dates", "Diagnostics"], settings: core),
    room(
      "TeamFiles", ["ConfigText", "RotaModel", "Dates", "Diagnostics"], testData: ["Invalid"],
      tests: ["SeededNumbers", "CommittedSample"]),
    // Teams and the rules' examples are files: the tests of these rooms read them.
    room(
      "Solver", ["SeededNumbers"], settings: wholeRoom,
      tests: ["Rules", "RotaModel", "Dates", "TeamFiles", "Diagnostics", "CommittedSample"]),
    room(
      "Rules", ["Solver", "RotaModel", "Dates", "Diagnostics"], settings: core,
      tests: ["TeamFiles", "WrittenTeams", "CommittedSample"]),
    room(
      "Planning", ["Rules", "Solver", "RotaModel", "Dates", "Diagnostics"], settings: core,
      tests: ["TeamFiles", "SeededNumbers", "WrittenTeams"]),
    room("ICalendar", ["Dates", "Diagnostics"], settings: core),
    room("Calendars", ["ICalendar", "RotaModel", "Dates", "Diagnostics"]),
    room(
      "Exchange", ["Calendars", "ICalendar", "ConfigText", "RotaModel", "Dates", "Diagnostics"],
      settings: core),
    room("Views", ["Planning", "Rules", "RotaModel", "Dates", "Diagnostics"]),
    room(
      "Page",
      [
        "Views", "Planning", "Rules", "Calendars", "ICalendar", "RotaModel", "Dates", "Diagnostics",
      ],
      tests: ["SeededNumbers", "TeamFiles"]),
    room(
      "RotaCommands",
      [
        "TeamFiles", "ConfigText", "Planning", "Rules", "Solver", "Calendars", "Exchange",
        "ICalendar", "Page",
        "Views", "RotaModel", "Dates", "Diagnostics",
      ],
      testData: ["Cases"], tests: ["SeededNumbers", "CommittedSample"]),
    [
      // It has a C function for its entry point: see `Start.swift`.
      .executableTarget(
        name: "rota", dependencies: ["RotaCommands"],
        swiftSettings: house + [.unsafeFlags(["-parse-as-library"])])
    ],
    room(
      "Benchmarks",
      [
        "RotaCommands", "Views", "Planning", "Rules", "Solver", "TeamFiles", "RotaModel", "Dates",
        "Diagnostics",
        "SeededNumbers",
      ], tests: []),
    [
      .executableTarget(
        name: "rota-bench", dependencies: ["Benchmarks", "RotaCommands"], swiftSettings: house)
    ],
    fuzzing,
  ].flatMap(\.self),
  swiftLanguageModes: [.v6]
)
