"""Checks the sample and the broken files against the JSON Schemas; see schema.sh."""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2, core schema: the types editors give to the values of a file."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("null", r"^(?:|~|null|Null|NULL)$", ["", "~", "n", "N"]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)

# What a schema cannot say: which dates exist, in which order they stand, which names are declared,
# what one key asks of another, and what the YAML reader itself refuses or overlooks.
BEYOND_A_SCHEMA = {
    "team": {
        "date-that-does-not-exist", "month-that-does-not-exist", "duplicate-engineer",
        "duration-too-long", "leaves-before-joining", "member-span-backwards", "owner-twice",
        "overlapping-members", "pairing-alone", "pins-of-one-week", "pin-of-nobody",
        "project-ends-before-it-starts", "range-backwards", "skill-nobody-has", "unknown-engineer-in-pin",
        "unknown-holidays", "unknown-member", "unknown-owner", "unknown-rotation-in-pin",
        "unknown-wish", "unknown-zone", "week-that-does-not-exist", "bad-contact",
    },
    "rota": {
        "2027-Q2", "cover-across-weeks", "cover-backwards", "cover-by-holder",
        "cover-without-holder", "duplicate-shift", "overlapping-covers", "overlapping-owners",
        "period-backwards", "shift-on-no-date",
    },
}


def refused(validator, path):
    try:
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=CoreLoader)
    except yaml.YAMLError as error:
        return str(error).splitlines()[0]
    errors = sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.path)))
    return errors[0].message if errors else None


def main():
    failures = []
    count = 0
    for kind, samples in [
        ("team", ["config/team.yaml"]),
        ("rota", sorted(map(str, pathlib.Path("config/rotas").glob("*.yaml")))),
    ]:
        schema = json.loads(pathlib.Path(f"config/{kind}.schema.json").read_text())
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        for sample in samples:
            count += 1
            if message := refused(validator, pathlib.Path(sample)):
                failures.append(f"{sample}: refused, though it is right: {message}")
        broken = sorted(pathlib.Path(f"Tests/TeamFilesTests/Invalid/{kind}").glob("*.yaml"))
        seen = {path.stem for path in broken}
        for name in sorted(BEYOND_A_SCHEMA[kind] - seen):
            failures.append(f"{kind}: {name}.yaml is listed here and does not exist")
        for path in broken:
            count += 1
            expected = path.stem not in BEYOND_A_SCHEMA[kind]
            message = refused(validator, path)
            if expected and message is None:
                failures.append(f"{path}: accepted, though it is broken")
            if not expected and message is not None:
                failures.append(f"{path}: refused, though listed as beyond a schema: {message}")
    for failure in failures:
        print(failure)
    print(f"{count} files, {len(failures)} failures")
    return 1 if failures or count == 0 else 0


sys.exit(main())
