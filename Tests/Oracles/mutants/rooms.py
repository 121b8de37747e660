"""Where faults are planted, how many of a hundred, and which tests look at them, the nearest first."""

from dataclasses import dataclass

# Driven through every command, where the commands are built: seconds, and they see most.
TRANSCRIPTS = "RotaCommandsTests.(CasesTests|ReadmeTests)"
COMMANDS = "RotaCommandsTests"


@dataclass(frozen=True)
class Room:
    name: str
    share: int
    # Folders or files below the project's own.
    paths: tuple[str, ...]
    # The test targets that are built for it.
    targets: tuple[str, ...]
    # Filters of `swift test`, run one after the other until one fails.
    tests: tuple[str, ...]


# Examples first, which take seconds; then the laws over many teams.
SCHEDULING = (
    "RulesTests|PastTests|UnfairCausesTests|ShiftLimitTests|ReplannedPointsTests|OwnedAtOnceTests",
    TRANSCRIPTS,
    "RefereeTests",
    "SolverTests|PlanningTests",
)
# Tables of numbers first, without a team behind them.
SOLVING = ("SolverTests", *SCHEDULING)
SCHEDULERS = ("SolverTests", "RulesTests", "PlanningTests")

ROOMS = (
    Room("rules", 15, ("Sources/Rules/Book", "Sources/Rules/Stops"), SCHEDULERS, SCHEDULING),
    Room(
        "shares",
        10,
        ("Sources/Rules/Frame", "Sources/Rules/Fairness"),
        SCHEDULERS,
        ("RotaCommandsTests.FairnessTests", *SCHEDULING),
    ),
    Room(
        "checker",
        10,
        ("Sources/Rules/Checker", "Sources/Rules/Compiling"),
        SCHEDULERS,
        SCHEDULING,
    ),
    Room(
        "bounds",
        12,
        (
            "Sources/Solver/Cost.swift",
            "Sources/Solver/CountLayout.swift",
            "Sources/Solver/Market.swift",
            "Sources/Solver/OwnerPlanner.swift",
            "Sources/Solver/ReducedCosts.swift",
            "Sources/Solver/Scale.swift",
            "Sources/Solver/ShiftPlanner.swift",
        ),
        SCHEDULERS,
        SOLVING,
    ),
    # What only says where to look: a fault in it may cost time, and no more.
    Room(
        "branching",
        10,
        (
            "Sources/Solver/BranchChoice.swift",
            "Sources/Solver/Branching.swift",
            "Sources/Solver/ColumnGeneration.swift",
            "Sources/Solver/LinearProgram.swift",
            "Sources/Solver/MasterRows.swift",
            "Sources/Solver/OpenQuestions.swift",
            "Sources/Solver/Questions.swift",
            "Sources/Solver/RestrictedMaster.swift",
        ),
        SCHEDULERS,
        SOLVING,
    ),
    Room(
        "calendar writer",
        10,
        (
            "Sources/Calendars/Changes",
            "Sources/Calendars/Events",
            "Sources/Calendars/Files",
            "Sources/ICalendar/Content",
        ),
        ("CalendarsTests", "ICalendarTests", COMMANDS),
        ("CalendarsTests", "ICalendarTests", TRANSCRIPTS),
    ),
    Room(
        "importers",
        11,
        ("Sources/Exchange/Import",),
        ("ExchangeTests", COMMANDS),
        ("ExchangeTests", TRANSCRIPTS),
    ),
    Room(
        "tables",
        8,
        ("Sources/Views",),
        ("ViewsTests", COMMANDS),
        (TRANSCRIPTS, "ViewsTests", COMMANDS),
    ),
    Room(
        "file writers",
        7,
        ("Sources/TeamFiles/Edits", "Sources/TeamFiles/Tidy", "Sources/TeamFiles/RotaWriting.swift"),
        ("TeamFilesTests", COMMANDS),
        (TRANSCRIPTS, "TeamFilesTests"),
    ),
    Room(
        "commands",
        7,
        (
            "Sources/RotaCommands/Commands",
            "Sources/RotaCommands/Files",
            "Sources/RotaCommands/Importing",
            "Sources/RotaCommands/Naming",
        ),
        (COMMANDS,),
        (TRANSCRIPTS, COMMANDS),
    ),
)
