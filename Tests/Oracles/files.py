"""Compares the occurrences we find in real calendar files with recurring-ical-events'.

usage: files.py PROBE FOLDER

Files that the libraries refuse are counted and not compared.
"""
import collections
import datetime
import pathlib
import subprocess
import sys
import tempfile
import warnings
import zoneinfo

import icalendar
import recurring_ical_events

warnings.simplefilter("ignore")
PROBE, FOLDER = sys.argv[1:3]
ZONE, FROM, TO = "Europe/Berlin", "1990-01-01", "2030-01-01"
BERLIN = zoneinfo.ZoneInfo(ZONE)

# Files on which we mean to differ, and why.
KNOWN = {
    "example.ics": "two events of one UID: the later one counts",
    "issue_178_custom_component_contains_other.ics": "events in components of one's own",
    "issue_201_mixed_datetime_and_date.ics": "a date start with a time as its end stays a date",
    "issue_201_test_matrix.ics": "a date start with a time as its end stays a date",
    "timezone_same_start_and_offset.ics": "the file lacks its END:VCALENDAR",
    "end_before_start_event.ics": "an event that ends before it starts is broken",
    "issue_132_swapped_start_and_end.ics": "an event that ends before it starts is broken",
    "issue_1633_rdate_with_dates.ics": "dates as periods are dates",
    "issue_1633_rdate_with_dates_and_tzid.ics": "dates as periods are dates",
    "event_with_recurrence.ics": "exceptions in UTC of a start without a zone are in UTC",
    "issue_253_additional_recurrence_id.ics": "an override outside of its series counts",
}


def shown(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    value = value if value.tzinfo else value.replace(tzinfo=BERLIN)
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def theirs(path):
    found = []
    for calendar in icalendar.Calendar.from_ical(path.read_bytes(), multiple=True):
        span = (datetime.datetime.fromisoformat(day).replace(tzinfo=BERLIN) for day in (FROM, TO))
        for event in recurring_ical_events.of(calendar).between(*span):
            start = event["DTSTART"].dt
            end = event["DTEND"].dt if "DTEND" in event else start
            if not isinstance(start, datetime.datetime) and end == start:
                end += datetime.timedelta(days=1)
            found.append(f"{shown(start)} {shown(end)}")
    return collections.Counter(found)


paths = sorted(pathlib.Path(FOLDER).rglob("*.ics"))


def occurrences(paths):
    """The occurrences we find in each file."""
    output = subprocess.run([PROBE, "events", ZONE, FROM, TO, *map(str, paths)],
                            capture_output=True, text=True, check=True).stdout
    found = {}
    for line in output.splitlines():
        if line.startswith("@ "):
            current = found[line[2:]] = []
        elif not line.startswith("#"):
            current.append(line)
    return found


ours = occurrences(paths)

def rewritten(path, target):
    """What is read of a file, written again."""
    target.write_bytes(
        subprocess.run([PROBE, "rewrite", path], capture_output=True, check=True).stdout)
    return target


def check_fixed_points():
    """Read, written and read again, a file gives the same events and the same bytes."""
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        whole = [path for path in paths if b"BEGIN:VCALENDAR" in path.read_bytes().upper()]
        pairs = [(path, rewritten(path, folder / f"{index}.ics")) for index, path in enumerate(whole)]
        pairs = [(path, once) for path, once in pairs if once.stat().st_size > 0]
        again = occurrences(once for _, once in pairs)
        for path, once in pairs:
            if rewritten(once, folder / "twice.ics").read_bytes() != once.read_bytes():
                broken += 1
                print(path.name, "is another file when written twice")
            if again[str(once)] != ours[str(path)]:
                broken += 1
                print(path.name, "has other events when written")
    print(f"{len(pairs):6} written and read again, {broken} differ")
    return broken


verdicts = collections.Counter()
for path in paths:
    try:
        expected = theirs(path)
    except Exception as error:  # whatever the libraries throw on files they refuse
        verdicts["refused by the libraries"] += 1
        continue
    found = collections.Counter(ours[str(path)])
    if found == expected:
        verdicts["the same"] += 1
    elif path.name in KNOWN:
        verdicts["different on purpose"] += 1
    else:
        verdicts["different"] += 1
        print(path.name, "ours only", sorted((found - expected).elements())[:3],
              "theirs only", sorted((expected - found).elements())[:3])
for verdict, count in verdicts.most_common():
    print(f"{count:6} {verdict}")
sys.exit(verdicts["different"] + check_fixed_points() > 0)
