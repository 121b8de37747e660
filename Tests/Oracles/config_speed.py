"""The measurements behind `config-speed`; see there."""

import pathlib
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
    away:
      - 2027-02-08 to 2027-02-19
      - 2027-03-01
      - calendar: time-off/ada{n}.ics
    avoid: [2027-02-15, 2027-03-01 to 2027-03-12]
    max_shifts: 2
    # a comment of some length, such as teams write to say why something stands here
    pairing: {{ at: Tuesday 14:00, for: 90 minutes }}
"""


def team_file(size):
    parts = ["team: Platform Infrastructure\ntimezone: Europe/Berlin\nengineers:\n"]
    total, number = len(parts[0]), 0
    while True:
        part = ENGINEER.format(n=number)
        if total + len(part) > size:
            return "".join(parts)
        parts.append(part)
        total, number = total + len(part), number + 1


def rota_read(rota, path):
    run = subprocess.run(
        [rota, "config", "tree", path, "--timings"], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=True)
    for line in run.stderr.splitlines():
        if line.startswith("read: "):
            return float(line.split()[1])
    raise SystemExit("rota printed no `read:`")


def peak(rota, path):
    """The largest resident size of a run, in bytes. (A child of this process would start with its
    size: `time` starts small.)"""
    run = subprocess.run(
        ["/usr/bin/time", "-f", "%M", rota, "config", "tree", path], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=True)
    return int(run.stderr.split()[-1]) * 1024


def pyyaml(text):
    start = time.perf_counter()
    yaml.load(text, Loader=yaml.CSafeLoader)
    return (time.perf_counter() - start) * 1e3


def main(rota, folder):
    folder = pathlib.Path(folder)
    text = team_file(1_000_000)
    path = folder / "team.yaml"
    path.write_text(text)
    times = {
        "rota": min(rota_read(rota, str(path)) for _ in range(40)),
        "libyaml's events": float(
            subprocess.run(
                [folder / "libyaml-events", path, "40"], capture_output=True, check=True).stdout),
        "PyYAML's C loader": min(pyyaml(text) for _ in range(5)),
    }
    for name, milliseconds in times.items():
        print(
            f"{name:18} {milliseconds:8.2f} ms  {len(text) / milliseconds / 1e3:6.1f} MB/s"
            f"  {milliseconds / times['rota']:5.1f} times rota's")

    large, small = folder / "large.yaml", folder / "small.yaml"
    large.write_text(team_file(8 * 1024 * 1024))
    small.write_text("team: A\n")
    start, top = peak(rota, str(small)), peak(rota, str(large))
    size = large.stat().st_size
    print(
        f"memory for {size / 1e6:.1f} MB: {(top - start) / 1e6:.1f} MB above the start's "
        f"{start / 1e6:.1f} MB, {(top - start) / size:.1f} times the file")
    fine = (
        times["libyaml's events"] >= 3 * times["rota"]
        and times["PyYAML's C loader"] >= 10 * times["rota"] and top - start < 8 * size)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
