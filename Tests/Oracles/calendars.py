"""Has the calendars of `rota calendar` read by other libraries and kept by a CalDAV server.

usage: calendars.py ROTA LIBICAL_EVENTS
"""
import base64
import collections
import contextlib
import datetime
import http.client
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zoneinfo

import icalendar
import recurring_ical_events
import yaml
from xml.etree import ElementTree

ROTA, LIBICAL = sys.argv[1:3]
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "config"
ZONES = """Europe/Berlin Europe/London Europe/Dublin Europe/Istanbul America/New_York
America/St_Johns America/Sao_Paulo America/Santiago America/Vancouver Australia/Adelaide
Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Pacific/Apia Asia/Tokyo Asia/Kolkata
Asia/Kathmandu Asia/Gaza Africa/Casablanca Africa/Cairo Etc/UTC""".split()
checks = collections.Counter()


def check(condition, message):
    checks["passed" if condition else "failed"] += 1
    if not condition:
        print("FAILED:", message)


def rota(folder, *arguments, today):
    done = subprocess.run(
        [ROTA, "--team", folder / "team.yaml", *arguments, "--today", today],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"rota {' '.join(map(str, arguments))} ended with {done.returncode}:\n"
                 f"{done.stdout}{done.stderr}")
    return done.stdout


class Reading:
    """A calendar file as icalendar reads it."""

    def __init__(self, data):
        self.data = data
        self.calendar = icalendar.Calendar.from_ical(data)
        self.events = {}
        for event in self.calendar.walk("VEVENT"):
            check(not event.errors, f"{event.errors}")
            uid = str(event["UID"])
            check(uid not in self.events, f"{uid} stands twice")
            self.events[uid] = event

    @property
    def live(self):
        return {uid: e for uid, e in self.events.items() if e.get("STATUS") != "CANCELLED"}


def read(out):
    return {str(f.relative_to(out)): Reading(f.read_bytes()) for f in sorted(out.rglob("*.ics"))}


def moments(value):
    """A time as libical-events may print it: of one that clocks show twice libical takes the second,
    RFC 5545 3.3.5 the first."""
    if not isinstance(value, datetime.datetime):
        return {str(value)}
    return {str(int(value.replace(fold=fold).timestamp())) for fold in (0, 1)
            if fold == 0 or value.replace(fold=1).utcoffset() < value.utcoffset()}


def check_bytes(path, data):
    check(data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""),
          f"{path}: a line does not end in CR LF")
    for line in data.split(b"\r\n"):
        check(len(line) <= 75, f"{path}: a line of {len(line)} octets")
        line.decode()  # a fold inside a character would fail here


def check_readers_agree(out):
    """libical, by the file's VTIMEZONEs, and icalendar, by the system's zones, see the same."""
    for path, reading in read(out).items():
        check_bytes(path, reading.data)
        done = subprocess.run([LIBICAL, out / path], capture_output=True, text=True)
        check(done.returncode == 0, done.stderr)
        found = {}
        for line in done.stdout.splitlines():
            uid, *rest = line.split("\t")
            check(uid not in found, f"{path}: libical sees {uid} twice")
            found[uid] = rest
        check(set(found) == set(reading.events), f"{path}: libical sees other events")
        for uid, event in reading.events.items():
            start, end, sequence = found.get(uid, ["", "", ""])
            check(start in moments(event.start) and end in moments(event.end)
                  and sequence == str(event["SEQUENCE"]),
                  f"{path}: {uid} is from {event.start} to {event.end}, for libical {start} {end}")
        spread = recurring_ical_events.of(reading.calendar).between(
            datetime.date(2020, 1, 1), datetime.date(2040, 1, 1))
        check(sorted(str(e["UID"]) for e in spread) == sorted(reading.events),
              f"{path}: recurring-ical-events sees others")


def shifts(folder):
    """(week, rotation) and holder, of all rota files."""
    held = {}
    for file in sorted((folder / "rotas").glob("*.yaml")):
        for week, row in yaml.safe_load(file.read_text())["shifts"].items():
            for rotation, engineer in row.items():
                held[str(week), rotation] = engineer
    return held


