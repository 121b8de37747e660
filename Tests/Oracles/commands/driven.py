"""The built program, run on a folder; what no run may ever do is a broken promise at once."""

import json
import resource
import signal
import subprocess

# Of the processor, so that a busy machine is no hang.
SECONDS = 20
STATUSES = {0, 1, 2, 3}


class Broken(Exception):
    """A promise that was not kept, in words."""


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        self.log = []

    def run(self, today, *arguments):
        """The exit status, standard output and standard error."""
        command = [self.path, "--team", "team.yaml", *map(str, arguments), "--today", str(today)]
        self.log.append("rota " + " ".join(command[3:]))
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, preexec_fn=limited
        )
        if done.returncode == -signal.SIGXCPU:
            raise Broken(f"no end after {SECONDS} s: {self.log[-1]}")
        if done.returncode not in STATUSES:
            raise Broken(f"exit status {done.returncode}: {self.log[-1]}\n{done.stderr[-2000:]}")
        if done.returncode and not done.stderr.strip():
            raise Broken(f"exit status {done.returncode} without a word: {self.log[-1]}")
        return done.returncode, done.stdout, done.stderr

    def json(self, today, *arguments, statuses=(0, 1, 3)):
        """The exit status and the answer."""
        status, text, talk = self.run(today, *arguments, "--format", "json")
        try:
            answer = json.loads(text)
        except ValueError:
            raise Broken(f"no JSON: {self.log[-1]}\n{text[-500:]}\n{talk[-1000:]}") from None
        if status not in statuses:
            raise Broken(f"exit status {status}: {self.log[-1]}\n{talk[-1500:]}")
        return status, answer
