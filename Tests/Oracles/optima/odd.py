"""Writes odd-shaped teams: the corners of what the team file allows, where proofs go wrong.

usage: odd.py FOLDER COUNT [FIRST]     (seeds FIRST to FIRST + COUNT - 1; FOLDER/odd-ROTATIONS/SEED/)

The same seed writes the same team. Many are tight or impossible, which is wanted.
"""

import datetime
import pathlib
import random
import sys

DAY = datetime.timedelta(days=1)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEIGHTS = (
    "fair unpopular spacing avoid prefer protect_sole protect_shared want balance change change_owner"
).split()


class Draw:
    """One team, drawn from its seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rotations = self.random.choice([1, 2, 2, 3, 3, 4, 4])
        self.weeks = self.random.choice([4, 6, 8, 9, 11, 13])
        self.handover = self.random.randrange(7)
        # A shift week starts on the first date of the period, also across the new year.
        self.start = datetime.date(2026, 12, 21) + self.handover * DAY
        self.start += 7 * self.random.randrange(4) * DAY
        # Few engineers who serve nearly every week hold more shifts than a table tells apart.
        self.is_crowded = self.rotations > 1 and self.chance(0.4)
        spare = self.random.randint(0, 1) if self.is_crowded else self.random.randint(1, 5)
        self.engineers = [f"e{n}" for n in range(self.rotations + spare)]
        self.rest = 0 if self.is_crowded else self.drawn_rest()

    def chance(self, part):
        return self.random.random() < part

    def drawn_rest(self):
        """Mostly one that leaves a rota; now and then any up to 52."""
        if self.chance(0.08):
            return self.random.randint(0, 52)
        return self.random.randint(0, max(0, len(self.engineers) // self.rotations - 1))

    def date(self):
        return self.start + self.random.randrange(7 * self.weeks) * DAY

    def span(self, most):
        first = self.date()
        return f"{first} to {first + self.random.randrange(most) * DAY}"

    def spans(self, most):
        return "[" + ", ".join(self.span(most) for _ in range(self.random.randint(1, 2))) + "]"

    def weights(self):
        """Weights at their ends, or anywhere between."""
        kind = self.random.choice(["usual", "usual", "dearest", "nothing", "ends", "any"])
        if kind == "usual":
            return ""
        draw = {
            "dearest": lambda: 1000,
            "nothing": lambda: 0,
            "ends": lambda: self.random.choice([0, 1, 1000]),
            "any": lambda: self.random.randint(0, 1000),
        }[kind]
        return "weights: { " + ", ".join(f"{name}: {draw()}" for name in WEIGHTS) + " }\n"

    def rotation(self, name):
        if self.chance(0.8 if self.is_crowded else 0.6):
            return f"  {name}:\n"
        if self.is_crowded:
            # One of a pair who goes leaves the other with far more than a share.
            one, other = self.random.sample(self.engineers, 2)
            return f"  {name}:\n    members: [{one} until {self.date()}, {other}]\n"
        members = [e for e in self.engineers if self.chance(0.8)] or self.engineers[:1]
        edges = ["", "", "", "", " until", " from"]
        members = [e + self.edge(self.random.choice(edges)) for e in members]
        return f"  {name}:\n    members: [{', '.join(members)}]\n"

    def edge(self, word):
        return f"{word} {self.date()}" if word else ""

    def engineer(self, name, projects):
        fields = []
        if self.is_crowded and self.chance(0.8):
            return f"  {name}:\n"
        if self.chance(0.4):
            fields.append(f"load: {self.random.choice([10, 33, 50, 80, 100])}%")
        if self.chance(0.35):
            fields.append(f"away: {self.spans(10)}")
        if self.chance(0.25):
            fields.append(f"avoid: {self.spans(15)}")
        if self.chance(0.25):
            fields.append(f"prefer: {self.spans(15)}")
        if self.chance(0.2):
            fields.append(f"max_shifts: {self.random.randint(0, self.weeks)}")
        if self.chance(0.1):
            fields.append(f"leaves: {self.date()}")
        if projects and self.chance(0.4):
            fields.append(f"wants: [{self.random.choice(projects)}]")
        if projects and self.chance(0.3):
            fields.append(f"projects_at_once: {self.random.randint(1, 3)}")
        return f"  {name}: {{ {', '.join(fields)} }}\n" if fields else f"  {name}:\n"

    def project(self, name):
        start = self.date() - 7 * self.random.randrange(3) * DAY
        end = start + self.random.randint(0, 7 * self.weeks) * DAY
        owners = self.random.choice([1, 1, 2])
        protect = self.random.choice(["edges", "all", "none"])
        return f"  {name}: {{ start: {start}, end: {end}, owners: {owners}, protect: {protect} }}\n"

    def team(self):
        projects = [f"p{n}" for n in range(self.random.choice([0, 0, 1, 2, 4]))]
        names = [f"r{n}" for n in range(self.rotations)]
        text = f"handover: {WEEKDAYS[self.handover]} 09:00\nrest: {self.rest}\n" + self.weights()
        if self.chance(0.4):
            text += f"unpopular: [{', '.join(str(self.date()) for _ in range(2))}]\n"
        text += "rotations:\n" + "".join(self.rotation(name) for name in names)
        text += "engineers:\n" + "".join(self.engineer(e, projects) for e in self.engineers)
        if projects:
            text += "projects:\n" + "".join(self.project(name) for name in projects)
        if self.chance(0.2):
            week = self.start + 7 * self.random.randrange(self.weeks) * DAY
            pin = f"{self.random.choice(names)}: {self.random.choice(self.engineers)}"
            text += f"pins:\n  {week}: {{ {pin} }}\n"
        return text


def main(folder, count, first):
    for seed in range(first, first + count):
        draw = Draw(seed)
        place = pathlib.Path(folder) / f"odd-{draw.rotations}" / str(seed)
        (place / "rotas").mkdir(parents=True, exist_ok=True)
        (place / "team.yaml").write_text(draw.team())
        (place / "period-args").write_text(f"--from {draw.start} --weeks {draw.weeks}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
