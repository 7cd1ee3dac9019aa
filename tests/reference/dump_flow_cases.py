"""Prints random careers with their flows, computed by the published reference flow_ref.py, for the unit tests to check.

usage: dump_flow_cases.py FLOW_REF.PY CASES SEED
Lines: case DATES CONCURRENT(_ for spaces) | stint PERSON GROUP START.. END.. HELD BELIEF CONTESTED | row BUCKET.. COUNTS.. | end
An unknown bound or bucket is `- -`.
"""
import importlib.util, random, sys


def main():
    spec = importlib.util.spec_from_file_location('flow_ref', sys.argv[1])
    ref = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ref)
    r = random.Random(int(sys.argv[3]))
    pair = lambda x: '- -' if x is None else '%d %d' % x
    buckets = [(y, y + 365) for y in range(-730, 365 * 16, 365)] + [None]
    for i in range(int(sys.argv[2])):
        stints = ref.rnd(r, n=8, k=5)
        for s in stints:                                  # coarse ends and later evidence as well
            if s.end and r.random() < .2: s.end = (s.end[0], s.end[0] + 200)
            if not s.end and s.start and r.random() < .4: s.held = s.start[0] + r.choice([200, 900, 2000])
        o = dict(ref.DEF, dates=r.choice(['SPREAD', 'MIDPOINT']),
                 concurrent=r.choice(['WHEN ORIGIN ENDS', 'WHEN ORIGIN ENDS', 'ON ARRIVAL', 'EXCLUDE']))
        print('case', o['dates'], o['concurrent'].replace(' ', '_'))
        for s in stints:
            print('stint', s.person, s.group, pair(s.start), pair(s.end), s.held, repr(s.p), int(s.contested))
        for b, q in zip(buckets, ref.flow(stints, {'C'}, {'E', 'U', 'X'}, buckets, o)):
            print('row', pair(b), q['count_in'], q['count_out'], repr(q['inn']), repr(q['out']), q['lo'], q['hi'],
                  q['bound_lo'], q['bound_hi'])
        print('end')


main()
