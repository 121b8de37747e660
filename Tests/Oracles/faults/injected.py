"""Runs every command that writes with faults under it. What must hold after each of them:

- a file is what it was, or what the run without faults makes of it: never half of it;
- no file of a temporary name is left, but by a kill and where removing it is what failed;
- at exit status 0 every file is new; at another one an error is said, and so is what was written;
- a call that a signal interrupted (EINTR) is made again: the run ends as without it;
- an interrupt (SIGINT) that ends the run has written nothing, as exit status 130 says;
- no fault makes the program crash, hang, or ask for an answer.

`watch` goes on where something cannot be written: it says so. An interrupt ends it, here at its first
pause, at exit status 0 whatever it has done; a second one ends it at once.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROTA, TEAM, KILLS, ONLY = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
ROTA = os.path.abspath(ROTA)
COMMANDS = [
    "generate 2027-Q1",
    "generate 2027-Q1 --effort 1 --format json",
    "generate 2027-Q1 --options 2 --pick 2 --replace",
    "pin 2027-W08 priya --format json",
    "away priya 2027-03-01 to 2027-03-05 --reason conference",
    "project end dns-cutover 2027-03-05",
    "project add tap --start 2027-02-01 --end 2027-03-12 --name Tap",
    "replan --from 2026-12-07",
    "cover 2026-W51 --apply 1",
    "swap 2026-W51 2026-W52 --apply 1",
    "fmt",
    "import history.csv",
    "import history.csv --replace",
    "init new",
    "init new --from people.txt",
    "calendar --out calendars",
    "calendar --out calendars --reminders",
    "publish --out site",
    "publish --out site --title Anew",
    "watch --out site",
    "export --format csv --out duty.csv",
]
# What has to be done before a command has something to do, so that files are new, changed and removed.
BEFORE = {
    "generate 2027-Q1 --options 2 --pick 2 --replace": ["rota generate 2027-Q1"],
    "replan --from 2026-12-07": ["rota away HOLDER 2026-12-14 to 2026-12-18"],
    "import history.csv --replace": ["echo 2026-12-14,OTHER >> history.csv"],
    "calendar --out calendars --reminders": ["rota calendar --out calendars"],
    "publish --out site --title Anew": [
        "rota generate 2027-Q1", "rota publish --out site", "rm config/rotas/2027-Q1.yaml"],
}  # fmt: skip
# Its first pause is where it ends.
AT_PAUSE = {"watch --out site": ["-e", "inject=clock_nanosleep:signal=SIGINT:when=1"]}
# What a broken disk, a full one and a missing right look like.
ERRORS = ["EIO", "ENOSPC", "EACCES"]
# These do nothing to files: their failure is the system's own, or none at all.
LEFT_ALONE = {"execve", "brk", "mmap", "munmap", "mprotect", "arch_prctl", "exit_group", "futex",
              "rt_sigaction", "rt_sigprocmask", "sigaltstack", "set_tid_address", "rseq", "gettid",
              "set_robust_list", "sched_getaffinity", "clone3", "clone", "exit", "madvise", "getpid",
              "tgkill", "eventfd2", "epoll_create1", "epoll_ctl", "epoll_wait",
              "prlimit64", "sched_yield", "getrandom", "ioctl", "vfork", "wait4", "clock_nanosleep"}
ENVIRONMENT = {"ROTA_TODAY": "2026-12-01", "PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no"}
problems = []
tried = 0


def prepare(command, folder):
    """A team in a folder, as the command is to find it."""
    shutil.copytree(TEAM, f"{folder}/config")
    with open(f"{folder}/config/team.yaml", "a") as file:
        file.write("\n\n\n")  # for `fmt`
    with open(f"{folder}/history.csv", "w") as file:
        file.write("week,engineer\n2025-12-29,priya\n2026-01-05,tomek\n")
    with open(f"{folder}/people.txt", "w") as file:
        file.write("Ada Moran\nBo Lindqvist\nCy Okafor\n")
    for line in BEFORE.get(command, []):
        if "HOLDER" in line or "OTHER" in line:
            shown = subprocess.run([ROTA, "show", "2026-Q4", "--format", "json"], cwd=folder,
                                   env=ENVIRONMENT, capture_output=True, check=True)
            holder = next(shift["engineer"] for shift in json.loads(shown.stdout)["shifts"]
                          if shift["week"] == "2026-12-14")
            other = "tomek" if holder != "tomek" else "priya"
            line = line.replace("HOLDER", holder).replace("OTHER", other)
        subprocess.run(re.sub("^rota", ROTA, line), shell=True, cwd=folder, env=ENVIRONMENT,
                       capture_output=True, check=True)


def files(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
    return found


def run(command, strace=(), kill_after=None, variables={}):
    """The exit status, what was said, the folder's files before and after, what was called, how long."""
    with tempfile.TemporaryDirectory() as parent:
        folder = shutil.copytree(PREPARED, f"{parent}/team")
        before = files(folder)
        strace = [*AT_PAUSE.get(command, []), *strace]
        words = ["strace", "-f", "-qq", "-o", f"{parent}/trace", *strace] if strace else []
        begin = time.monotonic()
        process = subprocess.Popen(
            words + [ROTA] + command.split(), cwd=folder, env=ENVIRONMENT | variables, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        try:
            if kill_after is not None:
                try:
                    process.wait(kill_after)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
            said, _ = process.communicate(timeout=60)
            status = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            said, status = "", "hang"
        seconds = time.monotonic() - begin
        trace = ""
        # A kill may come before it begins.
        if os.path.exists(f"{parent}/trace"):
            with open(f"{parent}/trace", errors="replace") as file:
                trace = file.read()
        return status, said, before, files(folder), trace, seconds


def calls_of(command):
    """Each system call by its name and number, from where the program looks at its files on."""
    trace = run(command, ["-e", "trace=all"])[4]
    counts, calls, begun = {}, [], False
    for line in trace.splitlines():
        match = re.match(r"\d+ +(?:<\.\.\. )?(\w+)(?:\(| resumed)", line)
        if not match or "resumed" in line.split("(")[0]:
            continue
        name = match.group(1)
        counts[name] = counts.get(name, 0) + 1
        # The loader is done once the program says what it does with signals.
        begun = begun or "SIGPIPE" in line
        if begun and name not in LEFT_ALONE:
            calls.append((name, counts[name]))
    return calls


def judge(command, fault, result, clean, wants_all=False, kills=False, asking={}):
    global tried
    tried += 1
    asking = asking or clean
    status, said, before, after, _, _ = result
    case = f"{command} [{fault}]"

    def wrong(words):
        problems.append(f"{case}: {words}: exit {status}: {said.strip()[-300:]!r}")

    if status == "hang":
        return wrong("hangs")
    # SIGTERM ends it as it ends any program, and SIGINT does before the program listens.
    new_is_fine = status == -signal.SIGTERM
    if status in (-signal.SIGTERM, -signal.SIGINT):
        status = 130
    if not kills and isinstance(status, int) and (status < 0 or status > 130 or status == 4):
        return wrong("crashes")
    changed = [path for path in clean | before if before.get(path) != clean.get(path)]
    new = [path for path in changed
           if after.get(path) in [state.get(path) for state in (clean, asking)]]
    for path in set(after) | set(before):
        if path.endswith(".tmp"):
            if not kills and "unlink" not in fault:
                wrong(f"leaves {path}")
        elif after.get(path) not in [state.get(path) for state in (before, clean, asking)]:
            wrong(f"tears {path}")
    if kills:
        return
    goes_on = command in AT_PAUSE and ("error" in said or "SIGINT" in fault)
    if (status == 0 and not goes_on or wants_all) and new != changed:
        wrong(f"wrote {len(new)} of {len(changed)} files")
    if status == 130 and new and not new_is_fine and command not in AT_PAUSE:
        wrong("wrote, and says that it was interrupted")
    if status not in (0, 1, 130) and "error" not in said:
        wrong("says no reason")
    for path in new:
        if status not in (0, 1) and path not in said and not new_is_fine:
            wrong(f"wrote {path} without a word")


def break_everywhere(command):
    status, said, _, clean, _, _ = run(command)
    if status not in (0, 1):
        sys.exit(f"rota {command} fails without a fault: {said}")
    # Where the machine's zone cannot be read, the starter file asks for it.
    asking = run(command, variables={"TZ": "none"})[3] if command.startswith("init") else {}
    calls = calls_of(command)
    for name, number in calls:
        at = f"{name}:when={number}"
        for error in ERRORS:
            result = run(command, ["-e", f"inject={name}:error={error}:when={number}"])
            judge(command, f"{at} {error}", result, clean, asking=asking)
        if name in ("openat", "read", "write", "rename", "fsync", "flock", "poll"):
            result = run(command, ["-e", f"inject={name}:error=EINTR:when={number}"])
            judge(command, f"{at} EINTR", result, clean, wants_all=True)
        for name_of in ("INT", "TERM", "KILL"):
            result = run(command, ["-e", f"inject={name}:signal=SIG{name_of}:when={number}"])
            judge(command, f"{at} SIG{name_of}", result, clean, kills=name_of == "KILL",
                  asking=asking)
    # From the start to a little after the end.
    longest = 1.1 * min(run(command)[5] for _ in range(5))
    running = writing = 0
    for _ in range(KILLS):
        moment = random.uniform(0, longest)
        result = run(command, kill_after=moment)
        judge(command, f"killed after {moment:.5f} s", result, clean, kills=True, asking=asking)
        running += result[0] == -signal.SIGKILL
        writing += result[3] not in (result[2], clean)
    print(f"{command}: {len(calls)} system calls, {KILLS} kills within {longest:.3f} s, {running} of them "
          f"while it ran, {writing} amid its writing; {len(problems)} broken so far", flush=True)


def main():
    global PREPARED
    random.seed(1)
    for command in COMMANDS:
        if command.startswith(ONLY):
            with tempfile.TemporaryDirectory() as PREPARED:
                prepare(command, PREPARED)
                break_everywhere(command)
    print(f"{tried} runs with faults, {len(problems)} of them broken")
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


main()
