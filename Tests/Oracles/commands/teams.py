"""Draws small teams whose shapes are odd, and the edits that people make of their rotas."""

import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "optima"))

from odd import DAY, WEEKDAYS, Draw  # noqa: E402


class SmallTeam(Draw):
    """A team of few people and weeks, so that its optimum can be found by trying everything."""

    def __init__(self, seed):
        super().__init__(seed)
        self.weeks = self.random.choice([2, 3, 3, 4, 4, 5, 6])
        self.rotations = self.random.choice([1, 1, 2, 2, 3, 4])
        self.is_crowded = self.rotations > 1 and self.chance(0.2)
        spare = self.random.randint(1, 2) if self.is_crowded else self.random.randint(1, 4)
        self.engineers = [f"e{n}" for n in range(self.rotations + spare)]
        self.rest = 0 if self.is_crowded else self.drawn_rest()
        self.names = [f"r{n}" for n in range(self.rotations)]
        self.projects = [f"p{n}" for n in range(self.random.choice([0, 0, 0, 1, 2]))]
        self.today = self.start - self.random.randint(1, 30) * DAY

    def any_week(self):
        return self.start + 7 * self.random.randrange(self.weeks) * DAY

    def engineer(self, name, projects):
        text = super().engineer(name, projects)
        fields = []
        if self.chance(0.15) and "leaves:" not in text:
            fields.append(f"joined: {self.start + self.random.randint(-400, 14) * DAY}")
        if self.chance(0.2):
            days = self.random.sample(WEEKDAYS, self.random.randint(1, 5))
            fields.append(f"workdays: [{', '.join(days)}]")
        if self.chance(0.1):
            fields.append("holidays: none")
        if not fields:
            return text
        if text.endswith(":\n"):
            return text[:-1] + " { " + ", ".join(fields) + " }\n"
        return text.replace("{ ", "{ " + ", ".join(fields) + ", ", 1)

    def project(self, name):
        text = super().project(name).replace(" }\n", ", docs: none }\n")
        if self.chance(0.2):
            text = text.replace("owners: 1", f"owners: [{self.random.choice(self.engineers)}]")
        return text

    def team(self):
        text = f"handover: {WEEKDAYS[self.handover]} 09:00\nrest: {self.rest}\n" + self.weights()
        if self.chance(0.3):
            text += f"away_days_allowed: {self.random.randint(0, 7)}\n"
        if self.chance(0.25):
            # A week off for everybody closes it, and part-time work closes more.
            first = self.any_week() - self.random.randint(0, 2) * DAY
            text += f"holidays: {{ default: [{first} to {first + self.random.randint(0, 9) * DAY}] }}\n"
        if self.chance(0.4):
            text += f"unpopular: [{', '.join(str(self.date()) for _ in range(2))}]\n"
        text += "rotations:\n" + "".join(self.rotation(name) for name in self.names)
        text += "engineers:\n" + "".join(self.engineer(e, self.projects) for e in self.engineers)
        if self.projects:
            text += "projects:\n" + "".join(self.project(name) for name in self.projects)
        if self.chance(0.15):
            pin = f"{self.random.choice(self.names)}: {self.random.choice(self.engineers)}"
            text += f"pins:\n  {self.any_week()}: {{ {pin} }}\n"
        return text

    def earlier_rota(self):
        """A rota that ends the day before, or leaves a gap; its name and its text."""
        weeks = self.random.randint(1, 4)
        first = self.start - 7 * (weeks + (1 if self.chance(0.2) else 0)) * DAY
        days = first, first + (7 * weeks - 1) * DAY
        text = f"period: {days[0]} to {days[1]}\nshifts:\n"
        for week in range(weeks):
            held = [f"{r}: {self.random.choice(self.engineers)}" for r in self.names if self.chance(0.9)]
            if held:
                text += f"  {first + 7 * week * DAY}: {{ {', '.join(held)} }}\n"
        owners = [
            f"  {p}: [{self.random.choice(self.engineers)}]\n" for p in self.projects if self.chance(0.5)
        ]
        return f"{days[0]}_{days[1]}.yaml", text + ("owners:\n" + "".join(owners) if owners else "")

    def edited(self, rota):
        """A rota as JSON gives it, after somebody changed lines of it: the text of its file."""
        held = {(shift["week"], shift["rotation"]): shift["engineer"] for shift in rota["shifts"]}
        for _ in range(self.random.randint(0, 3)):
            if not held:
                break
            one, other = self.random.choice(sorted(held)), self.random.choice(sorted(held))
            kind = self.random.choice(["swap", "swap", "give", "give", "drop"])
            if kind == "swap":
                held[one], held[other] = held[other], held[one]
            elif kind == "give":
                held[one] = self.random.choice(self.engineers)
            else:
                del held[one]
        text = f"period: {rota['period']}\n"
        weeks = sorted({week for week, _ in held})
        text += "shifts:\n" if weeks else ""
        for week in weeks:
            line = ", ".join(f"{r}: {e}" for (w, r), e in sorted(held.items()) if w == week)
            text += f"  {week}: {{ {line} }}\n"
        owners = {p: entries for p, entries in rota["owners"].items() if entries}
        if owners:
            text += "owners:\n"
            for p, entries in owners.items():
                text += f"  {p}: [{', '.join(entries)}]\n"
        covers = self.covers(held)
        return text + ("covers:\n" + "".join(covers) if covers else "")

    def covers(self, held):
        lines = []
        for (week, rotation), holder in sorted(held.items()):
            others = [e for e in self.engineers if e != holder]
            if others and self.chance(0.15):
                first = datetime.date.fromisoformat(week) + self.random.randrange(7) * DAY
                room = (datetime.date.fromisoformat(week) + 6 * DAY - first).days
                last = first + self.random.randint(0, room) * DAY
                lines.append(
                    f"  - {{ from: {first}, to: {last}, rotation: {rotation}, "
                    f"engineer: {self.random.choice(others)} }}\n"
                )
        return lines
