#!/usr/bin/python3
"""What README says is proved: every scene and test named in its table exists, and every line that works names one over the wire."""

import ast
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
WIRE_MODULES = {"ddp", "http", "practice", "rest", "wire"}


def table():
    """(what, Greenline's answer, the names that prove it) of every line."""
    inside = False
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[-1] == "Proved by":
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not re.fullmatch(r":?-+:?", cells[0]):
            yield cells[0], cells[1], re.findall(r"`([^`]+)`", cells[-1])


def said(expression):
    """The fixed parts of a name; what differs from version to version is left out."""
    parts = expression.values if isinstance(expression, ast.JoinedStr) else [expression]
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def scenes_of(module):
    for node in ast.walk(ast.parse((TESTS / "endtoend" / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield from said(node.value.elts[0])


def scenes():
    """Those that run.py plays: its own, and those of the modules that it asks for theirs."""
    asked = re.findall(r"yield from (\w+)\.scenes\(", (TESTS / "endtoend" / "run.py").read_text(encoding="utf-8"))
    return [name for module in ["run", *asked] for name in scenes_of(module)]


def programs():
    """ctest's name of a test program: (its source, whether it speaks over real sockets)."""
    found = {}
    for listing in TESTS.glob("*/CMakeLists.txt"):
        for module, name, rest in re.findall(r"greenline_test\((\w+) (tst_\w+)([^)]*)\)", listing.read_text(encoding="utf-8")):
            speaks = module in WIRE_MODULES or "greenline_practice" in rest or "console.cpp" in rest
            found[f"{module}.{name}"] = (listing.parent / f"{name}.cpp", speaks)
    return found


def problems():
    known, built, lines = scenes(), programs(), list(table())
    if not lines or not known or not built:
        yield f"nothing to compare: {len(lines)} lines, {len(known)} scenes, {len(built)} test programs"
    for what, answer, names in lines:
        over_the_wire = False
        for name in names:
            program, _, function = name.partition("::")
            if ".tst_" not in program:
                over_the_wire = True
                if not any(name in scene for scene in known):
                    yield f"{what}: no scene is called “{name}”"
            elif program not in built:
                yield f"{what}: there is no test {program}"
            else:
                source, speaks = built[program]
                over_the_wire |= speaks
                if f"::{function}()\n" not in source.read_text(encoding="utf-8"):
                    yield f"{what}: {program} has no {function or 'function named'}"
        if not over_the_wire and not answer.startswith("no"):
            yield f"{what}: no scene and no test over the wire proves it"


found = list(problems())
print("\n".join(found) or "every name in README's table exists")
sys.exit(1 if found else 0)
