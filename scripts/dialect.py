#!/usr/bin/env python3
"""Runs the examples of spec/dialect.md in Apus and in SQLite 3.51.3.

  dialect.py --apusdb EXECUTABLE [--document FILE]

*done*: both give the same rows. *refused*: SQLite accepts the example, and Apus gives an error that contains the words of
the table's last column. Each example has a database of its own. Prints a line for each row that is not as it says and,
last, `dialect: N passed, N failed`.
"""
import argparse
import os
import re
import sqlite3
import sys
import tempfile

import apsw

from apus_driver import DatabaseError, Driver

SETUP = """
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL);
INSERT INTO t VALUES (1, 'one', 1.5), (2, 'two', NULL), (3, NULL, -2.0);
CREATE TABLE u(x, y);
INSERT INTO u VALUES (1, 'p'), (1, 'q'), (4, 'r');
"""


def rows_of(document):
    """(line number, feature, state, example, error) of each table row with a state."""
    found = []
    with open(document, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            cells = [cell.replace('\\|', '|').strip() for cell in re.split(r'(?<!\\)\|', line.strip())[1:-1]]
            if len(cells) == 4 and cells[1] in ('done', 'refused'):
                if not re.fullmatch('`.+`', cells[2]):
                    sys.exit(f'{document}:{number}: no example')
                found.append((number, cells[0], cells[1], cells[2][1:-1], cells[3]))
    return found


def statements(text):
    """The statements of a text, each with its semicolon."""
    found, begun = [], ''
    for piece in re.split('(?<=;)', text):
        begun += piece
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ''
    return found + ([begun.strip()] if begun.strip() else [])


def plain(value):
    """A value as the driver writes it."""
    return {'blob': value.hex()} if isinstance(value, bytes) else value


def by_sqlite(example):
    """The rows of all statements, or the error. Parameters are NULL."""
    connection = apsw.Connection(':memory:')
    connection.execute(SETUP).fetchall()
    rows = []
    try:
        for statement in statements(example):
            count = len(set(re.findall(r'[?:@$]\w+', re.sub("'[^']*'", '', statement))))
            rows += [[plain(value) for value in row] for row in connection.execute(statement, [None] * count)]
    except apsw.Error as error:
        return error
    return rows


def by_apus(driver, example):
    """The same by Apus."""
    with tempfile.TemporaryDirectory() as folder:
        driver.open(os.path.join(folder, 'example.db'))
        rows = []
        try:
            for statement in statements(SETUP):
                driver.sql(statement)
            for statement in statements(example):
                rows += driver.sql(statement)
        except DatabaseError as error:
            return error
        return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    parser.add_argument('--document', default=os.path.join(os.path.dirname(__file__), '../spec/dialect.md'))
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('the oracle is not SQLite 3.51.3')
    passed = failed = 0
    driver = Driver(options.apusdb)
    for number, feature, state, example, words in rows_of(options.document):
        expected, answer = by_sqlite(example), by_apus(driver, example)
        if isinstance(expected, Exception):
            good = False
        elif state == 'refused':
            good = words != '' and isinstance(answer, DatabaseError) and words in str(answer)
        elif example.split(';')[-1].strip().startswith('EXPLAIN QUERY PLAN') and isinstance(answer, list):
            good = [row[-1] for row in answer] == [row[-1] for row in expected]
        else:
            good = answer == expected
        passed += good
        failed += not good
        if not good:
            print(f'{options.document}:{number}: {feature}, {state}: SQLite {expected!r}, Apus {answer!r}')
    driver.close()
    print(f'dialect: {passed} passed, {failed} failed')
    sys.exit(failed > 0 or passed == 0)


main()
