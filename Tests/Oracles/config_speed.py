"""The measurements behind `config-speed`; see there."""

import pathlib
import statistics
import subprocess
import sys
import time

import yaml

ENGINEER = """\
  engineer-{n}:
    name: Ada Lindqvist {n}            # the id otherwise
    email: ada{n}@example.com
    joined: 2024-03-01
    load: 80%
    workdays: [Mon, Tue, Wed, Thu]
    skills: [terraform, aws, "vault"]
    # a comment of some length, such as teams write to say why something stands here
    away:
      - 2027-02-08 to 2027-02-19
      - 2027-03-01
    avoid: [2027-02-15, 2027-03-01 to 2027-03-12]
    max_shifts: 2
"""

PROJECT = """\
  project-{n}:
    name: Move secrets to Vault {n}
    start: 2027-01-11
    end: 2027-03-05
    owners: 2
    skills: [vault]
    pair_with: [Dora Kim <dora@example.com>]
    pairing: {{ at: Tuesday 14:00, for: 90 minutes }}
"""


def team_file(size):
    """A team file without a mistake, of at most `size` bytes: engineers, and a project for every other
    one."""
    engineers = ["team: Platform Infrastructure\ntimezone: Europe/Berlin\nengineers:\n"]
    projects = ["projects:\n"]
    room, number = size - len(engineers[0]) - len(projects[0]), 0
    while True:
        parts = [ENGINEER.format(n=number)] + [PROJECT.format(n=number)] * (number % 2)
        room -= sum(map(len, parts))
        if room < 0:
            return "".join(engineers + projects)
        engineers.append(parts[0])
        projects += parts[1:]
        number += 1


def read_time(*command):
    """`read` of `--timings`."""
    run = subprocess.run(
        [*command, "--timings"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        check=True)
    for line in run.stderr.splitlines():
        if line.startswith("read: "):
            return float(line.split()[1])
    raise SystemExit("rota printed no `read:`")


def events_time(program, path):
    return float(subprocess.run([program, path], capture_output=True, check=True).stdout)


def peak(rota, path):
    """The largest resident size of a run, in bytes. (A child of this process would start with its
    size: `time` starts small.)"""
    run = subprocess.run(
        ["/usr/bin/time", "-f", "%M", rota, "config", "tree", path], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=True)
    return int(run.stderr.split()[-1]) * 1024


def pyyaml_time(path):
    start = time.perf_counter()
    yaml.load(pathlib.Path(path).read_bytes(), Loader=yaml.CSafeLoader)
    return (time.perf_counter() - start) * 1e3


def main(rota, folder):
    folder = pathlib.Path(folder)
    text = team_file(1_000_000)
    path = folder / "team.yaml"
    path.write_text(text)
    measures = {
        "rota": lambda: read_time(rota, "config", "tree", path),
        "libyaml's events": lambda: events_time(folder / "libyaml-events", path),
        "PyYAML's C loader": lambda: pyyaml_time(path),
        "rota, as a team": lambda: read_time(rota, "--team", path, "check", "--today", "2027-01-01"),
    }
    # Other work on the machine then slows all of them alike.
    runs = [{name: measure() for name, measure in measures.items()} for _ in range(41)]
    times = {name: statistics.median(run[name] for run in runs) for name in measures}
    ratios = {name: statistics.median(run[name] / run["rota"] for run in runs) for name in measures}
    for name, milliseconds in times.items():
        print(
            f"{name:18} {milliseconds:8.2f} ms  {len(text) / milliseconds / 1e3:6.1f} MB/s"
            f"  {ratios[name]:5.1f} times rota's")

    large, small = folder / "large.yaml", folder / "small.yaml"
    large.write_text(team_file(8 * 1024 * 1024))
    small.write_text("team: A\n")
    start, top = peak(rota, str(small)), peak(rota, str(large))
    size = large.stat().st_size
    print(
        f"memory for {size / 1e6:.1f} MB: {(top - start) / 1e6:.1f} MB above the start's "
        f"{start / 1e6:.1f} MB, {(top - start) / size:.1f} times the file")
    fine = (
        ratios["libyaml's events"] >= 3 and ratios["PyYAML's C loader"] >= 10
        and top - start < 8 * size)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
