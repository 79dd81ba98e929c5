#!/usr/bin/env python3
"""Runs the 22 TPC-H queries on Apus and on SQLite 3.51.3, on the same file, and compares the answers.

  tpch.py --driver COMMAND --shared FOLDER [--data FOLDER] [--limit SECONDS] [--scale 0.1]

Needs apsw 3.51.3.0; the data comes from tpchgen-cli (PyPI) and is kept in --data. Reals compare at 1e-12 relative,
rows without a total order as sets. Prints a line a query with both times and, last, `tpch: N passed, N failed`.
"""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import time

import apsw


def make_data(folder, shared, scale):
    path = os.path.join(folder, 'bench-data', 'tpch01.db')
    if os.path.exists(path):
        return path
    tables = os.path.join(folder, 'bench-data', 'tpch')
    os.makedirs(tables, exist_ok=True)
    generator = os.path.join(os.path.dirname(sys.executable), 'tpchgen-cli')
    if not os.path.exists(generator):
        subprocess.run([sys.executable, '-m', 'pip', 'install', '-q', 'tpchgen-cli'], check=True)
    subprocess.run([generator, '-s', scale], cwd=tables, check=True)
    subprocess.run([sys.executable, os.path.abspath(os.path.join(shared, 'bench', 'tpch_load.py'))], cwd=folder, check=True)
    return path


def read_queries(shared):
    """The text has YEAR(x) for what SQLite spells with strftime."""
    with open(os.path.join(shared, 'bench', 'tpch.sql')) as file:
        parts = re.split(r'^-- (q\d+)\n', file.read(), flags=re.M)[1:]
    for name, text in zip(parts[::2], parts[1::2]):
        yield name, text.strip().replace('YEAR(', "strftime('%Y',")


def equal(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return a == b or abs(a - b) <= 1e-12 * max(abs(a), abs(b))
    return type(a) is type(b) and a == b


def rows_equal(left, right):
    return len(left) == len(right) and all(
        len(a) == len(b) and all(equal(x, y) for x, y in zip(a, b)) for a, b in zip(left, right))


class Driver:
    def __init__(self, command):
        self.process = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, request):
        self.process.stdin.write(json.dumps(request).encode() + b'\n')
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit('the driver died')
        return json.loads(line)


def best_of(runs, body):
    best, result = float('inf'), None
    for _ in range(runs):
        start = time.time()
        result = body()
        best = min(best, time.time() - start)
    return result, best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--driver', required=True)
    parser.add_argument('--shared', required=True)
    parser.add_argument('--data', default='.build')
    parser.add_argument('--scale', default='0.1')
    parser.add_argument('--limit', type=float, default=15)
    parser.add_argument('--only')
    parser.add_argument('--runs', type=int, default=1)
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('SQLite %s is not 3.51.3' % apsw.sqlite_lib_version())
    path = os.path.abspath(make_data(options.data, options.shared, options.scale))
    queries = [(n, q) for n, q in read_queries(options.shared) if not options.only or n in options.only.split(',')]

    # One after the other: Apus holds a WAL database alone.
    oracle = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READONLY, statementcachesize=0)
    expected = {n: best_of(options.runs, lambda: [list(row) for row in oracle.execute(q)]) for n, q in queries}
    oracle.close(True)
    driver = Driver(options.driver)
    reply = driver.ask({'open': path})
    if 'error' in reply:
        sys.exit(reply['error'])
    passed = failed = 0
    total = [0.0, 0.0]
    for name, text in queries:
        reply, seconds = best_of(options.runs, lambda: driver.ask({'sql': text}))
        rows, reference = expected[name]
        total = [total[0] + seconds, total[1] + reference]
        got = reply.get('rows')
        good = got is not None and (
            rows_equal(got, rows) or rows_equal(sorted(got, key=repr), sorted(rows, key=repr)))
        verdict = 'ok' if good else reply.get('error', 'differs')
        if good and seconds > options.limit:
            verdict, good = 'too slow', False
        passed, failed = passed + good, failed + (not good)
        print('%-4s %5d rows  %8.3f s  SQLite %8.3f s  %5.2f×  %s' % (
            name, len(rows), seconds, reference, reference / seconds, verdict), flush=True)
    print('total %.3f s, SQLite %.3f s' % tuple(total))
    print('tpch: %d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