def check_shifts(folder, out):
    """Each shift has its event, from handover to handover on the wall, and no other has."""
    team = yaml.safe_load((folder / "team.yaml").read_text())
    zone = zoneinfo.ZoneInfo(team["timezone"])
    hour, minute = map(int, team["handover"].split()[1].split(":"))
    files = read(out)
    held = shifts(folder)
    for (week, rotation), engineer in held.items():
        start = datetime.date.fromisoformat(week)
        ends = [datetime.datetime.combine(start + datetime.timedelta(days), datetime.time(hour, minute), zone)
                for days in (0, 7)]
        for path, uid in [("team.ics", f"shift.{week}.{rotation}@"),
                          (f"rotations/{rotation}.ics", f"shift.{week}.{rotation}@"),
                          (f"engineers/{engineer}.ics", f"shift.{week}.{rotation}.{engineer}@")]:
            found = [e for u, e in files[path].live.items() if u.startswith(uid)]
            check(len(found) == 1, f"{path} has {len(found)} of {uid}")
            for event in found:
                got = [event.start.astimezone(datetime.timezone.utc),
                       event.end.astimezone(datetime.timezone.utc)]
                expected = [e.astimezone(datetime.timezone.utc) for e in ends]
                check(got == expected, f"{path}: {uid} is at {got}, not {expected}")
    for path, reading in files.items():
        count = sum(uid.startswith("shift.") for uid in reading.live)
        parts = path.removesuffix(".ics").split("/")
        expected = sum(1 for (_, rotation), engineer in held.items()
                       if parts[0] == "team" or parts == ["rotations", rotation]
                       or parts == ["engineers", engineer])
        check(count == expected, f"{path} has {count} shifts, not {expected}")


class Subscriber:
    """A client that replaces an event it has by one of the same id that is newer."""

    def __init__(self):
        self.events = {}

    def poll(self, reading):
        """How many events it saw change."""
        changed = 0
        for uid, event in reading.events.items():
            old = self.events.get(uid)
            version = (int(event["SEQUENCE"]), event["DTSTAMP"].dt)
            if old is not None and old[0] == version:
                check(old[1] == event.to_ical(), f"{uid} changed without a new version")
                continue
            check(old is None or old[0] < version, f"{uid} went back")
            self.events[uid] = (version, event.to_ical(), event)
            changed += 1
        check(set(self.events) <= set(reading.events), "an event vanished without being cancelled")
        return changed

    def live(self):
        return {u: e for u, (_, _, e) in self.events.items() if e.get("STATUS") != "CANCELLED"}


def edit(file, change):
    text = file.read_text()
    changed = change(text)
    check(text != changed, f"{file.name} was to be edited")
    file.write_text(changed)


def swap(text, first, second, rotation):
    rows = yaml.safe_load(text)["shifts"]
    dates = {str(week): row for week, row in rows.items()}
    a, b = dates[first][rotation], dates[second][rotation]
    return "\n".join(
        line.replace(f"{rotation}: {a}", f"{rotation}: {b}") if line.strip().startswith(first)
        else line.replace(f"{rotation}: {b}", f"{rotation}: {a}") if line.strip().startswith(second)
        else line for line in text.split("\n"))


