#!/usr/bin/env python3
"""Writes the expected answers into Tests/Cases/*.sql, from SQLite 3.51.3.

  record_cases.py [--check] [FILE...]

A file holds cases. A case begins with `-- case NAME` and has a database of its own, in memory. Statements end with a
semicolon at the end of a line; the lines that begin with `--> ` below one are its answer: a line a row, values as
SQL literals with a comma and a space between them, or `error: MESSAGE`. Of EXPLAIN QUERY PLAN only the text counts, not its
numbers. Parameters are NULL. Without --check the answers are written anew.
A line `-- holds PAGE: FEATURE` below the name links the case with a row of
spec/dialect for scripts/feature_tests.py.
Needs apsw 3.51.3.0.
"""
import glob
import os
import re
import sys

import apsw

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PREFIX = '--> '


def literal(value):
    if value is None:
        return 'NULL'
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        text = '%.17g' % value
        return text if any(c in text for c in '.en') else text + '.0'
    if isinstance(value, bytes):
        return "x'" + value.hex() + "'"
    return "'" + value.replace("'", "''").replace('\n', '\\n') + "'"


def execute(cursor, sql):
    """Runs a statement with NULL for each of its parameters; apsw wants as many values, and only its refusal tells how many."""
    try:
        return cursor.execute(sql)
    except apsw.BindingsError as error:
        return cursor.execute(sql, [None] * int(re.search(r'\d+', str(error))[0]))


def run(db, sql):
    cursor = db.cursor()
    try:
        rows = list(execute(cursor, sql))
        if sql.upper().startswith('EXPLAIN QUERY PLAN'):
            rows = [row[3:] for row in rows]
        return [', '.join(literal(v) for v in row) for row in rows]
    except apsw.Error as error:
        return ['error: ' + str(error)]


def record(text):
    out, statement, db = [], [], apsw.Connection(':memory:')
    for line in text.split('\n'):
        if line.startswith(PREFIX.rstrip()):
            continue
        out.append(line)
        if line.startswith('-- case '):
            db = apsw.Connection(':memory:')
            statement = []
            continue
        if not statement and (not line.strip() or line.startswith('--')):
            continue
        statement.append(line)
        sql = '\n'.join(statement)
        if line.rstrip().endswith(';') and apsw.complete(sql):
            out.extend(PREFIX + row for row in run(db, sql))
            statement = []
    return '\n'.join(out)


def main():
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('SQLite %s is not 3.51.3' % apsw.sqlite_lib_version())
    arguments = sys.argv[1:]
    check = '--check' in arguments
    files = [a for a in arguments if a != '--check'] or sorted(glob.glob(os.path.join(ROOT, 'Tests/Cases/*.sql')))
    stale = 0
    for path in files:
        with open(path) as file:
            before = file.read()
        after = record(before)
        if before == after:
            continue
        stale += 1
        if check:
            print(path, 'differs from SQLite', apsw.sqlite_lib_version())
        else:
            with open(path, 'w') as file:
                file.write(after)
    print('cases: %d files, %d %s' % (len(files), stale, 'differ' if check else 'written'))
    return 1 if check and stale else 0


if __name__ == '__main__':
    sys.exit(main())
