"""run.py PROJECT FOLDER COUNT SEED [ROOM|PLACE…]: see ../mutants.sh."""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time

import tree
from rooms import COMMANDS, ROOMS

HERE = pathlib.Path(__file__).resolve().parent


def run(bundle, project, tests, number, limit):
    """What the tests make of a planted fault: `passed`, `failed`, `crashed` or `hung`, with the first
    that said so. Ended at the first complaint."""
    process = subprocess.Popen(
        [bundle, "--testing-library", "swift-testing", "--filter", tests],
        cwd=project, env={**os.environ, "ROTA_PLANTED": str(number), "NO_COLOR": "1",
                          "SWIFT_BACKTRACE": "enable=no"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        text=True, errors="replace")  # fmt: skip
    late = threading.Event()

    def end(flag=None):
        if flag:
            flag.set()
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(limit, end, [late])
    timer.start()
    said = "", 0
    count = 0
    for line in process.stdout:
        ran = re.search(r"Test run with (\d+) test", line)
        count = int(ran[1]) if ran else count
        complaint = re.search(r"✘ Test (?!run|case)(\S+)", line)
        if complaint:
            said = complaint[1], 0
            end()
            break
    timer.cancel()
    status = process.wait()
    end()
    if said[0]:
        return "failed", said[0], count
    if late.is_set():
        return "hung", tests, count
    return ("passed", "", count) if status == 0 else ("crashed", tests, count)


def equivalents():
    """Faults that change nothing that anybody could see, each with the reason above it."""
    lines = (HERE / "equivalents.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


class Limits:
    """How long each filter's tests may take before they hang: ten times what they take without a
    fault, which they must pass. Found out when a fault first asks for them."""

    def __init__(self, bundle, project):
        self.bundle, self.project, self.found = bundle, project, {}

    def __getitem__(self, tests):
        if tests not in self.found:
            start = time.monotonic()
            result, said, count = run(self.bundle, self.project, tests, 0, 3600)
            took = time.monotonic() - start
            print(f"{count} tests in {took:.0f} s: {tests}", flush=True)
            if result != "passed" or count == 0:
                raise SystemExit(f"without a fault: {result} {said}")
            self.found[tests] = 60 + 10 * took
        return self.found[tests]


def main(project, work, count, seed, names):
    places = [name for name in names if ".swift" in name]
    asked = [
        room for room in ROOMS
        if not names or room.name in names or any(place.startswith(room.paths) for place in places)
    ]  # fmt: skip
    targets = {target for room in asked for target in room.targets}
    work = pathlib.Path(work).resolve()
    work.mkdir(exist_ok=True)
    copied, original = work / "tree", work / "as-it-was"
    if not copied.exists():
        tree.copy(pathlib.Path(project).resolve(), original, targets)
        tree.copy(original, copied, ())
    has_new_tests = tree.take_tests(pathlib.Path(project).resolve(), copied)
    faults = {}
    rooms = {}
    wanted = {}
    for room, number, chosen in tree.draw(original, asked, count, seed, places):
        wanted[room] = number
        for fault in chosen:
            rooms[len(faults) + 1] = room
            faults[len(faults) + 1] = fault
    planted = work / "planted.json"
    if planted.exists():
        faults = {number: faults[number] for number in json.loads(planted.read_text())}
    bundle = str(tree.plant(original, copied, faults))
    planted.write_text(json.dumps(sorted(faults)))

    known_file = work / "results.json"
    known = json.loads(known_file.read_text()) if known_file.exists() else {}
    if has_new_tests:
        known = {
            number: verdict for number, verdict in known.items()
            if verdict[0] not in ("survived", "passed")
        }  # fmt: skip
    tally = {room: [] for room in wanted}
    # All rooms side by side, so that a run that is broken off has seen some of each.
    order = []
    for room in wanted:
        mine = [number for number in faults if rooms[number] is room][: wanted[room]]
        order += [(index / len(mine), number) for index, number in enumerate(mine)]
    allowed = Limits(bundle, copied)
    filters = {
        room: [tests for tests in room.tests if COMMANDS in targets or not tests.startswith(COMMANDS)]
        for room in wanted
    }
    same = equivalents()
    # The quick tests of all faults first, so that what is left can be looked at while the laws run.
    for stage in range(max(map(len, filters.values()))):
        for _, number in sorted(order):
            fault, asked_of = faults[number], filters[rooms[number]]
            result, said = known.get(str(number), ("passed", 0))
            if result != "passed" or said > stage:
                continue
            if fault.name in same:
                result, said = "equivalent", ""
            else:
                tests = asked_of[stage]
                result, said, _ = run(bundle, copied, tests, number, allowed[tests])
                if result == "passed":
                    said = stage + 1
                if said == len(asked_of):
                    result, said = "survived", ""
            known[str(number)] = result, said
            known_file.write_text(json.dumps(known))
            place = f"{fault.path}:{fault.line} {fault.what}"
            print(f"{number} {result} {said} | {place}", flush=True)
    for _, number in order:
        tally[rooms[number]].append((known[str(number)][0], number))

    survived = []
    for room, results in tally.items():
        kinds = [result for result, _ in results]
        counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds)))
        print(f"{room.name}: {len(results)} faults: {counts}")
        survived += [faults[number] for result, number in results if result == "survived"]
    for fault in survived:
        print(f"survived: {fault.name} (line {fault.line})")
    print(f"{len(order)} faults, {len(survived)} of them survived and are no known equivalents")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:]))