def check_changes(folder, out, server):
    """Across a swap, a removal and a regeneration a subscriber sees one updated event."""
    subscribers = {path: Subscriber() for path in read(out)}
    for path, reading in read(out).items():
        subscribers[path].poll(reading)

    def poll(today):
        rota(folder, "calendar", "--out", out, today=today)
        check_shifts(folder, out)
        check_readers_agree(out)
        server.store(out)
        seen = {}
        for path, reading in read(out).items():
            seen[path] = subscribers.setdefault(path, Subscriber()).poll(reading)
            live = subscribers[path].live()
            check(set(live) == set(reading.live), f"{path}: the subscriber sees other events")
        return seen

    before = {f: f.read_bytes() for f in out.rglob("*.ics")}
    check(set(poll("2026-12-05").values()) == {0}, "a run without a change changed something")
    check(before == {f: f.read_bytes() for f in out.rglob("*.ics")}, "bytes changed")

    q1 = folder / "rotas" / "2027-Q1.yaml"
    weeks = sorted(str(w) for w in yaml.safe_load(q1.read_text())["shifts"])
    a, b = weeks[3], weeks[5]
    edit(q1, lambda text: swap(text, a, b, "service"))
    seen = poll("2026-12-10")
    # The two shifts and the three beside them, which name who comes before and after.
    check(seen["team.ics"] == 5, f"after a swap team.ics has {seen['team.ics']} updates")
    own = {p: n for p, n in seen.items() if p.startswith("engineers/") and n}
    check(len(own) <= 5, f"a swap reaches {own}")

    edit(q1, lambda text: swap(text, a, b, "service"))
    seen = poll("2026-12-11")
    check(seen["team.ics"] == 5, "a swap back updates the same events")

    edit(q1, lambda text: "\n".join(l for l in text.split("\n") if not l.strip().startswith(a)))
    seen = poll("2026-12-12")
    check(seen["team.ics"] == 3, f"after a removal team.ics has {seen['team.ics']} updates")
    event = next(e for u, e in read(out)["team.ics"].events.items() if u.startswith(f"shift.{a}."))
    check(event.get("STATUS") == "CANCELLED", "a shift that vanished is cancelled")

    # The holder of a week goes away, and the quarter is made anew: without the hole, too.
    before = shifts(folder)
    holder = before[b, "service"]
    edit(folder / "team.yaml", lambda text: with_time_off(text, holder, f"{b} to {days_later(b, 6)}"))
    rota(folder, "generate", "2027-Q1", "--replace", today="2026-12-13")
    after = shifts(folder)
    check(after[b, "service"] != holder, "who is away holds no shift")
    moved = {slot for slot in before | after if before.get(slot) != after.get(slot)}
    seen = poll("2026-12-13")
    check(seen["team.ics"] >= len(moved), f"{len(moved)} shifts moved, {seen['team.ics']} updates")
    live = [u for u in read(out)["team.ics"].live if u.startswith(f"shift.{a}.")]
    check(len(live) == 1, f"the week of {a} has {live}")


def days_later(day, count):
    return datetime.date.fromisoformat(day) + datetime.timedelta(count)


def with_time_off(text, engineer, days):
    """The team file with days off of an engineer, who is a block of lines."""
    lines = text.split("\n")
    start = next(i for i, l in enumerate(lines) if l.startswith(f"  {engineer}:"))
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith("    "))
    entry = next((i for i in range(start, end) if lines[i].startswith("    away:")), None)
    if entry is None:
        lines.insert(end, f"    away: [{days}]")
    elif lines[entry].rstrip().endswith(":"):
        lines.insert(entry + 1, f"      - {days}")
    else:
        lines[entry] = lines[entry].replace("[", f"[{days}, ", 1)
    return "\n".join(lines)


