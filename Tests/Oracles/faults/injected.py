"""Runs every command that writes with faults under it. What must hold after each of them:

- a file is what it was, or what the run without faults makes of it: never half of it;
- no file of a temporary name is left, but by a kill and where removing it is what failed;
- at exit status 0 every file is new; at another one an error is said, and so is what was written;
- a call that a signal interrupted (EINTR) is made again: the run ends as without it;
- an interrupt (SIGINT) that ends the run has written nothing, as exit status 130 says;
- no fault makes the program crash, hang, or ask for an answer.
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

ROTA, TEAM, KILLS, ONLY = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
ROTA = os.path.abspath(ROTA)
COMMANDS = [
    "generate 2027-Q1",
    "generate 2027-Q1 --effort 1 --format json",
    "pin 2027-W08 priya --format json",
    "away priya 2027-03-01 to 2027-03-05 --reason conference",
    "project end dns-cutover 2027-03-05",
    "project add tap --start 2027-02-01 --end 2027-03-12 --name Tap",
    "replan --from 2026-12-07",
    "cover 2026-W51 --apply 1",
    "swap 2026-W51 2026-W52 --apply 1",
    "fmt",
    "import history.csv",
    "init new",
    "calendar --out calendars",
    "publish --out site",
    "export --format csv --out duty.csv",
]
# What has to be done before a command has something to do.
BEFORE = {"replan": "away HOLDER 2026-12-14 to 2026-12-18"}
# What a broken disk, a full one and a missing right look like.
ERRORS = ["EIO", "ENOSPC", "EACCES"]
# These do nothing to files: their failure is the system's own, or none at all.
LEFT_ALONE = {"execve", "brk", "mmap", "munmap", "mprotect", "arch_prctl", "exit_group", "futex",
              "rt_sigaction", "rt_sigprocmask", "sigaltstack", "set_tid_address", "rseq", "gettid",
              "set_robust_list", "sched_getaffinity", "clone3", "clone", "exit", "madvise", "getpid",
              "tgkill", "eventfd2", "epoll_create1", "epoll_ctl", "epoll_wait",
              "prlimit64", "sched_yield", "getrandom", "ioctl", "vfork", "wait4"}
ENVIRONMENT = {"ROTA_TODAY": "2026-12-01", "PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no"}
problems = []
tried = 0


def prepared(folder):
    shutil.copytree(TEAM, f"{folder}/config")
    with open(f"{folder}/config/team.yaml", "a") as file:
        file.write("\n\n\n")  # for `fmt`
    with open(f"{folder}/history.csv", "w") as file:
        file.write("week,engineer\n2025-12-29,priya\n2026-01-05,tomek\n")


def prepare_for(command, folder):
    words = BEFORE.get(command.split()[0])
    if words:
        shown = subprocess.run([ROTA, "show", "2026-Q4", "--format", "json"], cwd=folder,
                               env=ENVIRONMENT, capture_output=True, check=True)
        holder = next(shift["engineer"] for shift in json.loads(shown.stdout)["shifts"]
                      if shift["week"] == "2026-12-14")
        subprocess.run([ROTA, *words.replace("HOLDER", holder).split()], cwd=folder,
                       env=ENVIRONMENT, capture_output=True, check=True)


def files(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
    return found


def run(command, strace=None, kill_after=None, variables={}):
    """The exit status, what was said, and the folder's files before and after."""
    with tempfile.TemporaryDirectory() as folder:
        prepared(folder)
        prepare_for(command, folder)
        before = files(folder)
        words = (["strace", "-f", "-qq", "-o", f"{folder}/trace"] + strace if strace else [])
        process = subprocess.Popen(
            words + [ROTA] + command.split(), cwd=folder, env=ENVIRONMENT | variables, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        try:
            if kill_after is not None:
                try:
                    process.wait(kill_after)
                except subprocess.TimeoutExpired:
                    process.kill()
            said, _ = process.communicate(timeout=60)
            status = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            said, status = "", "hang"
        trace = ""
        if strace:
            with open(f"{folder}/trace", errors="replace") as file:
                trace = file.read()
            os.remove(f"{folder}/trace")
        return status, said, before, files(folder), trace


def calls_of(command):
    """Each system call by its name and number, from where the program looks at its files on."""
    _, _, _, _, trace = run(command, ["-e", "trace=all"])
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
    status, said, before, after, _ = result
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
    changed = [path for path, bytes in clean.items() if before.get(path) != bytes]
    new = [path for path in changed
           if path in after and after[path] in (clean[path], asking.get(path))]
    for path in set(after) | set(before):
        if path.endswith(".tmp"):
            if not kills and "unlink" not in fault:
                wrong(f"leaves {path}")
        elif after.get(path) not in (before.get(path), clean.get(path), asking.get(path)):
            wrong(f"tears {path}")
    if kills:
        return
    if (status == 0 or wants_all) and new != changed:
        wrong(f"wrote {len(new)} of {len(changed)} files")
    if status == 130 and new and not new_is_fine:
        wrong("wrote, and says that it was interrupted")
    if status not in (0, 1, 130) and "error" not in said:
        wrong("says no reason")
    for path in new:
        if status not in (0, 1) and path not in said and not new_is_fine:
            wrong(f"wrote {path} without a word")


def main():
    random.seed(1)
    for command in COMMANDS:
        if not command.startswith(ONLY):
            continue
        status, said, _, clean, _ = run(command)
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
        for _ in range(KILLS):
            moment = random.uniform(0, 0.03)
            judge(command, f"killed after {moment:.5f} s", run(command, kill_after=moment), clean,
                  kills=True, asking=asking)
        print(f"{command}: {len(calls)} system calls, {KILLS} kills; {len(problems)} broken so far",
              flush=True)
    print(f"{tried} runs with faults, {len(problems)} of them broken")
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


main()
