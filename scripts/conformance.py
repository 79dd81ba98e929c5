#!/usr/bin/env python3
"""Runs the conformance corpora on `apusdb driver` and compares the counts with Tests/Conformance/floor.json.

  conformance.py --driver COMMAND --shared FOLDER [--jobs N] [--raise]

Every record of sqllogictest must pass. Of the other corpora each topic must pass at least as many cases and steps as
the floor says; --raise writes the present counts as the new floor, which never sinks.
Prints a line a corpus and, last, `conformance: N passed, N failed`.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FLOOR = os.path.join(ROOT, 'Tests/Conformance/floor.json')


def run(tools, script, arguments, report):
    command = [sys.executable, script] + arguments + ['--report', report]
    log = report + '.log'
    with open(log, 'w') as out:
        subprocess.run(command, cwd=tools, stdout=out, stderr=subprocess.STDOUT)
    if not os.path.exists(report):
        with open(log) as file:
            sys.exit('%s gave no report:\n%s' % (script, file.read()[-2000:]))
    with open(report) as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--driver', required=True)
    parser.add_argument('--shared', required=True)
    parser.add_argument('--jobs', type=int, default=os.cpu_count() or 1)
    parser.add_argument('--raise', dest='lift', action='store_true')
    options = parser.parse_args()
    corpora = os.path.join(os.path.abspath(options.shared), 'conformance')
    tools = os.path.join(corpora, 'tools')
    common = ['-j', str(options.jobs), '--driver', options.driver]
    passed = failed = 0
    with open(FLOOR) as file:
        floor = json.load(file)
    with tempfile.TemporaryDirectory() as scratch:
        start = time.time()
        report = run(tools, 'slt_run.py', common + ['../sqllogictest'], os.path.join(scratch, 'slt.json'))
        summary = report['summary']
        print('sqllogictest: %d of %d records in %.0f s' % (summary['passed'], summary['total'], time.time() - start))
        passed += summary['passed']
        failed += summary['failed'] + (summary['total'] < floor['sqllogictest'])
        for corpus in ('sqltests', 'tcl-traces'):
            start = time.time()
            report = run(tools, 'replay.py', common + ['--typed', '../' + corpus],
                         os.path.join(scratch, corpus + '.json'))
            topics = {k: v for k, v in report['topics'].items() if k != 'TOTAL'}
            known = floor.setdefault(corpus, {})
            good = sum(t['cases_ok'] for t in topics.values())
            steps = sum(t['steps'] - t['bad'] for t in topics.values())
            print('%s: %d of %d cases, %d of %d steps in %.0f s' % (
                corpus, good, sum(t['cases'] for t in topics.values()),
                steps, sum(t['steps'] for t in topics.values()), time.time() - start))
            passed += steps
            for name in sorted(set(topics) | set(known)):
                now = topics.get(name, {'cases_ok': 0, 'steps': 0, 'bad': 0})
                least = known.get(name, [0, 0])
                counts = [now['cases_ok'], now['steps'] - now['bad']]
                if counts[0] < least[0] or counts[1] < least[1]:
                    failed += 1
                    print('  %s: %d cases and %d steps pass, the floor is %d and %d' % (name, *counts, *least))
                known[name] = [max(a, b) for a, b in zip(counts, least)]
    if options.lift:
        with open(FLOOR, 'w') as file:
            json.dump(floor, file, indent=1, sort_keys=True)
            file.write('\n')
    print('conformance: %d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
