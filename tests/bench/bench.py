#!/usr/bin/python3
"""Every figure beside its target: bench.py BUILD-FOLDER. Medians of several runs; the machine's noise stands in the last column."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "endtoend"))
from screen import Screen, wait_until  # noqa: E402

CONVERSATIONS = 1000
STARTS = 11


class Table:
    def __init__(self):
        self.missed = 0
        print(f"{'what':62} {'target':>10} {'measured':>10}   spread", flush=True)

    def row(self, what, target, measured, unit, spread=""):
        met = measured <= target
        self.missed += not met
        print(f"{what:62} {target:>7g} {unit:2} {measured:>7.2f} {unit:2}   {spread}{'' if met else '   MISSED'}", flush=True)


def customers():
    return [f"+1415{5550000 + index}" for index in range(CONVERSATIONS)]


def start(program, profile):
    """Milliseconds from exec until the list takes input, until all else is built as well, and the process."""
    begun = time.monotonic()
    process = subprocess.Popen([program, "--profile", profile, "--report-start"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    line = process.stdout.readline().decode()
    took = (time.monotonic() - begun) * 1000
    assert line.startswith("interactive"), f"the program said {line!r}"
    assert f" {CONVERSATIONS} conversations" in line, f"the list was not there: {line!r}"
    line = process.stdout.readline().decode()
    assert line == "complete\n", f"the program said {line!r}"
    return took, (time.monotonic() - begun) * 1000, process


def end(process):
    process.terminate()
    process.wait(20)


def resident(process):
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1024


def fill(program, practice, profile):
    """Signs in once and lets the cache learn the queue."""
    from scene import Console, sign_in

    for number in customers():
        practice.text(number, f"Hello, a question about order {number[-4:]}")
    with Console(program, profile=profile) as person:
        sign_in(person, practice)
        wait_until("a queue of 1,000", lambda: person.find("list", "Conversations").get_child_count() >= CONVERSATIONS, 60)


def program_rows(table, folder):
    from practice import Practice
    from person import Person

    program = os.path.join(folder, "ui", "greenline")
    with tempfile.TemporaryDirectory(prefix="greenline-bench-") as profile, Practice(program) as practice:
        fill(program, practice, profile)
        times, wholes = [], []
        for _ in range(STARTS):
            took, whole, process = start(program, profile)
            times.append(took)
            wholes.append(whole)
            end(process)
        warm = times[1:]
        table.row("exec to interactive list, warm, 1,000 conversations", 120, statistics.median(warm), "ms", f"{min(warm):.0f} to {max(warm):.0f}; all built after {statistics.median(wholes[1:]):.0f}")
        *_, process = start(program, profile)
        person = Person(process)
        person.sees_program()
        person.click_row("Conversations", "SMS")
        person.settle(3)
        table.row("resident memory, 1,000 conversations, one open", 90, resident(process), "MB")
        end(process)


def inner_rows(table, folder):
    """What is measured inside one process: greenline_bench prints a JSON object per row."""
    out = subprocess.run([os.path.join(folder, "tests", "bench", "greenline_bench")], stdout=subprocess.PIPE, check=True)
    for line in out.stdout.decode().splitlines():
        row = json.loads(line)
        table.row(row["what"], row["target"], row["measured"], row["unit"], row.get("spread", ""))


def main():
    table = Table()
    folder = os.path.abspath(sys.argv[1])
    with Screen():
        inner_rows(table, folder)
        program_rows(table, folder)
    print("Every target is met." if not table.missed else f"{table.missed} missed.")
    return 1 if table.missed else 0


sys.exit(main())
