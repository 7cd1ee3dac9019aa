#!/usr/bin/env python3
"""The published scholarly migration tables through the query language: every country-year cell of the flows adds up to
the country table, and the published sums come out. Skips, saying so, without ../shared/data/migration."""
import csv, gzip, io, json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(ROOT, '..', 'shared', 'data', 'migration')
PROGRAM = os.path.join(ROOT, 'build', 'talentflow')
SETS = {
    'scopus-2024': {'files': 'scopus_2024_V1_scholarlymigration_', 'cells': 4740,
                    'out': 46333, 'in': 42541, '2020': (12885, 11201, 1684)},
    'openalex-2023': {'files': 'openalex_2023_V1_scholarlymigration_', 'cells': 4510,
                      'out': 96090, 'in': 124736, '2020': (15165, 12754, 2411)},
}
PLACE = {'in': 'b', 'out': 'a'}
passed = failed = 0


def check(what, expected, actual):
    global passed, failed
    if expected == actual: passed += 1
    else: failed += 1; print(f'FAIL {what}: expected {expected}, got {actual}')


def rows(store, query):
    done = subprocess.run([PROGRAM, 'query', store, query, '--format', 'csv'], capture_output=True, text=True, timeout=300)
    if done.returncode != 0: raise SystemExit(f'{query}\n{done.stderr}\n0 passed, 1 failed')
    return list(csv.DictReader(io.StringIO(done.stdout)))


def country_codes():
    with open(os.path.join(ROOT, 'datasets', 'countries.csv'), encoding='utf8') as file:
        table = list(csv.DictReader(file))
    return {code: row['alpha2'].lower() for row in table for code in (row['alpha2'], row['alpha3'])}


def published_cells(name):
    """{(place, year): (in, out)} of the country table."""
    codes = country_codes()
    cells = {}
    with gzip.open(os.path.join(DATA, SETS[name]['files'] + 'country.csv.gz'), 'rt', encoding='utf8') as file:
        for row in csv.DictReader(file):
            code = row['countrycode']
            if not code: continue
            place = 'place/' + codes.get(code, code.lower())
            cells[place, int(float(row['year']))] = (int(float(row['number_of_inmigrations'])),
                                                     int(float(row['number_of_outmigrations'])))
    return cells


def counted_cells(store):
    sums = {}
    for way, end in PLACE.items():
        for row in rows(store, f'MATCH (a)-[f:OBSERVED_FLOW]->(b) WHERE a <> b RETURN {end}.id AS place, f.start.year AS year, sum(f.count) AS n'):
            sums[way, row['place'], int(row['year'])] = int(row['n'])
    return sums


def check_set(name, store):
    published, counted = published_cells(name), counted_cells(store)
    equal = {(place, year) for (place, year), cell in published.items()
             if cell == (counted.get(('in', place, year), 0), counted.get(('out', place, year), 0))}
    check(f'{name}: cells of 1998-2020', SETS[name]['cells'], sum(1998 <= year <= 2020 for _, year in published))
    check(f'{name}: those that add up', SETS[name]['cells'], sum(1998 <= year <= 2020 for _, year in equal))
    check(f'{name}: cells of other years that do not', 0, len(published) - len(equal))
    whole = rows(store, f"FLOW BETWEEN COUNTRY 'China' AND COUNTRY 'US' DURING '1998' TO '2021' COUNTING OBSERVED '{name}' YIELD inflow, outflow")
    check(f'{name}: China and the US', [(SETS[name]['in'], SETS[name]['out'])], [(int(r['inflow']), int(r['outflow'])) for r in whole])
    year = rows(store, f"FLOW BETWEEN COUNTRY 'China' AND ANYWHERE DURING '2020' TO '2021' COUNTING OBSERVED '{name}' YIELD inflow, outflow, net")
    check(f'{name}: China in 2020', [SETS[name]['2020']], [tuple(int(r[c]) for c in ('inflow', 'outflow', 'net')) for r in year])


def main():
    if not os.path.isdir(DATA):
        print('skipped: ../shared/data/migration is not there\n1 passed, 0 failed')
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, one in SETS.items():
            store = os.path.join(folder, name)
            flows = os.path.join(DATA, one['files'] + 'countryflows.csv.gz')
            done = subprocess.run([PROGRAM, 'ingest', store, flows], capture_output=True, text=True, timeout=300)
            if done.returncode not in (0, 1): print(done.stderr)
            check_set(name, store)
    print(f'{passed} passed, {failed} failed')
    sys.exit(failed > 0)


main()
