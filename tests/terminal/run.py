#!/usr/bin/env python3
"""The REPL in a pseudo-terminal: what a person sees who types. Ends with "N passed, N failed"."""
import codecs
import fcntl
import os
import pathlib
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "build" / "talentflow"
PROMPT = "talentflow> "
GRAPH = "\n".join([
    '{"id":"1","labels":["Person"],"properties":{"name":"Ada Lovelace","homepage":"x"}}',
    '{"id":"2","labels":["Person"],"properties":{"name":"林俊旸"}}',
    '{"id":"3","labels":["Company"],"properties":{"name":"Engine & Co"}}',
    '{"id":"10","type":"WORKS_AT","from":"1","to":"3","properties":{}}']) + "\n"


class Terminal:
    """A session on a pseudo-terminal, 100 columns wide."""

    def __init__(self, folder, *arguments, rows=0, **environment):
        self.folder = folder
        self.raw, self.rest = "", ""
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        (folder / "graph.jsonl").write_text(GRAPH, encoding="utf-8")
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            settings = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "TALENTFLOW_HISTORY": str(folder / "history"),
                        "COLUMNS": "100", **environment}
            os.execve(PROGRAM, [str(PROGRAM), "repl", *arguments], settings)
        if rows:
            fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 100, 0, 0))
        self.screen = ""

    def wait(self, text, seconds=60):
        """Reads until `text` appears after what was waited for before; returns what came up to it."""
        end = time.monotonic() + seconds
        while text not in self.screen:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                raise AssertionError(f"waited for {text!r}, saw {self.screen!r}")
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b""
            if not data:
                raise AssertionError(f"ended before {text!r}; saw {self.screen!r}")
            self.take(data)
        seen, self.screen = self.screen.split(text, 1)
        return seen

    def take(self, data):
        text = self.rest + self.decode(data)
        cut = re.search(r"\x1b(\[[0-9;?]*)?$", text)  # a sequence cut in two waits for its other part
        text, self.rest = (text[:cut.start()], cut[0]) if cut else (text, "")
        self.raw += text
        self.screen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\x07", "", text)

    def settle(self):
        """Reads until nothing more comes for a moment."""
        while select.select([self.fd], [], [], 0.3)[0]:
            self.take(os.read(self.fd, 65536))

    def leave(self):
        """Ctrl-D. The line editor takes the terminal over only after its prompt: before that the key would be lost."""
        self.settle()
        self.type("\x04")

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        """The exit status."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    os.read(self.fd, 65536)
                except OSError:
                    pass
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError("the program did not end")


def session(folder, *arguments, **environment):
    terminal = Terminal(folder, *arguments, **environment)
    terminal.wait(PROMPT)
    return terminal


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def first_screen(folder):
    terminal = Terminal(folder, ":memory:", "--load", "graph.jsonl")
    seen = terminal.wait(PROMPT)
    check("3 nodes, 1 edges" in seen or "3 nodes, 1 edge" in seen, seen)
    check(".help" in seen and "net researcher flow" in seen, seen)
    terminal.leave()
    check(terminal.end() == 0, "Ctrl-D leaves with status 0")


def statement_over_lines(folder):
    terminal = session(folder)
    terminal.type("RETURN 41 + 1\r")
    terminal.settle()
    terminal.type("AS answer;\r")
    seen = terminal.wait("(1 row)")
    check("│ answer │" in seen and "│     42 │" in seen, seen)
    terminal.wait(PROMPT)
    terminal.type(".quit\r")
    check(terminal.end() == 0, "status")


def errors_have_carets(folder):
    terminal = session(folder)
    terminal.type("RETURN nope;\r")
    seen = terminal.wait(PROMPT)
    check("UndefinedVariable" in seen and "\n       ^" in seen.replace("\r", ""), seen)
    terminal.type(".quit\r")
    check(terminal.end() == 0, "an error at a terminal is no failure of the session")


def history_across_sessions(folder):
    terminal = session(folder)
    terminal.type("RETURN 7 AS\r")
    terminal.settle()
    terminal.type("seven;\r")
    terminal.wait("(1 row)")
    terminal.wait(PROMPT)
    terminal.leave()
    terminal.end()
    terminal = session(folder)
    terminal.settle()
    terminal.type("\x1b[A")              # the whole statement, its two lines
    terminal.settle()
    check("RETURN 7 AS" in terminal.screen and "seven;" in terminal.screen, terminal.screen)
    terminal.type("\r")
    terminal.wait("(1 row)")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type(".quit\r")
    terminal.end()


def lines_above_can_be_edited(folder):
    terminal = session(folder)
    terminal.settle()
    terminal.type("RETRN 41 + 1\r")
    terminal.type("AS answer")
    terminal.settle()
    terminal.type("\x1b[A")              # up into the first line
    terminal.type("\x01" + 3 * "\x1b[C" + "U")
    terminal.settle()
    terminal.type("\x05;")
    terminal.settle()
    terminal.type("\r")
    seen = terminal.wait("(1 row)")
    check("│     42 │" in seen, seen)
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type(".mode csv\rRETURN 1 AS a; RETURN 2\rAS b;\r")   # pasted: two statements over two lines
    terminal.wait("a\r\n1\r\n")
    terminal.wait("b\r\n2\r\n")
    terminal.leave()
    check(terminal.end() == 0, "status")


def colours(folder):
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        terminal = Terminal(folder, rows=30, **environment)
        terminal.wait(PROMPT)
        terminal.settle()
        terminal.type("MATCH (p:Person) WHERE p.name = 'Ada' // who?")
        terminal.settle()
        for piece in ("\x1b[1;34mMATCH\x1b[0m", "\x1b[35mPerson\x1b[0m", "\x1b[32m'Ada'\x1b[0m",
                      "\x1b[90m// who?\x1b[0m"):
            check((piece in terminal.raw) == coloured, (environment, piece, terminal.raw))
        terminal.type("\x03")
        terminal.wait(PROMPT)
        terminal.leave()
        check(terminal.end() == 0, "status")


def pager(folder):
    terminal = Terminal(folder, rows=12, PAGER="sed s/^/paged:/")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type(".mode csv\r")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type("UNWIND range(1, 5) AS few RETURN few;\r")
    terminal.wait("\r\n5\r\n")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type("UNWIND range(1, 30) AS many RETURN many;\r")
    terminal.wait("paged:many\r\npaged:1\r\n")
    terminal.wait("paged:30\r\n")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type("RETURN reduce(text = '', i IN range(1, 60) | text + 'xyz') AS wide;\r")
    terminal.wait("paged:" + 60 * "xyz")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type(".pager off\r")
    terminal.wait(PROMPT)
    terminal.settle()
    terminal.type("UNWIND range(1, 30) AS many RETURN many;\r")
    terminal.wait("many\r\n1\r\n")
    terminal.wait(PROMPT)
    terminal.leave()
    check(terminal.end() == 0, "status")


def completion(folder):
    """What was completed shows in the answer: the screen itself is redrawn in pieces."""
    terminal = session(folder, ":memory:", "--load", "graph.jsonl")

    def tab(text):
        terminal.type(text)
        terminal.settle()
        terminal.type("\t")
        terminal.settle()

    tab(".mo")
    terminal.type("jsonl\r")
    terminal.wait(PROMPT)
    tab("MATCH (p:Per")            # a label
    tab("\x08)-[e:WORK")           # a relation, inside brackets
    tab("\x08]->(o:Comp")
    tab("\x08) WHERE p.home")      # a property
    tab("\x08 = 'x' AND p.name = 'Ada")  # a name, with its closing quote
    tab(" ret")                    # a keyword, in the case it was begun in
    tab("elementI")                # a function, with its bracket
    terminal.type("p) AS id, labels(p)[0] AS label, type(e) AS type, o.name AS firm, p.name AS who;\r")
    terminal.wait('{"id":"1","label":"Person","type":"WORKS_AT","firm":"Engine & Co","who":"Ada Lovelace"}')
    terminal.wait(PROMPT)
    tab("MATCH (n {name: '林")
    terminal.type("}) RETURN n.name AS n;\r")
    terminal.wait('{"n":"林俊旸"}')
    terminal.wait(PROMPT)
    tab(".ma")
    terminal.type("7\r")
    terminal.wait(PROMPT)
    tab(".t")                      # .timer and .timeout: as far as both go, then the list
    tab("")
    check(".timeout" in terminal.screen and ".timer" in terminal.screen, terminal.screen)
    terminal.type("\x03")
    terminal.settle()
    terminal.leave()
    terminal.end()


def interrupt_gives_up_the_line(folder):
    terminal = session(folder)
    terminal.settle()
    terminal.type("RETURN 'half")
    terminal.wait("half")
    terminal.settle()
    terminal.type("\x03")
    terminal.wait(PROMPT)
    terminal.type("RETURN 5 AS five;\r")
    terminal.wait("│    5 │")
    terminal.leave()
    check(terminal.end() == 0, "status")


def interrupt_stops_the_query(folder):
    terminal = session(folder)
    terminal.type("RETURN reduce(s = 0, i IN range(1, 100000) | s + reduce(t = 0, j IN range(1, 100000) | t + j)) AS n;\r")
    terminal.wait("running for 3 s; Ctrl-C stops it")
    terminal.type("\x03")
    seen = terminal.wait(PROMPT, 30)
    check("interrupted" in seen, seen)
    terminal.type("RETURN 6 AS six;\r")
    terminal.wait("│   6 │")
    terminal.leave()
    check(terminal.end() == 0, "status")


def no_colour(folder):
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        pid, fd = pty.fork()
        if pid == 0:
            os.execve(PROGRAM, [str(PROGRAM), "query", ":memory:", "RETURN nope"], {"TERM": "xterm", **environment})
        text = b""
        while True:
            try:
                data = os.read(fd, 65536)
            except OSError:
                break
            if not data:
                break
            text += data
        os.waitpid(pid, 0)
        check((b"\x1b[" in text) == coloured, text)
    piped = subprocess.run([PROGRAM, "query", ":memory:", "RETURN nope"], capture_output=True, check=False)
    check(b"\x1b" not in piped.stderr, piped.stderr)


def interrupt_ends_a_command(folder):
    query = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*)"
    running = subprocess.Popen([PROGRAM, "query", ":memory:", query], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    check(running.returncode == 1 and b"interrupted" in err, (running.returncode, err))


TESTS = [first_screen, statement_over_lines, lines_above_can_be_edited, errors_have_carets,
         history_across_sessions, completion, colours, pager,
         interrupt_gives_up_the_line, interrupt_stops_the_query, interrupt_ends_a_command,
         no_colour]


def main():
    if not PROGRAM.exists():
        print(f"{PROGRAM} is not built\n0 passed, 1 failed")
        return 1
    failed = 0
    for test in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
            except AssertionError as problem:
                failed += 1
                print(f"FAIL {test.__name__}: {problem}")
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
