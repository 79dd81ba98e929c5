#!/usr/bin/env python3
"""Runs the examples of spec/dialect and spec/deviations.md in Apus and in SQLite 3.51.3.

  dialect.py --apusdb EXECUTABLE [FILE...]

Each example has a database of its own, in a file of an empty folder. By the state of its row:
  done       both give the same rows, of the same types
  error      both give the same error, whose message is the last column
  refused    SQLite accepts it, and Apus gives an error that contains the words of the last column
  deviation  the last column has both answers, and they differ
Prints a line for each row that is not as it says and, last, `dialect: N passed, N failed`.
"""
import argparse
import os
import sys
import tempfile

import apsw

from apus_driver import Driver
from dialect_pages import ROOT, by_apus, by_sqlite, holds, page_files, rows_of, shown


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
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
            if not holds(row, expected, given):
                failed += 1
                print(f'{os.path.relpath(row.page, ROOT)}:{row.line}: {row.feature}, {row.state}: '
                      f'SQLite `{shown(expected)}`, Apus `{shown(given)}`')
        driver.close()
        os.chdir(ROOT)
    print(f'dialect: {len(rows) - failed} passed, {failed} failed')
    sys.exit(failed > 0 or not rows)


main()
