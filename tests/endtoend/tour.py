#!/usr/bin/python3
"""Plays the main scene on a screen of our own and leaves pictures and a transcript: tour.py PROGRAM FOLDER"""

import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen  # noqa: E402


def main():
    program, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with Screen() as screen, open(os.path.join(folder, "transcript.txt"), "w", encoding="utf-8") as transcript:
        from practice import Practice
        from scene import Console, play

        def told(step):
            told.count += 1
            line = f"{told.count:2}. {step}"
            print(line, flush=True)
            transcript.write(line + "\n")
            for text in person.rows("Conversations"):
                transcript.write(f"      list: {text}\n")
            for text in person.rows("Messages"):
                transcript.write(f"      message: {text}\n")
            person.settle()
            screen.picture(os.path.join(folder, f"{told.count:02}.png"))
        told.count = 0

        with Practice(program) as practice, Console(program) as person:
            told("the sign-in page")
            play(person, practice, "manual", told)
    print(f"Pictures and transcript.txt are in {folder}")


main()
