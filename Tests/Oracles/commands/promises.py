"""What the commands promise each other, held on many small teams of odd shapes.

usage: promises.py PROGRAM COUNT FIRST FOLDER
"""

import datetime
import pathlib
import re
import sys

from teams import DAY, SmallTeam  # puts optima/ on the path
from enumeration import TooMany, best, mended
from facts import Facts
from files import Entry, Rota, Team
from driven import Broken, Program
from referee import broken, points


def hold(condition, words):
    if not condition:
        raise Broken(words)


class Trial:
    """One team as files in a folder, and what happens to it."""

    def __init__(self, program, seed, folder):
        self.draw, self.folder = SmallTeam(seed), folder
        self.random = self.draw.random
        folder.mkdir(parents=True)
        (folder / "rotas").mkdir()
        self.write("team.yaml", self.draw.team())
        self.earlier = []
        if self.draw.chance(0.5):
            name, text = self.draw.earlier_rota()
            self.write(f"rotas/{name}", text)
            self.earlier = [Rota(text)]
        self.start, self.today = self.draw.start, self.draw.today
        self.days = self.start, self.start + (7 * self.draw.weeks - 1) * DAY
        self.file = f"rotas/{self.days[0]}_{self.days[1]}.yaml"
        self.program = Program(program, folder)
        self.done = set()

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def read(self, name):
        return (self.folder / name).read_text()

    def facts(self):
        return Facts(Team(self.read("team.yaml")), self.earlier, self.days)

    def run(self):
        rota = self.generated()
        self.write(self.file, self.draw.edited(rota))
        self.judged()
        self.ways()
        self.explained()
        self.replanned()

    # One command after the other

    def generated(self):
        """The rota that `generate` made, or one that nobody checked where there is none."""
        status, answer = self.program.json(
            self.today, "generate", "--from", self.start, "--weeks", self.draw.weeks
        )
        facts = self.facts()
        optimum = self.tried(lambda: best(facts))
        if status != 0:
            if answer["status"] == "infeasible" and optimum is not TooMany:
                hold(optimum is None, f"no rota, but one of {optimum} points exists")
                self.done.add("no rota")
            weeks, rotations = facts.weeks, self.draw.names
            shifts = [
                {"week": str(w), "rotation": r, "engineer": self.random.choice(self.draw.engineers)}
                for w in weeks
                for r in rotations
            ]
            return {"period": answer["period"], "shifts": shifts, "owners": {}}
        hold(status == 0, f"generate ends with {status}")
        shifts, owners = values(answer)
        hold(not broken(facts, shifts, owners), f"it breaks {broken(facts, shifts, owners)}")
        self.compare_terms(answer, points(facts, shifts, owners), "generate")
        if answer["status"] == "optimal" and optimum is not TooMany:
            hold(answer["points"] == optimum, f"{answer['points']} points are not {optimum}")
            self.done.add("optimum")
        judged, _ = self.check(self.today)
        hold(judged["points"] == answer["points"], "check has other points than generate")
        hold(not conflicts(judged), f"check finds {conflicts(judged)}")
        self.rises(answer)
        return answer

    def judged(self):
        """`check` of an edited rota against the definition."""
        judged, _ = self.check(self.today)
        rota, facts = Rota(self.read(self.file)), self.facts()
        self.compare_terms(judged, points(facts, rota.shifts, rota.owners), "check")
        if not rota.covers:
            found, expected = conflicts(judged), broken(facts, rota.shifts, rota.owners)
            hold(bool(found) == bool(expected), f"check finds {found}, by definition {expected}")
            self.done.add("judged")

    def ways(self):
        """Every way of `cover` and `swap` keeps what it says."""
        rota, text = Rota(self.read(self.file)), self.read(self.file)
        for _ in range(4):
            if not rota.shifts:
                return
            today = self.random.choice([self.today, self.start + self.random.randint(-2, 20) * DAY])
            (week, rotation) = self.random.choice(sorted(rota.shifts))
            (other, _) = self.random.choice(sorted(rota.shifts))
            first = week + self.random.randint(0, 6) * DAY
            last = first + self.random.randint(0, (week + 6 * DAY - first).days) * DAY
            command = self.random.choice(
                [
                    ["cover", week, "--rotation", rotation],
                    ["cover", week, "--rotation", rotation, "--days", f"{first} to {last}"],
                    ["swap", week, other, "--rotation", rotation],
                    ["swap", *self.random.sample(self.draw.engineers, 2)],
                ]
            )
            status, answer = self.program.json(today, *command, statuses=(0, 1, 2))
            ways = answer.get("ways") or []
            hold((status == 0) == bool(ways), f"{len(ways)} ways and exit status {status}")
            # Trades of two engineers are of all rotas; this one's points are known here.
            ours = [
                (number, way)
                for number, way in enumerate(ways, 1)
                if all(str(self.days[0]) <= s["week"] <= str(self.days[1]) for s in way["shifts"])
            ]
            if not ours:
                continue
            before, _ = self.check(today)
            number, way = self.random.choice(ours)
            self.program.json(today, *command, "--apply", number, statuses=(0,))
            after, _ = self.check(today)
            hold(
                after["points"] == before["points"] + way["points"],
                f"{before['points']} and {way['points']} become {after['points']} points",
            )
            new = keys(after, self.file_text()) - keys(before, text)
            new = [key for key in new if not was_there(key, rota.shifts)]
            hold(not new, f"new conflicts: {sorted(new)}")
            self.write(self.file, text)
            self.done.add(command[0])

    def explained(self):
        rota = Rota(self.read(self.file))
        if rota.shifts:
            week, rotation = self.random.choice(sorted(rota.shifts))
            today = self.start + self.random.randint(-9, 9) * DAY
            self.program.json(today, "why", week, "--rotation", rotation, statuses=(0, 2, 3))
            person = self.random.choice(self.draw.engineers)
            self.program.json(today, "why", week, person, "--rotation", rotation, statuses=(0, 2, 3))

    def rises(self, answer):
        """The rise that `why` tells is that of the optimum with a pin."""
        text = self.read("team.yaml")
        begun = any(project.first < self.today for project in Team(text).projects.values())
        if "pins:" in text or begun or not answer["shifts"] or answer["status"] != "optimal":
            return
        shift = self.random.choice(answer["shifts"])
        status, told = self.program.json(
            self.today, "why", shift["week"], "--rotation", shift["rotation"]
        )
        hold(status == 0, "why does not answer")
        for person in told["engineers"]:
            pin = f"pins:\n  {shift['week']}: {{ {shift['rotation']}: {person['engineer']} }}\n"
            self.write("team.yaml", text + pin)
            status, pinned = self.program.json(
                self.today, "generate", "--from", self.start, "--weeks", self.draw.weeks, "--dry-run"
            )
            self.write("team.yaml", text)
            if person["verdict"] != "costs":
                hold(status == 3, f"{person} is stopped, but a pin leaves a rota")
            elif pinned["status"] == "optimal":
                rise = pinned["points"] - told["points"]
                hold(person["rise"] == rise, f"{person['engineer']} costs {person['rise']}, not {rise}")
        self.done.add("why")

    def replanned(self):
        """A change of the team, and what `replan` makes of it."""
        if self.draw.chance(0.6):
            span = self.draw.span(9)
            person = self.random.choice(self.draw.engineers)
            self.program.json(self.today, "away", person, span, statuses=(0, 2))
        date = self.start + self.random.randint(0, 7 * self.draw.weeks - 1) * DAY
        today = min(date, self.start + self.random.randint(-9, 7 * self.draw.weeks - 1) * DAY)
        text, base, facts = self.file_text(), Rota(self.file_text()), self.facts()
        arguments = ["replan", "--from", date]
        status, dry = self.program.json(today, *arguments, "--dry-run", statuses=(0, 3))
        hold(self.file_text() == text, "a dry run writes")
        status_of_run, real = self.program.json(today, *arguments, statuses=(0, 3))
        hold((status, dry) == (status_of_run, real), "the dry run and the run differ")
        frozen = {w for w in facts.weeks if w < date or w <= today}
        expected = None
        if not base.covers and not facts.projects:
            expected = self.tried(lambda: mended(facts, base.shifts, frozen))
        if status == 3:
            hold(self.file_text() == text, "without an answer the file changes")
            if dry["status"] == "infeasible" and not base.covers and not facts.projects:
                hold(expected in (None, TooMany), f"no rota, but {expected} is one")
            return
        after = Rota(self.file_text())
        shifts, _ = values(dry)
        hold(after.shifts == shifts, "the file has other shifts than the answer")
        for w in frozen:
            kept = {key: e for key, e in base.shifts.items() if key[0] == w}
            hold(kept == {key: e for key, e in after.shifts.items() if key[0] == w}, f"{w} moved")
        judged, _ = self.check(today)
        for term, number in judged["terms"].items():
            if term not in ("want", "change", "change_owner"):
                hold(number == dry["terms"][term], f"{term}: {number} after replan says {dry['terms'][term]}")
        coming = {str(w) for w in facts.weeks if w not in frozen}
        late = [key for key in keys(judged, self.file_text()) if key[1] in coming]
        hold(not late, f"replan leaves {late}")
        if expected not in (None, TooMany) and dry["status"] == "optimal":
            found = dry["changed"], dry["points"]
            hold(found == expected, f"replan finds {found} changes and points, not {expected}")
            self.done.add("replan")
        elif expected is None and not base.covers and not facts.projects:
            hold(False, "a rota, where none is by the definition")

    # Helpers

    def file_text(self):
        return self.read(self.file)

    def check(self, today):
        """The rota's part of `check`, and the team file's findings."""
        _, answer = self.program.json(today, "check", statuses=(0, 1))
        name = f"{self.days[0]} to {self.days[1]}"
        return next(r for r in answer["rotas"] if r["period"] == name), answer["findings"]

    def compare_terms(self, answer, expected, command):
        for term, number in expected.items():
            told = answer["terms"][term]
            hold(told == number, f"{command} says {term} {told}, by definition {number}")

    def tried(self, search):
        try:
            return search()
        except TooMany:
            return TooMany


