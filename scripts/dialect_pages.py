"""The pages of spec/dialect and spec/deviations.md: their rows, and how an example is run."""
import collections
import glob
import json
import os
import re
import shutil
import sqlite3

import apsw

from apus_driver import DatabaseError
from record_cases import execute

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATES = ('done', 'error', 'refused', 'deviation')
SETUP = """
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL);
INSERT INTO t VALUES (1, 'one', 1.5), (2, 'two', NULL), (3, NULL, -2.0);
CREATE TABLE u(x, y);
INSERT INTO u VALUES (1, 'p'), (1, 'q'), (4, 'r');
"""

Row = collections.namedtuple('Row', 'page line feature state example words')


def page_files():
    """The files with rows: the pages of the dialect and the deviations."""
    written = os.path.join(ROOT, 'spec/dialect/features.md')
    pages = sorted(path for path in glob.glob(os.path.join(ROOT, 'spec/dialect/*.md')) if path != written)
    return pages + [os.path.join(ROOT, 'spec/deviations.md')]


def rows_of(document):
    """Each row of a table `feature | state | example | error`. A row without an example is a mistake."""
    found = []
    with open(document, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            if not line.startswith('|'):
                continue
            cells = [cell.replace('\\|', '|').strip() for cell in re.split(r'(?<!\\)\|', line.strip())[1:-1]]
            if len(cells) < 2 or cells[1] not in STATES:
                continue
            example = code(cells[2]) if len(cells) == 4 else None
            if example is None:
                raise SystemExit(f'{document}:{number}: no example')
            found.append(Row(document, number, cells[0], cells[1], example, cells[3]))
    return found


def code(cell):
    """The text of a code span; None when the cell is none."""
    match = re.fullmatch(r'(`+)(.+?)\1', cell)
    return match[2].strip() if match else None


def statements(text):
    """The statements of a text, each with its semicolon."""
    found, begun = [], ''
    for piece in re.split('(?<=;)', text):
        begun += piece
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ''
    return found + ([begun.strip()] if begun.strip() else [])


def typed(value):
    """A value as the driver writes it, so that 1, 1.0 and '1' differ."""
    return json.dumps({'blob': value.hex()} if isinstance(value, bytes) else value, ensure_ascii=False)


def answer(rows, statement):
    """The rows of a statement as texts. Of a query plan only the text counts, not its numbers."""
    if statement.upper().startswith('EXPLAIN QUERY PLAN'):
        rows = [row[3:] for row in rows]
    return ['(' + ', '.join(typed(value) for value in row) + ')' for row in rows]


def clear(folder):
    for entry in os.scandir(folder):
        shutil.rmtree(entry) if entry.is_dir(follow_symlinks=False) else os.remove(entry)


def by_sqlite(example):
    """The rows of all statements, or the error, in an empty current directory."""
    clear('.')
    connection = apsw.Connection('main.db')
    connection.execute('PRAGMA synchronous = OFF').fetchall()
    connection.execute(SETUP).fetchall()
    connection.execute('PRAGMA synchronous = FULL').fetchall()
    rows = []
    try:
        for statement in statements(example):
            rows += answer(execute(connection, statement), statement)
    except apsw.Error as error:
        return error
    finally:
        connection.close(True)
    return rows


def by_apus(driver, example):
    """The same by Apus; the driver has the same current directory."""
    clear('.')
    driver.open('main.db')
    rows = []
    try:
        for statement in statements(SETUP):
            driver.sql(statement)
        for statement in statements(example):
            rows += answer(driver.sql(statement), statement)
    except DatabaseError as error:
        return error
    return rows


def shown(result):
    """An answer as it stands in a row of a page."""
    return f'error: {result}' if isinstance(result, Exception) else ' '.join(result) or 'no rows'


def holds(row, expected, given):
    """Whether the answers of SQLite and Apus are as the row says."""
    failed = isinstance(expected, Exception), isinstance(given, Exception)
    if row.state == 'done':
        return failed == (False, False) and given == expected
    if row.state == 'error':
        return failed == (True, True) and str(given) == str(expected) == (code(row.words) or row.words)
    if row.state == 'refused':
        return failed == (False, True) and row.words != '' and row.words in str(given)
    return shown(given) != shown(expected) and row.words == f'SQLite `{shown(expected)}`, Apus `{shown(given)}`'
