"""Compares our expansion of seeded random rules with dateutil's and libical's.

usage: recurrence.py PROBE LIBICAL_RULES [RULES]

Rules on which the libraries are known to differ from RFC 5545 or from each other are not made:
BYWEEKNO without BYDAY (dateutil gives the whole week), BYSETPOS beside SECONDLY to HOURLY, and
beside WEEKLY (neither counts the days of the first week before the start).
"""
import collections
import datetime
import random
import subprocess
import sys
import tempfile

from dateutil.rrule import rrulestr

PROBE, LIBICAL = sys.argv[1:3]
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 4000
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
START, END = datetime.datetime(2024, 1, 1), datetime.datetime(2031, 1, 1)


def some(rng, values, most):
    return ",".join(map(str, sorted(rng.sample(values, rng.randint(1, most)))))


def rule(rng):
    """A rule and its start."""
    freq = rng.choice(["YEARLY"] * 4 + ["MONTHLY"] * 4 + ["WEEKLY"] * 3 + ["DAILY"] * 2
                      + ["HOURLY", "MINUTELY"])
    start = START + datetime.timedelta(days=rng.randrange(500), hours=rng.randrange(24),
                                       minutes=rng.randrange(60))
    parts = {"FREQ": freq}
    if rng.random() < 0.5:
        parts["INTERVAL"] = rng.randint(1, 5)
    if rng.random() < 0.35:
        parts["BYMONTH"] = some(rng, range(1, 13), 4)
    signed31 = [*range(-31, 0), *range(1, 32)]
    if freq in ("MONTHLY", "YEARLY", "DAILY") and rng.random() < 0.35:
        parts["BYMONTHDAY"] = some(rng, signed31, 5)
    if freq == "YEARLY" and rng.random() < 0.2:
        parts["BYYEARDAY"] = some(rng, [*range(-366, 0), *range(1, 367)], 6)
    if rng.random() < 0.5:
        days = rng.sample(DAYS, rng.randint(1, 4))
        if freq in ("MONTHLY", "YEARLY") and rng.random() < 0.6:
            most = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
            days = [f"{rng.choice([*range(-most, 0), *range(1, most + 1)])}{d}" for d in days]
        parts["BYDAY"] = ",".join(days)
    if freq == "YEARLY" and rng.random() < 0.2:
        parts["BYWEEKNO"] = some(rng, [*range(-53, 0), *range(1, 54)], 6)
        parts["BYDAY"] = ",".join(rng.sample(DAYS, rng.randint(1, 4)))
        parts.pop("INTERVAL", None)  # of years that a week of two years belongs to: nobody agrees
    if rng.random() < 0.25:
        parts["BYHOUR"] = some(rng, range(24), 3)
    if rng.random() < 0.25:
        parts["BYMINUTE"] = some(rng, range(60), 3)
    if freq in ("YEARLY", "MONTHLY", "DAILY") and len(parts) > 2 and rng.random() < 0.3:
        parts["BYSETPOS"] = some(rng, [-3, -2, -1, 1, 2, 3, 4], 2)
    if rng.random() < 0.2:
        parts["WKST"] = rng.choice(DAYS)
    end = rng.random()
    if end < 0.3:
        parts["COUNT"] = rng.randint(1, 60)
    elif end < 0.6:
        until = start + datetime.timedelta(days=rng.randrange(1500), hours=rng.randrange(24))
        parts["UNTIL"] = until.strftime("%Y%m%dT%H%M%SZ")
    if freq in ("HOURLY", "MINUTELY") and "COUNT" not in parts:
        parts["UNTIL"] = (start + datetime.timedelta(days=9)).strftime("%Y%m%dT%H%M%SZ")
    return ";".join(f"{k}={v}" for k, v in parts.items()), start


def by_rrule(text, start):
    """The instances dateutil gives, and the start."""
    try:
        instances = rrulestr(text.replace("Z", ""), dtstart=start)
    except ValueError as error:
        # It finds out by itself that the interval never meets the hours or minutes.
        assert "empty set" in str(error), error
        return [start.isoformat()]
    found = instances.between(start - datetime.timedelta(1), END - datetime.timedelta(seconds=1))
    return sorted({t.isoformat() for t in found} | {start.isoformat()})


def main():
    rng = random.Random(5545)
    cases = [rule(rng) for _ in range(COUNT)]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index, (text, start) in enumerate(cases):
            path = f"{folder}/{index}.ics"
            with open(path, "w") as file:
                file.write(
                    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:"
                    f"{start:%Y%m%dT%H%M%S}Z\nRRULE:{text}\nEND:VEVENT\nEND:VCALENDAR\n")
            files.append(path)
        lines = subprocess.run([PROBE, "events", "UTC", "2024-01-01", "2031-01-01", *files],
                               capture_output=True, text=True, check=True).stdout.splitlines()
    ours = []
    for line in lines:
        if line.startswith("@"):
            ours.append([])
        elif not line.startswith("#"):
            ours[-1].append(line.split("Z")[0])
    text = "".join(f"{start:%Y%m%dT%H%M%S}Z {text} 100000\n" for text, start in cases)
    theirs = subprocess.run([LIBICAL], input=text, capture_output=True, text=True,
                            check=True).stdout.split("\n")

    verdicts = collections.Counter()
    for (text, start), mine, other in zip(cases, ours, theirs):
        first = start.isoformat()
        by_dateutil = by_rrule(text, start)
        stamps = [] if other.strip() == "ERR" else other.split()
        by_libical = sorted({
            datetime.datetime.strptime(t.rstrip("Z"), "%Y%m%dT%H%M%S").isoformat()
            for t in stamps if t[:4] < "2031"} | {first})
        agree = (mine == by_dateutil, other.strip() != "ERR" and mine == by_libical)
        verdicts[agree] += 1
        if agree == (False, False):
            print("differs from both:", start.isoformat(), text)
            print("   ours    ", mine[:6])
            print("   dateutil", by_dateutil[:6])
            print("   libical ", by_libical[:6])
    names = {(True, True): "agree with both", (True, False): "with dateutil only",
             (False, True): "with libical only", (False, False): "with neither"}
    for key, name in names.items():
        print(f"{verdicts[key]:6} {name}")
    sys.exit(verdicts[(False, False)] > 0)


main()
