"""What exports.sh checks. The exit status is 1 where anything differs."""

import copy
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import zoneinfo

from openapi_schema_validator import OAS30Validator

ROTA, DESCRIPTION = os.path.abspath(sys.argv[1]), sys.argv[2]
TODAY = "2026-10-01"
SETTINGS = {
    "incident-io": ["schedule_id=S", "rotation_id=R", "layer_id=L"],
    "jsm": ["rotation_id=R"],
    "goalert": ["scheduleID=S"],
}
FORMATS = ["json", "csv", "pagerduty", "pagerduty-shifts", "incident-io", "jsm", "rootly",
           "better-stack", "goalert"]
BODIES = {"pagerduty": "/schedules/{id}/overrides",
          "pagerduty-shifts": "/v3/schedules/{id}/custom_shifts"}
# Clock changes in October, November and April, by an hour and by half of one; none; other offsets.
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu",
         "America/St_Johns", "Pacific/Auckland", "UTC"]
HANDOVERS = ["Sunday 02:30", "Monday 09:30"]
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
wrong = 0


def complain(text):
    global wrong
    wrong += 1
    print(text)


def run(folder, *words, text=None):
    return subprocess.run(
        [ROTA, *words, "--today", TODAY], cwd=folder, input=text, text=True, capture_output=True)


def team(zone, handover):
    lines = [f"team: Storage\ntimezone: {zone}\nhandover: {handover}\nrotations: {{ service: {{}} }}"]
    lines.append("engineers:")
    for number, name in enumerate(["ada", "bo", "cy"]):
        ids = f"pagerduty: P{number}, atlassian: A{number}, rootly: '{number}', goalert: G{number}"
        lines.append(f"  {name}: {{ email: {name}@example.com, accounts: {{ {ids} }} }}")
    return "\n".join(lines) + "\n"


def in_folder(zone, handover, check):
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/config")
        with open(f"{folder}/config/team.yaml", "w") as file:
            file.write(team(zone, handover))
        for period in ["2026-Q4", "2027-Q1", "2027-Q2"]:
            made = run(folder, "generate", period)
            assert made.returncode == 0, made.stderr
        covered = run(folder, "cover", "2026-10-28", "--days", "2026-10-29 to 2026-10-30",
                      "--apply", "1")
        assert covered.returncode == 0, covered.stderr
        check(folder)


def exported(folder, name):
    words = [part for setting in SETTINGS.get(name, []) for part in ("--set", setting)]
    made = run(folder, "export", "--format", name, *words)
    if made.returncode != 0:
        complain(f"export {name}: {made.stderr}")
    return made.stdout


def check_instants(zone, handover):
    clock = zoneinfo.ZoneInfo(zone)
    count = 0

    def check(folder):
        nonlocal count
        for name in FORMATS:
            instants = INSTANT.findall(exported(folder, name))
            if len(instants) < 20:
                complain(f"{zone} {name}: {len(instants)} instants")
            for text in instants:
                count += 1
                said = datetime.datetime.fromisoformat(text)
                if said.utcoffset() != said.astimezone(clock).utcoffset():
                    complain(f"{zone} {handover} {name}: {text} is not its zone's offset")

    in_folder(zone, handover, check)
    return count


def check_bodies(folder):
    with open(DESCRIPTION) as file:
        description = json.load(file)
    for name, path in BODIES.items():
        content = description["paths"][path]["post"]["requestBody"]["content"]
        schema = dict(content["application/json"]["schema"], components=description["components"])
        body = json.loads(exported(folder, name))
        for error in OAS30Validator(schema).iter_errors(body):
            complain(f"{name}: {error.message} at {list(error.path)}")
        # A check that accepts anything shows nothing.
        broken = copy.deepcopy(body)
        for stretch in next(iter(broken.values())):
            stretch.pop("end", None)
            stretch.pop("end_time", None)
        if not list(OAS30Validator(schema).iter_errors(broken)):
            complain(f"{name}: the description accepts a stretch without an end")


def check_reading_back(folder):
    for name in ["json", "csv"]:
        with tempfile.TemporaryDirectory() as other:
            os.mkdir(f"{other}/config")
            with open(f"{folder}/config/team.yaml") as source:
                with open(f"{other}/config/team.yaml", "w") as copied:
                    copied.write(source.read())
            read = run(other, "import", "-", text=exported(folder, name))
            if read.returncode != 0:
                complain(f"import of {name}: {read.stderr}")
            elif exported(other, name).replace("generated_from", "") != exported(
                    folder, name).replace("generated_from", ""):
                complain(f"{name} is not read back as it was")


instants = sum(check_instants(zone, handover) for zone in ZONES for handover in HANDOVERS)
in_folder("Europe/Berlin", "Monday 09:30", check_bodies)
in_folder("Europe/Berlin", "Monday 09:30", check_reading_back)
print(f"{instants} instants in {len(ZONES)} zones, {len(BODIES)} bodies, 2 formats read back: "
      + ("nothing wrong" if wrong == 0 else f"{wrong} wrong"))
sys.exit(1 if wrong else 0)
