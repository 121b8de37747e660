"""Where faults are planted, how many of a hundred, and which tests look at them, the nearest first."""

from dataclasses import dataclass

# Driven through every command: asked of each fault that its room's own tests let pass.
TRANSCRIPTS = "RotaCommandsTests.(CasesTests|ReadmeTests)"


# The test targets that the filters below ask for.
TARGETS = (
    "SolverTests", "RulesTests", "PlanningTests", "CalendarsTests", "ICalendarTests", "ExchangeTests",
    "RotaCommandsTests",
)


@dataclass(frozen=True)
class Room:
    name: str
    share: int
    # Folders or files below the project's own.
    paths: tuple[str, ...]
    # Filters of `swift test`, run one after the other until one fails.
    tests: tuple[str, ...]


# Examples first, which take seconds; then the laws over many teams.
SCHEDULING = (
    "RuleExampleTests|WorkedPointsTests|JudgedDaysTests|UnfairCausesTests|PastTests"
    "|CoverJudgementTests|FixedOwnersTests|NoJoinedTests|ShiftLimitTests|PracticeWarningsTests",
    TRANSCRIPTS,
    "RefereeTests",
    "SolverTests|RulesTests|PlanningTests",
)

ROOMS = (
    Room("rules", 24, ("Sources/Rules/Book",), SCHEDULING),
    Room("shares", 14, ("Sources/Rules/Frame",), SCHEDULING),
    Room("checker", 12, ("Sources/Rules/Checker",), SCHEDULING),
    Room(
        "bounds",
        14,
        (
            "Sources/Solver/BranchChoice.swift",
            "Sources/Solver/Branching.swift",
            "Sources/Solver/ColumnGeneration.swift",
            "Sources/Solver/Cost.swift",
            "Sources/Solver/CountLayout.swift",
            "Sources/Solver/Market.swift",
            "Sources/Solver/ReducedCosts.swift",
            "Sources/Solver/Scale.swift",
            "Sources/Solver/ShiftPlanner.swift",
        ),
        SCHEDULING,
    ),
    Room(
        "calendar writer",
        18,
        (
            "Sources/Calendars/Changes",
            "Sources/Calendars/Events",
            "Sources/Calendars/Files",
            "Sources/ICalendar/Content",
        ),
        ("CalendarsTests", "ICalendarTests", TRANSCRIPTS),
    ),
    Room(
        "importers",
        18,
        ("Sources/Exchange/Import",),
        ("ExchangeTests", TRANSCRIPTS),
    ),
)
