#!/usr/bin/env python3
"""Golden tests: a command in a folder of its own, compared with what it is expected to print.

usage: run.py [--bin build/talentflow] [--jobs N] [NAME ..]       names are folders below tests/golden, or parts of them

A test is a folder AREA/NAME with
  command            lines of a shell script; `talentflow` is the program under test
  any other files    its input; the command runs in a copy of the folder
  expected.stdout, expected.stderr, expected.exit     absent: nothing, nothing, 0
TALENTFLOW_REWRITE=1 writes the expected files instead of comparing: read them before committing.
In the output the copy's path is written as $DIR, so that expected files hold on every machine."""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXPECTED = ("expected.stdout", "expected.stderr", "expected.exit")


def tests(wanted):
    found = sorted(path.parent for path in HERE.glob("**/command"))
    return [path for path in found if not wanted or any(word in str(path.relative_to(HERE)) for word in wanted)]


def environment(binary):
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
    return {**kept, "PATH": f"{binary.parent}:{kept.get('PATH', '')}", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "HOME": "/nonexistent", "SOURCE": str(ROOT), "LSAN_OPTIONS": "detect_leaks=0"}


def run(folder, binary):
    """What the command printed: {file name: text}."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "test"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("command", "expected.*"))
        try:
            done = subprocess.run(["bash", str(folder / "command")], cwd=copy, env=environment(binary),
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
            status = done.returncode
            out, err = done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            status, out, err = "no end in 120 s", b"", b""
        text = [raw.decode("utf-8", "backslashreplace").replace(str(copy), "$DIR").replace(str(ROOT), "$SOURCE") for raw in (out, err)]
    return dict(zip(EXPECTED, (text[0], text[1], f"{status}\n")))


def expected(folder):
    def read(name, otherwise):
        path = folder / name
        return path.read_text(encoding="utf-8") if path.exists() else otherwise
    return {"expected.stdout": read("expected.stdout", ""), "expected.stderr": read("expected.stderr", ""),
            "expected.exit": read("expected.exit", "0\n")}


def rewrite(folder, got):
    for name, text in got.items():
        path = folder / name
        if text in ("", "0\n") and name != "expected.stdout" or text == "":
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")


def difference(want, got):
    lines = []
    for name in EXPECTED:
        lines += difflib.unified_diff(want[name].splitlines(), got[name].splitlines(), name, "printed", lineterm="")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build" / "talentflow"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    binary = pathlib.Path(options.bin).resolve()
    if not binary.exists():
        print(f"{binary} is not built")
        print("0 passed, 1 failed")
        return 1
    failed = 0
    folders = tests(options.names)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for folder, got in zip(folders, pool.map(lambda one: run(one, binary), folders)):
            if os.environ.get("TALENTFLOW_REWRITE") == "1":
                rewrite(folder, got)
                continue
            want = expected(folder)
            if want != got:
                failed += 1
                print(f"FAIL {folder.relative_to(HERE)}")
                print("\n".join("    " + line for line in difference(want, got)))
    print(f"{len(folders) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
