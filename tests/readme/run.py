#!/usr/bin/env python3
"""Runs the examples of every README.

    ```console      lines beginning with "$ " are run with bash, the lines below are the expected standard output;
                    a line "..." stands for any lines
    ```query        one statement (or several ended by ;) that must run on the shipped data without an error
    ```errors       one statement a line, each with a comment that names the kind and detail of the error it gives

Commands run in a scratch folder that has the repository's build/, datasets/ and tests/ linked in, so an example reads
as the reader types it from the top of the repository."""
import fnmatch, os, re, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FENCE = re.compile(r'^```(console|query|errors)[^\n]*\n(.*?)^```', re.M | re.S)

def readmes():
    listed = subprocess.run(['git', 'ls-files', '*.md'], cwd=ROOT, capture_output=True, text=True).stdout.split()
    return [f for f in listed if os.path.basename(f) == 'README.md' and not f.startswith('datasets/curated')]

def matches(expected, actual):
    """line by line; a line "..." swallows any number of lines"""
    if not expected: return not actual
    if expected[0].strip() == '...':
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    return bool(actual) and expected[0].rstrip() == actual[0].rstrip() and matches(expected[1:], actual[1:])

def console(block, folder):
    steps = []
    for line in block.splitlines():
        if line.startswith('$ '): steps.append((line[2:], []))
        elif steps and steps[-1][0].endswith('\\') and not steps[-1][1]: steps[-1] = (steps[-1][0] + '\n' + line, [])
        elif steps: steps[-1][1].append(line)
    for command, expected in steps:
        r = subprocess.run(['bash', '-c', command], cwd=folder, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        actual = r.stdout.splitlines()
        while expected and not expected[-1].strip(): expected.pop()
        if not matches(expected, actual):
            return f'$ {command}\nexpected:\n' + '\n'.join(expected) + '\ngot:\n' + r.stdout + r.stderr
    return None

def query(block, folder):
    r = subprocess.run(['build/talentflow', 'query', 'shipped', '-c', block], cwd=folder, capture_output=True, text=True, timeout=300)
    return None if r.returncode == 0 else f'{block}\nexit {r.returncode}\n{r.stdout}{r.stderr}'

def errors(block, folder):
    for line in block.splitlines():
        statement, expected = line.rsplit('// ', 1)
        r = subprocess.run(['build/talentflow', 'query', 'shipped', statement], cwd=folder, capture_output=True, text=True, timeout=300)
        if r.returncode != 1 or f': {expected}: ' not in r.stderr: return f'{line}\nexit {r.returncode}\n{r.stdout}{r.stderr}'
    return None

KINDS = {'console': console, 'query': query, 'errors': errors}

def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ('build', 'datasets', 'tests'): os.symlink(os.path.join(ROOT, name), os.path.join(folder, name))
        load = subprocess.run(['build/talentflow', 'ingest', 'shipped', 'datasets/curated', 'datasets/pages', 'datasets/observed'], cwd=folder, capture_output=True, text=True)
        if load.returncode != 0: print(load.stderr); print('0 passed, 1 failed'); sys.exit(1)
        for readme in readmes():
            for number, (kind, block) in enumerate(FENCE.findall(open(os.path.join(ROOT, readme), encoding='utf8').read()), 1):
                problem = KINDS[kind](block, folder)
                if problem is None: passed += 1
                else: failed += 1; print(f'FAIL {readme}, example {number}\n{problem}')
    print(f'{passed} passed, {failed} failed'); sys.exit(failed > 0)

main()
