"""Compares our zones with Python's zoneinfo, and our VTIMEZONEs as icalendar reads them with both.

usage: zones.py PROBE

Both read the same zone data: $TZDIR, else /usr/share/zoneinfo.
"""
import datetime
import os
import random
import subprocess
import sys
import zoneinfo

import icalendar
from icalendar.timezone.zoneinfo import ZONEINFO

PROBE = sys.argv[1]
FOLDER = os.environ.get("TZDIR", "/usr/share/zoneinfo")
zoneinfo.reset_tzpath([FOLDER])
UTC = datetime.timezone.utc
WRITTEN = """Europe/Berlin Europe/London Europe/Dublin Europe/Istanbul Europe/Moscow Africa/Casablanca
Africa/Cairo Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Jerusalem Asia/Gaza Asia/Tokyo
America/New_York America/Los_Angeles America/Sao_Paulo America/St_Johns America/Nuuk
America/Asuncion America/Mexico_City Australia/Sydney Australia/Lord_Howe Australia/Adelaide
Pacific/Auckland Pacific/Chatham Pacific/Apia Pacific/Easter Antarctica/Troll UTC""".split()


def probe(*arguments, text=None):
    return subprocess.run([PROBE, *arguments], input=text, capture_output=True, text=True,
                          check=True).stdout


def seconds(day):
    return int(datetime.datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def offset(zone, instant):
    return int(datetime.datetime.fromtimestamp(instant, zone).utcoffset().total_seconds())


def check_offsets(names):
    """Every change from 1900 to 2100 and a thousand moments between, of every zone."""
    rng = random.Random(9636)
    start, end = seconds("1900-01-01"), seconds("2100-01-01")
    compared = wrong = 0
    changes, current = {}, None
    for line in probe("offsets", "1900-01-01", "2100-01-01", *names).splitlines():
        words = line.split()
        if words[0] == "@":
            current = changes[words[1]] = [(start, int(words[2]))]
        else:
            current.append((int(words[0]), int(words[1])))
    for name, spans in changes.items():
        zone = zoneinfo.ZoneInfo(name)
        moments = [t for at, _ in spans[1:] for t in (at - 1, at)]
        moments += [rng.randrange(start, end) for _ in range(1000)]
        for moment in moments:
            ours = [value for at, value in spans if at <= moment][-1]
            compared += 1
            if ours != offset(zone, moment):
                wrong += 1
                print("offset", name, moment, "ours", ours, "zoneinfo", offset(zone, moment))
    print(f"offsets: {compared} compared in {len(changes)} zones, {wrong} differ")
    return wrong


def check_local_times():
    """Local times around every change: skipped ones move later, of repeated ones the first."""
    compared = wrong = 0
    for name in WRITTEN:
        zone = zoneinfo.ZoneInfo(name)
        walls = []
        for line in probe("offsets", "1980-01-01", "2060-01-01", name).splitlines()[1:]:
            at, after = map(int, line.split())
            walls += [at + after + minutes * 60 for minutes in range(-180, 181, 15)]
        ours = probe("instants", name, text="".join(f"{w}\n" for w in walls)).split()
        for wall, mine in zip(walls, map(int, ours)):
            local = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=wall)
            theirs = int(local.replace(tzinfo=zone).timestamp())
            compared += 1
            if mine != theirs:
                wrong += 1
                print("local", name, local, "ours", mine, "zoneinfo", theirs)
    print(f"local times: {compared} compared, {wrong} differ")
    return wrong


def check_written():
    """The VTIMEZONEs we write, read by icalendar, at every Monday 09:00 of ten years."""
    compared = wrong = 0
    text = probe("vtimezone", "2022-01-01", "2032-01-01", *WRITTEN)
    for component in icalendar.Calendar.from_ical(text).walk("VTIMEZONE"):
        name = str(component["TZID"])
        read = component.to_tz(tzp=icalendar.timezone.TZP(ZONEINFO()), lookup_tzid=False)
        zone = zoneinfo.ZoneInfo(name)
        for week in range(520):
            local = datetime.datetime(2022, 1, 3, 9) + datetime.timedelta(weeks=week)
            compared += 1
            theirs, system = (local.replace(tzinfo=z).utcoffset() for z in (read, zone))
            if theirs != system:
                wrong += 1
                print("written", name, local, "icalendar", theirs, "zoneinfo", system)
    print(f"written: {compared} compared, {wrong} differ")
    return wrong


names = sorted(zoneinfo.available_timezones() - {"localtime", "Factory", "build/etc/localtime"})
names = [n for n in names if n[0].isupper()]
sys.exit(check_offsets(names) + check_local_times() + check_written() > 0)
