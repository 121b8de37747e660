"""Times Python's icalendar on ten thousand events, after writing the file they are read from.

usage: speed.py FILE            (makes FILE where there is none)
"""
import datetime
import os
import sys
import time

import icalendar

PATH = sys.argv[1]
BERLIN = datetime.timezone.utc


def build():
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//rota//speed//EN")
    for index in range(10_000):
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


start = time.perf_counter()
text = build()
write = time.perf_counter() - start
if not os.path.exists(PATH):
    with open(PATH, "wb") as file:
        file.write(text)
start = time.perf_counter()
icalendar.Calendar.from_ical(text)
read = time.perf_counter() - start
print(f"icalendar  read {read * 1000:8.1f} ms   write {write * 1000:8.1f} ms")
