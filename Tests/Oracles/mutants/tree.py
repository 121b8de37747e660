"""The copy of the tree that faults are planted in: drawing, planting, building."""

import pathlib
import random
import re
import shutil
import subprocess

from faults import faults_in, overlap, planted_text

READ_ONCE = """\
import Glibc

/// The number of the fault that this run is about; 0 where there is none.
let plantedFaultOfTheRun: Int = unsafe getenv("ROTA_PLANTED").flatMap { unsafe Int(String(cString: $0)) } ?? 0
"""

NEEDED = """
var needed: Set = [NAMED]
var known = 0
while needed.count > known {
  known = needed.count
  for target in package.targets where needed.contains(target.name) {
    for case .targetItem(let name, _) in target.dependencies { needed.insert(name) }
  }
}
package.targets.removeAll { !needed.contains($0.name) }
package.products.removeAll()
"""


def draw(project, rooms, count, seed, places=()):
    """Faults by room, in the order in which they are to be tried, more than are asked for: some do
    not compile. Kinds take turns, and places are drawn at random within a kind. Where places are
    named, all that can stand in one text there."""
    chances = random.Random(seed)
    drawn = []
    for room in rooms:
        files = []
        for path in room.paths:
            place = project / path
            files += sorted(place.rglob("*.swift")) if place.is_dir() else [place]
        kinds = {}
        for file in files:
            for fault in faults_in(str(file.relative_to(project)), file.read_text()):
                if not places or not {fault.path, f"{fault.path}:{fault.line}"}.isdisjoint(places):
                    kinds.setdefault(fault.kind, []).append(fault)
        for faults in kinds.values():
            chances.shuffle(faults)
        wanted = round(count * room.share / 100) if not places else sum(map(len, kinds.values()))
        chosen = []
        while len(chosen) < wanted * 5 // 4 + 2 and any(kinds.values()):
            for kind in sorted(kinds):
                if not kinds[kind]:
                    continue
                fault = kinds[kind].pop()
                if all(fault.path != other.path or not overlap(fault, other) for other in chosen):
                    chosen.append(fault)
        drawn.append((room, wanted, chosen))
    return drawn


def copy(project, tree, targets):
    """The project as it is, without what was built; where test targets are named, without all that
    they do not need."""
    shutil.copytree(project, tree, ignore=shutil.ignore_patterns(".build", ".git"))
    if not targets:
        return
    named = ", ".join(f'"{name}"' for name in sorted(targets))
    package = tree / "Package.swift"
    package.write_text(package.read_text() + NEEDED.replace("NAMED", named))


def take_tests(project, tree):
    """Brings the tests in a copy up to date; whether some were not."""
    there, here = (
        {
            file.relative_to(root): file.read_bytes()
            for file in (root / "Tests").rglob("*")
            if file.is_file() and "Oracles" not in file.parts
        }
        for root in (tree, project)
    )
    for path in there.keys() - here.keys():
        (tree / path).unlink()
    for path, text in here.items():
        if there.get(path) != text:
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_bytes(text)
    return there != here


def plant(project, tree, faults):
    """Builds the copy with the faults, by number; leaves out those that do not compile. Returns the
    bundle of tests."""
    for path in {fault.path for fault in faults.values()}:
        room = tree.joinpath(*pathlib.Path(path).parts[:2])
        (room / "PlantedFault.swift").write_text(READ_ONCE)
    while True:
        for path in {path for path in written(tree)} | {fault.path for fault in faults.values()}:
            here = [(number, fault) for number, fault in faults.items() if fault.path == path]
            text = planted_text((project / path).read_text(), here)
            if (tree / path).read_text() != text:
                (tree / path).write_text(text)
        # All files of a target are compiled, whatever stands in the first of them.
        # An expression that the type checker takes too long for is as good as an error.
        flags = ["-continue-building-after-errors", "-Xfrontend", "-solver-expression-time-threshold=10"]
        said = subprocess.run(
            ["swift", "build", "--build-tests", *(word for flag in flags for word in ("-Xswiftc", flag))],
            cwd=tree, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
        errors = set(re.findall(r"^(/[^:\n]+):(\d+):\d+: error: (.*)", said.stdout, re.MULTILINE))
        if said.returncode == 0:
            return next((tree / ".build" / "debug").glob("*PackageTests.xctest"))
        broken = {}
        for path, line, error in errors:
            path = str(pathlib.Path(path).relative_to(tree))
            number = guilty(tree, path, int(line), faults)
            # One fault's error brings others, in files that use what it stands in.
            if number is not None:
                broken[number] = error
        if not broken:
            raise SystemExit(said.stdout)
        for number in sorted(broken):
            fault = faults.pop(number)
            print(f"does not compile: {fault.path}:{fault.line} {fault.what}: {broken[number]}")
        print(f"{len(faults)} faults are left", flush=True)


def written(tree):
    """The files that hold faults."""
    for file in (tree / "Sources").rglob("*.swift"):
        if "plantedFaultOfTheRun\n" in file.read_text() and file.name != "PlantedFault.swift":
            yield str(file.relative_to(tree))


def guilty(tree, path, line, planted):
    """The fault that an error is about: named in its line, or the nearest."""
    text = (tree / path).read_text().split("\n")[line - 1]
    named = re.search(r"func (?:condition|number|truth|extreme)(\d+)", text)
    if named:
        return int(named[1])
    signs = re.search(r"(?:operator|func) \S*?([†‡]+)", text)
    if signs:
        return int(signs[1].replace("†", "0").replace("‡", "1"), 2)
    near = sorted(
        (abs(fault.line - line), number)
        for number, fault in planted.items()
        if fault.path == path
    )
    return near[0][1] if near and near[0][0] <= 12 else None