def values(answer):
    shifts = {
        (datetime.date.fromisoformat(s["week"]), s["rotation"]): s["engineer"] for s in answer["shifts"]
    }
    owners = {p: [Entry(text) for text in entries] for p, entries in answer["owners"].items()}
    return shifts, owners


def conflicts(judged):
    return [f"{f['rule']}: {f['message']}" for f in judged["findings"] if f["severity"] == "conflict"]


def keys(judged, text):
    """Conflicts by rule, the week of their line or the stand-in, and words."""
    lines, found = text.split("\n"), set()
    for finding in judged["findings"]:
        if finding["severity"] != "conflict":
            continue
        rule, words, line = finding["rule"], finding["message"], ""
        # Of a limit it is the last shift, whichever that is.
        if finding.get("file", "").startswith("rotas/") and rule != "too-many-shifts":
            line = lines[finding["line"] - 1].strip()
        if line.startswith("-"):
            # A stand-in cannot have it, why or for how many of its days it may be.
            words, line = words.split("`")[1], "covers"
        else:
            line = line.split(":")[0]
        # How many days somebody is away may lessen: it is the same conflict.
        found.add((rule, line, re.sub(r"\bon \d+ working days?", "", words)))
    return found


def was_there(key, shifts):
    """Whether somebody's own shifts were in each other's way before: only what lay between them
    has changed."""
    rule, _, words = key
    if rule != "rest":
        return False
    person = words.split("`")[1]
    weeks = [datetime.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", words)]
    return all(any(w == week and e == person for (w, _), e in shifts.items()) for week in weeks)


def main(program, count, first, folder):
    failed, done = 0, {}
    for seed in range(first, first + count):
        place = pathlib.Path(folder) / f"team-{seed}"
        trial = Trial(str(pathlib.Path(program).resolve()), seed, place)
        try:
            trial.run()
        except Broken as broken_promise:
            failed += 1
            print(f"{place}: {broken_promise}", flush=True)
            for command in trial.program.log[-4:]:
                print(f"  {command}")
        for name in trial.done:
            done[name] = done.get(name, 0) + 1
    print(f"{count} teams, {failed} broken; compared:", ", ".join(f"{n} {k}" for k, n in sorted(done.items())))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
