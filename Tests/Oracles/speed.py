"""Times ours, libical and Python's icalendar on ten thousand events, and how much memory ours takes.

usage: speed.py PROBE LIBICAL_SPEED FOLDER      (makes files of events in FOLDER)
       speed.py build FILE COUNT                (makes one, and times icalendar on it)
"""
import datetime
import os
import pathlib
import re
import subprocess
import sys
import time

failed = False


def check(condition, message):
    global failed
    if not condition:
        failed = True
        print("FAILED:", message)


def build(count):
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//rota//speed//EN")
    for index in range(count):
        start = datetime.datetime(2027, 1, 4, 9) + datetime.timedelta(days=index % 3000)
        event = icalendar.Event()
        event.add("uid", f"shift.{index}@team.rota")
        event.add("dtstamp", datetime.datetime(2026, 12, 1, tzinfo=datetime.timezone.utc))
        event.add("dtstart", start, parameters={"TZID": "Europe/Berlin"})
        event.add("dtend", start, parameters={"TZID": "Europe/Berlin"})
        event.add("summary", f"Service tasks: Engineer {index}, on duty")
        event.add("description",
                  "Before: Someone Else.\nAfter: Another Person; see the page, which is long.")
        event.add("categories", ["Rota", "Service tasks"])
        event.add("transp", "TRANSPARENT")
        event.add("sequence", 0)
        calendar.add_component(event)
    return calendar.to_ical()


def build_and_time(path, count):
    """In a process of its own: what it takes would count as that of every process it starts."""
    import icalendar

    start = time.perf_counter()
    text = build(count)
    write = time.perf_counter() - start
    pathlib.Path(path).write_bytes(text)
    start = time.perf_counter()
    icalendar.Calendar.from_ical(text)
    read = time.perf_counter() - start
    print(f"read {read * 1000:.1f} ms write {write * 1000:.1f} ms")


def timed(*command):
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+) +([\d.]+) ms", output)}


def memory(*command):
    """Bytes that a program takes at most."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    check(process.returncode == 0, f"{command[:2]} ended with {process.returncode}")
    return usage.ru_maxrss * 1024


def main(probe, libical, folder):
    events = pathlib.Path(folder) / "events.ics"
    results = {
        "icalendar": timed(sys.executable, __file__, "build", events, "10000"),
        "libical": timed(libical, events), "ours": timed(probe, "speed", events)}
    for name, times in results.items():
        print(f"{name:10} read {times['read']:8.1f} ms   write {times['write']:8.1f} ms")
    understood = results["ours"]["understood"]
    print(f"{'':10} and {understood:.1f} ms more to understand what was read")
    for what in ("read", "write"):
        ours = results["ours"][what] + (understood if what == "read" else 0)
        check(20 * ours <= results["icalendar"][what],
              f"to {what} is not 20 times as fast as icalendar")
        check(ours <= results["libical"][what], f"to {what} is slower than libical")

    many = pathlib.Path(folder) / "many.ics"
    head, *rest = events.read_bytes().replace(b"END:VCALENDAR\r\n", b"").split(b"BEGIN:VEVENT")
    copies = (b"BEGIN:VEVENT" + event.replace(b"@team", b"@%d" % copy)
              for copy in range(6) for event in rest)
    many.write_bytes(head + b"".join(copies) + b"END:VCALENDAR\r\n")
    size = many.stat().st_size
    for command in (["rewrite", many], ["lint", many],
                    ["events", "Europe/Berlin", "2000-01-01", "2060-01-01", many]):
        taken = memory(probe, *command)
        print(f"{command[0]:10} {size / 2**20:.1f} MiB in {taken / 2**20:.0f} MiB, "
              f"{taken / size:.1f} times the file")
        check(taken < 20 * size, f"{command[0]} takes twenty times the file")
    sys.exit(failed)


if sys.argv[1] == "build":
    build_and_time(sys.argv[2], int(sys.argv[3]))
else:
    main(*sys.argv[1:])
