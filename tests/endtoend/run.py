#!/usr/bin/python3
"""End-to-end tests of the installed program, two at a time. Arguments choose scenes by a part of their name: one at a time."""

import json
import os
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen  # noqa: E402

SIDES = 2
VERSIONS = ["3.11", "5.3", "6.13", "7.7", "7.12", "8.8"]


def main_scenes():
    from practice import Practice
    from scene import Console, play, program_path

    def scene(version, routing, licence):
        def run():
            with Practice(program_path(), "--server-version", version, "--routing", routing, "--licence", licence) as practice:
                with Console(program_path()) as person:
                    play(person, practice, routing, lambda step: None)
        return run

    for version in VERSIONS:
        for routing in ("manual", "auto"):
            for licence in ("none", "enterprise"):
                yield f"main job on {version}, {routing} routing, licence {licence}", scene(version, routing, licence)


def all_scenes():
    yield from main_scenes()
    import attention
    import board
    import customer
    import files
    import finding
    import foreign
    import handover
    import lists
    import memory
    import outbound
    import reply
    import setupcheck
    import smssetup
    import trouble
    from scene import program_path
    yield from foreign.scenes(program_path(), VERSIONS)
    yield from trouble.scenes()
    yield from finding.scenes()
    yield from handover.scenes()
    yield from lists.scenes()
    yield from customer.scenes()
    yield from reply.scenes()
    yield from files.scenes()
    yield from attention.scenes()
    yield from outbound.scenes()
    yield from board.scenes()
    yield from memory.scenes()
    yield from smssetup.scenes()
    yield from setupcheck.scenes()


def play(wanted, side=0, sides=1):
    """Plays every n-th scene of those wanted, on one screen; how many passed, and the names of those that failed."""
    passed, failed = 0, []
    with Screen():  # before the scenes are made: what drives them finds its bus when it is loaded
        scenes = [(name, run) for name, run in all_scenes() if not wanted or any(part in name for part in wanted)]
        for name, run in scenes[side::sides]:
            begun = time.monotonic()
            try:
                run()
                passed += 1
                print(f"ok    {name} ({time.monotonic() - begun:.1f} s)", flush=True)
            except Exception:  # one broken scene must not hide the others
                failed.append(name)
                print(f"FAIL  {name}\n{traceback.format_exc()}", flush=True)
    return passed, failed


def play_side_by_side():
    """Every scene, dealt out to processes, for only one screen can live in each."""
    reports = []
    for side in range(SIDES):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                with os.fdopen(writing, "w", encoding="utf-8") as report:
                    json.dump(play([], side, SIDES), report)
            finally:
                sys.stderr.flush()
                os._exit(0)
        os.close(writing)
        reports.append((child, reading))
    passed, failed = 0, []
    for child, reading in reports:
        with os.fdopen(reading, encoding="utf-8") as report:
            said = report.read()
        os.waitpid(child, 0)
        count, names = json.loads(said) if said else (0, ["all of one side, which broke off"])
        passed += count
        failed += names
    return passed, failed


def main():
    wanted = sys.argv[1:]
    passed, failed = play(wanted) if wanted else play_side_by_side()
    for name in failed:
        print(f"failed: {name}")
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed or not passed else 0)


main()
