#!/usr/bin/env python3
"""Runs the examples of spec/dialect and spec/deviations.md in Apus and in SQLite 3.51.3.

  dialect.py --apusdb EXECUTABLE [--settle] [FILE...]

Each example has a database of its own, in a file of an empty folder. By the state of its row:
  done       both give the same rows, of the same types
  error      both give the same error, whose message is the last column
  refused    SQLite accepts it, and Apus gives an error that contains the words of the last column
  deviation  the last column has both answers, and they differ
Prints a line for each row that is not as it says and, last, `dialect: N passed, N failed`. --settle makes the rows `done` or `error` whose
difference is gone, and no others.
"""
import argparse
import os
import re
import sys
import tempfile

import apsw

from apus_driver import Driver
from dialect_pages import ROOT, by_apus, by_sqlite, holds, page_files, rows_of, shown


def is_settled(row, expected, given):
    """Whether a difference that the row tells is none any more. Those of deviations.md are on purpose: they stay for somebody to look at."""
    return row.state in ('refused', 'deviation') and os.path.basename(row.page) != 'deviations.md' and shown(expected) == shown(given)


def settle(row, expected):
    """Writes the row of its page as one without a difference."""
    with open(row.page, encoding='utf-8') as file:
        lines = file.read().split('\n')
    cells = re.split(r'(?<!\\)\|', lines[row.line - 1])
    message = str(expected).replace('\n', ' ').replace('|', '\\|')
    fence = '``' if '`' in message else '`'
    space = ' ' if '`' in message else ''
    cells[2], cells[4] = (' error ', f' {fence}{space}{message}{space}{fence} ') if isinstance(expected, Exception) else (' done ', '  ')
    lines[row.line - 1] = '|'.join(cells)
    with open(row.page, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    parser.add_argument('--settle', action='store_true')
    parser.add_argument('files', nargs='*')
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('the oracle is not SQLite 3.51.3')
    rows = [row for file in options.files or page_files() for row in rows_of(os.path.abspath(file))]
    driver = Driver(os.path.abspath(options.apusdb))
    failed = 0
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as folder:
        os.chdir(folder)
        for row in rows:
            expected, given = by_sqlite(row.example), by_apus(driver, row.example)
            if options.settle and is_settled(row, expected, given):
                settle(row, expected)
            elif not holds(row, expected, given):
                failed += 1
                print(f'{os.path.relpath(row.page, ROOT)}:{row.line}: {row.feature}, {row.state}: '
                      f'SQLite `{shown(expected)}`, Apus `{shown(given)}`')
        driver.close()
        os.chdir(ROOT)
    print(f'dialect: {len(rows) - failed} passed, {failed} failed')
    sys.exit(failed > 0 or not rows)


main()
