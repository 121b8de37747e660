"""Team and rota files as plain values, read with PyYAML and nothing of Rota."""

import datetime
import pathlib
import re

import yaml

DAY = datetime.timedelta(days=1)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
EARLIEST, LATEST = datetime.date(1, 1, 1), datetime.date(9999, 1, 1)
TERMS = "fair unpopular spacing avoid prefer protect want balance change change_owner".split()
WEIGHTS = dict(
    fair=2, unpopular=2, spacing=4, avoid=30, prefer=15, protect_sole=60, protect_shared=25,
    want=10, balance=1, change=25, change_owner=40,
)


def weekday(text):
    return WEEKDAYS.index(text[:3].lower())


def date(text):
    return datetime.date.fromisoformat(text)


def dates(first, last):
    return {first + n * DAY for n in range((last - first).days + 1)}


def span(text):
    """`DATE` or `DATE to DATE` as its first and last day."""
    first, _, last = text.partition(" to ")
    return date(first), date(last or first)


class Entry:
    """`ada from DATE until DATE`."""

    def __init__(self, text):
        words = text.split()
        self.engineer = words[0]
        edges = dict(zip(words[1::2], words[2::2]))
        self.first = date(edges["from"]) if "from" in edges else EARLIEST
        self.last = date(edges["until"]) if "until" in edges else LATEST


class Team:
    def __init__(self, text):
        file = yaml.load(text, yaml.BaseLoader)
        self.handover = weekday(file.get("handover", "Monday 09:00").split()[0])
        self.rest = int(file.get("rest", 1))
        self.away_days_allowed = int(file.get("away_days_allowed", 0))
        self.weights = WEIGHTS | {key: int(n) for key, n in file.get("weights", {}).items()}
        self.unpopular = self.days(file.get("unpopular", []))
        usual = [weekday(day) for day in file.get("workdays", ["Mon", "Tue", "Wed", "Thu", "Fri"])]
        lists = {name: self.days(days) for name, days in file.get("holidays", {}).items()}
        self.engineers = {
            id: Engineer(self, fields or {}, usual, lists)
            for id, fields in file["engineers"].items()
        }
        self.rotations = {
            id: Rotation(self, fields or {})
            for id, fields in (file.get("rotations") or {"service": {}}).items()
        }
        self.projects = {
            id: Project(self, fields) for id, fields in file.get("projects", {}).items()
        }
        self.pins = {
            (self.week_holding(date(day)), rotation): engineer
            for day, holders in file.get("pins", {}).items()
            for rotation, engineer in holders.items()
        }

    def week_holding(self, day):
        return day - (day.weekday() - self.handover) % 7 * DAY

    def days(self, texts):
        """Dates, ranges, and ISO weeks: the shift week that starts in one."""
        found = set()
        for text in texts:
            if match := re.fullmatch(r"(\d{4})-W(\d{2})", text):
                start = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
                start += self.handover * DAY
                found |= dates(start, start + 6 * DAY)
            else:
                found |= dates(*span(text))
        return found


class Engineer:
    def __init__(self, team, fields, usual, lists):
        self.joined = date(fields["joined"]) if "joined" in fields else EARLIEST
        self.leaves = date(fields["leaves"]) if "leaves" in fields else LATEST
        self.load = int(fields.get("load", "100%").rstrip("%"))
        self.workdays = {weekday(day) for day in fields["workdays"]} if "workdays" in fields else usual
        self.holidays = lists.get(fields.get("holidays", "default"), set())
        self.skills = set(fields.get("skills", []))
        self.away = team.days(fields.get("away", []))
        self.avoid = team.days(fields.get("avoid", []))
        self.prefer = team.days(fields.get("prefer", []))
        self.max_shifts = int(fields["max_shifts"]) if "max_shifts" in fields else None
        self.projects_at_once = int(fields.get("projects_at_once", 1))
        self.wants = fields.get("wants", [])

    def works(self, day):
        return day.weekday() in self.workdays and day not in self.holidays

    def on_team(self, first, last):
        return self.joined <= first and last <= self.leaves


class Rotation:
    def __init__(self, team, fields):
        members = fields.get("members", "all")
        self.members = (
            [Entry(id) for id in team.engineers]
            if members == "all"
            else [Entry(text) for text in members]
        )
        self.skills = set(fields.get("skills", []))


class Project:
    def __init__(self, team, fields):
        self.first, self.last = date(fields["start"]), date(fields["end"])
        owners = fields.get("owners", "1")
        self.named = owners if isinstance(owners, list) else []
        self.needed = len(self.named) or int(owners)
        self.skills = set(fields.get("skills", []))
        self.protect = fields.get("protect", "edges")
        if isinstance(self.protect, list):
            self.protect = team.days(self.protect)


class Rota:
    def __init__(self, text):
        file = yaml.load(text, yaml.BaseLoader)
        self.first, self.last = period(file["period"])
        self.shifts = {
            (date(week), rotation): engineer
            for week, holders in (file.get("shifts") or {}).items()
            for rotation, engineer in holders.items()
        }
        self.owners = {
            project: [Entry(text) for text in entries]
            for project, entries in (file.get("owners") or {}).items()
        }
        self.covers = [
            (date(cover["from"]), date(cover["to"]), cover["rotation"], cover["engineer"])
            for cover in file.get("covers") or []
        ]


def period(name):
    """`2027-Q1` or `DATE to DATE` as its first and last day."""
    match = re.fullmatch(r"(\d{4})-Q([1-4])", name)
    if not match:
        return span(name)
    year, month = int(match[1]), 3 * int(match[2]) - 2
    after = datetime.date(year + month // 10, (month + 3) % 12, 1)
    return datetime.date(year, month, 1), after - DAY


def read(folder):
    """The team, the rotas on file, and the period that `period-args` asks for."""
    folder = pathlib.Path(folder)
    arguments = (folder / "period-args").read_text().split()
    if len(arguments) == 1:
        days = period(arguments[0])
    else:
        first = date(arguments[arguments.index("--from") + 1])
        weeks = int(arguments[arguments.index("--weeks") + 1])
        days = first, first + (7 * weeks - 1) * DAY
    team = Team((folder / "team.yaml").read_text())
    rotas = [Rota(path.read_text()) for path in sorted((folder / "rotas").glob("*.yaml"))]
    return team, [rota for rota in rotas if rota.first != days[0]], days, arguments
