"""Where faults are planted, how many of a hundred, and which tests look at them, the nearest first."""

from dataclasses import dataclass

# Driven through every command: asked of each fault that its room's own tests let pass.
TRANSCRIPTS = "RotaCommandsTests.(CasesTests|ReadmeTests)"


# The test targets that the filters below ask for.
TARGETS = ("SchedulingTests", "CalendarsTests", "ICalendarTests", "ExchangeTests", "RotaCommandsTests")


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
    "SchedulingTests",
)

ROOMS = (
    Room("rules", 24, ("Sources/Scheduling/Rules",), SCHEDULING),
    Room("shares", 14, ("Sources/Scheduling/Frame",), SCHEDULING),
    Room("checker", 12, ("Sources/Scheduling/Checker",), SCHEDULING),
    Room(
        "bounds",
        14,
        (
            "Sources/Scheduling/Solver/Cost.swift",
            "Sources/Scheduling/Solver/CountLayout.swift",
            "Sources/Scheduling/Solver/Market.swift",
            "Sources/Scheduling/Solver/ReducedCosts.swift",
            "Sources/Scheduling/Solver/Scale.swift",
            "Sources/Scheduling/Solver/ShiftPlanner.swift",
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
