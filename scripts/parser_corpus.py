#!/usr/bin/env python3
"""Check the parser and the printer against the conformance corpora, with SQLite as the judge.

Every case of the corpora is replayed on SQLite, so that each statement is seen on the schema it was written for.
For each statement that SQLite prepares, the tool asks three questions:

  1. does it parse?
  2. does its printed text parse to the same tree?
  3. does `EXPLAIN printed` give the same program as `EXPLAIN original` (stored schema text aside)?

  parser_corpus.py --tool PATH/parse-corpus [--shared DIR] [--only GLOB] [--limit N]

The folder with `conformance/` is --shared, else $APUS_SHARED, else ../shared. Needs apsw 3.51.3.
Exit status 0 when all three answers are yes for all statements.
"""
import argparse
import collections
import fnmatch
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import apsw

HERE = os.path.dirname(os.path.abspath(__file__))


class Tool:
    """The parse-corpus process: one statement in, one JSON line out."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.cache = {}

    def ask(self, sql):
        answer = self.cache.get(sql)
        if answer is None:
            self.process.stdin.write(sql.encode('utf-8', 'surrogateescape') + b'\0')
            self.process.stdin.flush()
            answer = json.loads(self.process.stdout.readline())
            self.cache[sql] = answer
        return answer


class Checker:
    def __init__(self, tool):
        self.tool = tool
        self.seen = set()
        self.counts = collections.Counter()
        self.failures = []

    def fail(self, what, where, sql, detail):
        self.counts[what] += 1
        self.failures.append((what, where, sql, detail))

    def explain(self, db, sql):
        text = sql if sql.lstrip()[:7].upper() == 'EXPLAIN' else 'EXPLAIN ' + sql
        cursor = db.cursor()
        try:
            return list(cursor.execute(text, can_cache=False))
        finally:
            cursor.close(True)

    def check(self, db, sql, where, schema):
        """One statement that SQLite has prepared."""
        key = (schema, sql)
        if key in self.seen:
            return
        self.seen.add(key)
        self.counts['statements'] += 1
        answer = self.tool.ask(sql)
        if not answer['ok']:
            return self.fail('does not parse', where, sql, answer['error'])
        self.counts['parsed'] += 1
        if not answer['printed']:
            return
        if not answer['same']:
            return self.fail('other tree', where, sql, answer['printed'])
        self.counts['same tree'] += 1
        printed = answer['printed']
        try:
            try:
                expected = self.explain(db, sql)
            except UnicodeDecodeError:
                # EXPLAIN shows blobs as text; make them ASCII of the same length in both.
                sql, printed = ascii_blobs(sql), ascii_blobs(printed)
                expected = self.explain(db, sql)
        except apsw.Error:
            self.counts['no EXPLAIN of the original'] += 1
            return
        try:
            actual = self.explain(db, printed)
        except apsw.Error as error:
            return self.fail('printed text refused', where, sql, '%s: %s' % (answer['printed'], error))
        if same_program(printed, expected, actual):
            self.counts['same program'] += 1
        else:
            self.fail('other program', where, sql, answer['printed'])


def ascii_blobs(sql):
    return re.sub(r"[xX]'([0-9A-Fa-f]*)'", lambda m: "x'" + '41' * (len(m.group(1)) // 2) + "'", sql)


def same_program(printed, left, right):
    if left == right:
        return True
    if len(left) != len(right):
        return False
    is_definition = printed[:6] in ('CREATE', 'ALTER ')
    for a, b in zip(left, right):
        if a == b:
            continue
        if len(a) != 8:
            return False
        # addr, opcode, p1, p2, p3, p4, p5, comment: stored schema text stands in p4 of a string.
        if a[:5] != b[:5] or a[6] != b[6]:
            return False
        if a[5] != b[5] and not (is_definition and a[1] in ('String8', 'String')):
            return False
    return True


def schema_of(db):
    try:
        return tuple(tuple(r) for r in db.cursor().execute('PRAGMA schema_version', can_cache=False))
    except apsw.Error:
        return ()


def replay(checker, where, steps, path):
    """Run the steps of a case; check each statement just before it runs."""
    db = apsw.Connection(path)
    generation = [0]

    for step in steps:
        if step is None:
            db.close(True)
            db = apsw.Connection(path)
            continue
        cursor = db.cursor()

        def trace(cursor, sql, bindings):
            # A case has a fresh database, so identical texts are checked once per case and step of the schema.
            try:
                checker.check(db, sql, where, (where, generation[0]))
            except Exception as error:  # a fault of this script must not pass as one of the case
                checker.fail('check failed', where, sql, repr(error))
            if sql.lstrip()[:6].upper() not in ('SELECT', 'INSERT', 'DELETE', 'UPDATE'):
                generation[0] += 1
            return True

        cursor.exec_trace = trace
        try:
            for _ in cursor.execute(step, can_cache=False):
                pass
        except (apsw.Error, UnicodeError, ValueError, TypeError):
            pass
        finally:
            try:
                cursor.close(True)
            except apsw.Error:
                pass
    try:
        db.close(True)
    except apsw.Error:
        pass


def json_cases(path, render, base):
    fixtures = {}
    with open(path, encoding='utf-8', errors='surrogateescape') as lines:
        for line in lines:
            if line.startswith('#') or not line.strip():
                continue
            case = json.loads(line)
            steps = []
            name = case.get('fixture')
            if name:
                if name not in fixtures:
                    fixtures[name] = load_fixture(base, name, render)
                steps += fixtures[name]
            for step in case['steps']:
                steps.append(None if 'open' in step else render.from_json(step['sql']))
            yield case['id'], steps


def load_fixture(base, name, render):
    with open(os.path.join(base, 'fixtures', name + '.jsonl'), encoding='utf-8') as lines:
        return [render.from_json(json.loads(line)) for line in lines if line.strip()]


def run_sqllogictest(checker, path, records, name, limit):
    db = apsw.Connection(':memory:')
    generation = 0
    for count, record in enumerate(records(open(path, encoding='utf-8').read())):
        if limit and count > limit:
            break
        if record.kind not in ('statement', 'query') or not record.sql:
            continue
        if ('onlyif' in dict(record.conds) and ('onlyif', 'sqlite') not in record.conds) \
                or ('skipif', 'sqlite') in record.conds:
            continue
        sql = record.sql
        try:
            # Queries are explained only: they change nothing.
            db.cursor().execute('EXPLAIN ' + sql, can_cache=False).close()
        except apsw.Error:
            continue
        checker.check(db, sql, '%s:%d' % (name, record.line), (name, generation))
        if record.kind == 'statement':
            word = sql.lstrip()[:6].upper()
            if word not in ('INSERT', 'DELETE', 'UPDATE', 'REPLAC'):
                generation += 1
                try:
                    for _ in db.cursor().execute(sql, can_cache=False):
                        pass
                except apsw.Error:
                    pass
    db.close(True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--tool', required=True)
    parser.add_argument('--shared', default=os.environ.get(
        'APUS_SHARED', os.path.join(HERE, '..', '..', 'shared')))
    parser.add_argument('--only', default='*')
    parser.add_argument('--limit', type=int, default=0, help='records per sqllogictest file')
    parser.add_argument('--dump', help='write the distinct statements here, separated by zero bytes')
    options = parser.parse_args()
    assert apsw.sqlite_lib_version() == '3.51.3', apsw.sqlite_lib_version()
    corpus = os.path.join(options.shared, 'conformance')
    sys.path.insert(0, os.path.join(corpus, 'tools'))
    import slt_run
    import sqlrender

    checker = Checker(Tool(options.tool))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for kind in ('sqltests', 'tcl-traces'):
            for path in sorted(glob.glob(os.path.join(corpus, kind, '*.jsonl'))):
                name = kind + '/' + os.path.basename(path)
                if not fnmatch.fnmatch(name, options.only):
                    continue
                for number, (case, steps) in enumerate(
                        json_cases(path, sqlrender, os.path.dirname(path))):
                    file = os.path.join(folder, 'case.db')
                    for suffix in ('', '-wal', '-shm', '-journal'):
                        if os.path.exists(file + suffix):
                            os.remove(file + suffix)
                    replay(checker, '%s#%s' % (name, case), steps, file)
        for path in sorted(glob.glob(os.path.join(corpus, 'sqllogictest', '**', '*.test'), recursive=True)):
            name = os.path.relpath(path, corpus)
            if fnmatch.fnmatch(name, options.only):
                run_sqllogictest(checker, path, slt_run.parse, name, options.limit)
        os.chdir(HERE)

    for what, where, sql, detail in checker.failures[:200]:
        print('%s\n  at   %s\n  sql  %s\n  got  %s' % (what, where, sql[:600], str(detail)[:600]))
    for name, count in sorted(checker.counts.items()):
        print('%8d %s' % (count, name))
    if options.dump:
        with open(options.dump, 'wb') as out:
            for sql in checker.tool.cache:
                out.write(sql.encode('utf-8', 'surrogateescape') + b'\0')
    sys.exit(1 if checker.failures else 0)


if __name__ == '__main__':
    main()