@contextlib.contextmanager
def radicale():
    """A CalDAV server on the loopback; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as storage:
        server = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}",
             "--auth-type", "none", "--storage-filesystem-folder", storage],
            stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                time.sleep(0.05)
            yield port
        finally:
            server.terminate()
            server.wait()


def request(port, method, path, body=None, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    # Without authentication the server takes anybody's word for who they are.
    login = base64.b64encode(b"team:").decode()
    connection.request(method, path, body, {
        "Authorization": f"Basic {login}", "Content-Type": "text/calendar; charset=utf-8"} | headers)
    response = connection.getresponse()
    return response.status, response.read()


def said(event):
    """Everything an event says, whatever the order of its lines."""
    return sorted(event.to_ical().splitlines())


class Server:
    """A CalDAV server that has stored files; what it gave back of each, by UID."""

    def __init__(self, port):
        self.port = port
        self.stored = {}

    def store(self, out):
        """Each file is stored over what was there and comes back with the same events, one a UID,
        newer than before where they changed."""
        for path, reading in read(out).items():
            place = "/team/" + path.removesuffix(".ics").replace("/", "-") + "/"
            status, body = request(self.port, "PUT", place, reading.data)
            check(status in (201, 204), f"{path} is refused: {status} {body}")
            status, body = request(self.port, "GET", place)
            check(status == 200, f"{path} is not given back: {status}")
            back = {u: (int(e["SEQUENCE"]), said(e)) for u, e in Reading(body).events.items()}
            check({u: words for u, (_, words) in back.items()}
                  == {u: said(e) for u, e in reading.events.items()},
                  f"{path} comes back with other events")
            status, body = request(self.port, "PROPFIND", place, headers={"Depth": "1"})
            items = len(ElementTree.fromstring(body).findall("{DAV:}response")) - 1
            check(items == len(back), f"{path} is kept as {items} items, not {len(back)}")
            for uid, (sequence, words) in self.stored.get(path, {}).items():
                check(uid in back, f"{path}: {uid} is gone from the server")
                newer = uid in back and (back[uid][0] > sequence or back[uid][1] == words)
                check(newer, f"{path}: {uid} changed and has no higher SEQUENCE")
            self.stored[path] = back


def sample(zone=None):
    folder = pathlib.Path(tempfile.mkdtemp())
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    if zone:
        edit(folder / "team.yaml",
             lambda text: text.replace("timezone: Europe/Amsterdam", f"timezone: {zone}"))
    return folder


def ten_years(zone):
    """A team in a zone that has held shifts every week for ten years, from the hour on at which
    many clocks change."""
    folder = pathlib.Path(tempfile.mkdtemp())
    (folder / "rotas").mkdir()
    (folder / "team.yaml").write_text(
        f"team: Ten Years\ntimezone: {zone}\nhandover: Sunday 02:30\n"
        "engineers:\n  ada:\n  bo:\n  cy:\n")
    day = datetime.date(2022, 1, 2)
    for year in range(2022, 2032):
        for quarter in range(1, 5):
            lines = [f"period: {year}-Q{quarter}", "shifts:"]
            while (day.year, (day.month + 2) // 3) == (year, quarter):
                lines.append(f"  {day}: {{ service: {['ada', 'bo', 'cy'][day.toordinal() // 7 % 3]} }}")
                day += datetime.timedelta(7)
            (folder / "rotas" / f"{year}-Q{quarter}.yaml").write_text("\n".join(lines) + "\n")
    return folder


def main():
    folder = sample()
    rota(folder, "generate", "2027-Q1", today="2026-12-01")
    q1 = folder / "rotas" / "2027-Q1.yaml"
    rows = yaml.safe_load(q1.read_text())["shifts"]
    week = sorted(rows, key=str)[-1]  # the week of the change of clocks in March
    stand_in = next(r["service"] for r in rows.values() if r["service"] != rows[week]["service"])
    first = datetime.date.fromisoformat(str(week))
    q1.write_text(q1.read_text() + f"covers:\n  - {{ from: {first}, to: {first + datetime.timedelta(1)},"
                  f" rotation: service, engineer: {stand_in} }}\n")
    with radicale() as port:
        for options in (["--reminders", "--attendees"], ["--all-day"], []):
            out = folder / ("out" + "".join(options))
            rota(folder, "calendar", "--out", out, *options, today="2026-12-01")
            check_readers_agree(out)
            server = Server(port)
            server.store(out)
            if "--all-day" in options:
                for event in read(out)["rotations/service.ics"].live.values():
                    check(not isinstance(event.start, datetime.datetime), "an all-day shift has a time")
                continue
            check_shifts(folder, out)
            covers = [u for u in read(out)[f"engineers/{stand_in}.ics"].live
                      if u.startswith("cover.2027-")]
            check(len(covers) == 1, f"{stand_in} has {covers}")
        check_changes(folder, out, server)
    shutil.rmtree(folder)

    for zone in ZONES:
        for folder in (sample(zone), ten_years(zone)):
            rota(folder, "calendar", "--out", folder / "out", today="2026-12-01")
            check_shifts(folder, folder / "out")
            check_readers_agree(folder / "out")
            shutil.rmtree(folder)

    print(f"{checks['passed']} checks passed, {checks['failed']} failed")
    sys.exit(checks["failed"] > 0)


main()
