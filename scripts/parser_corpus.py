#!/usr/bin/env python3
"""Check the parser and the printer against the conformance corpora, with SQLite as the judge.

Every case of the corpora is replayed on SQLite, so that each statement is seen on the schema it was written for.
For each statement that SQLite prepares, the tool asks three questions:

  1. does it parse?
  2. does its printed text parse to the same tree?
  3. does `EXPLAIN printed` give the same program as `EXPLAIN original` (stored schema text aside)?

  parser_corpus.py --tool PATH/parse-corpus [--shared DIR] [--only GLOB] [--sample N]

and of each text that SQLite's parser refuses: is it refused with the same message?

The folder with `conformance/` is --shared, else $APUS_SHARED, else ../shared. Needs apsw 3.51.3.
--sample N asks about one text in N only (chosen by its checksum) but replays everything.
A text is counted once per schema state. The last line is the summary; exit status 0 when every answer is yes.
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
import zlib

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


# What may stand before the first word of a statement.
BLANKS = re.compile(r'(?:[\s;\ufeff]|--[^\n]*(?:\n|$)|/\*.*?(?:\*/|$))*', re.S)
EXPLAIN = re.compile(r'EXPLAIN\b(?:%s\s*QUERY\b%s\s*PLAN\b)?' % (BLANKS.pattern, BLANKS.pattern), re.S | re.I)

# Messages of SQLite's lexer and grammar, as opposed to those that depend on a schema.
SYNTAX_MESSAGE = re.compile(r'near ".*": syntax error$|incomplete input$|unrecognized token: ', re.S)


class Checker:
    def __init__(self, tool, sample=1):
        self.tool = tool
        self.sample = sample
        self.seen = set()
        self.counts = collections.Counter()
        self.failures = []

    def fail(self, what, where, sql, detail):
        self.counts[what] += 1
        self.failures.append((what, where, sql, detail))

    def rows(self, db, sql):
        cursor = db.cursor()
        try:
            return list(cursor.execute(sql, apsw._null_bindings, can_cache=False))
        finally:
            cursor.close(True)

    def explain(self, db, sql):
        """The program of a statement; for one that begins with EXPLAIN also what it answers."""
        body = sql[BLANKS.match(sql).end():]
        word = EXPLAIN.match(body)
        answer = self.rows(db, body) if word else []
        return self.rows(db, 'EXPLAIN ' + (body[word.end():] if word else body)), answer

    def is_sampled(self, sql):
        return self.sample == 1 or zlib.crc32(sql.encode('utf-8', 'surrogateescape')) % self.sample == 0

    def is_new(self, sql, schema):
        if not self.is_sampled(sql) or (schema, sql) in self.seen:
            return False
        self.seen.add((schema, sql))
        return True

    def refused(self, sql, message, where, schema):
        """A text that SQLite does not prepare."""
        if not self.is_new(sql, schema):
            return
        self.counts['refused'] += 1
        if not SYNTAX_MESSAGE.match(message):
            return
        self.counts['syntax errors'] += 1
        answer = self.tool.ask(sql)
        if answer['error'] == message:
            self.counts['same message'] += 1
        else:
            self.fail('other message than ' + message, where, sql, answer['error'])

    def check(self, db, sql, where, schema):
        """One statement that SQLite has prepared."""
        if not self.is_new(sql, schema):
            return
        self.counts['compiled'] += 1
        answer = self.tool.ask(sql)
        if not answer['ok']:
            return self.fail('does not parse', where, sql, answer['error'])
        self.counts['parsed'] += 1
        printed = answer['printed']
        if not printed:
            if BLANKS.match(sql).end() < len(sql):
                return self.fail('taken for blank', where, sql, '')
            self.counts['blank'] += 1
            return
        if not answer['same']:
            return self.fail('other tree', where, sql, printed)
        self.counts['same tree'] += 1
        try:
            try:
                expected = self.explain(db, sql)
            except UnicodeDecodeError:
                # EXPLAIN shows blobs as text; make them ASCII of the same length in both.
                sql, printed = ascii_blobs(sql), ascii_blobs(printed)
                expected = self.explain(db, sql)
        except apsw.Error as error:
            return self.fail('no EXPLAIN of the original', where, sql, error)
        try:
            actual = self.explain(db, printed)
        except apsw.Error as error:
            return self.fail('printed text refused', where, sql, '%s: %s' % (printed, error))
        if expected[1] == actual[1] and same_program(sql, printed, expected[0], actual[0]):
            self.counts['same program'] += 1
        else:
            self.fail('other program', where, sql, printed)


def ascii_blobs(sql):
    return re.sub(r"[xX]'([0-9A-Fa-f]*)'", lambda m: "x'" + '41' * (len(m.group(1)) // 2) + "'", sql)


def same_program(sql, printed, left, right):
    if len(left) != len(right):
        return False
    is_definition = printed[:6] in ('CREATE', 'ALTER ')
    for a, b in zip(left, right):
        # addr, opcode, p1, p2, p3, p4, p5, comment
        if a[:5] != b[:5] or a[6] != b[6]:
            return False
        if a[5] != b[5] and not (is_definition and is_stored(a, sql) and is_stored(b, printed)):
            return False
    return True


def is_stored(row, sql):
    """Whether an instruction loads schema text that the definition stores: a piece of its own source."""
    text = row[5]
    return row[1] in ('String8', 'String') and (text.startswith('CREATE ') or text in sql)


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
        end = [0]

        def trace(cursor, sql, bindings):
            end[0] = step.index(sql, end[0]) + len(sql)
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
            for _ in cursor.execute(step, apsw._null_bindings, can_cache=False):
                pass
        except apsw.Error as error:
            # A failure of a running statement leaves nothing behind `end` unless more statements follow.
            if BLANKS.match(step, end[0]).end() < len(step):
                checker.refused(step[end[0]:], str(error), where, (where, generation[0]))
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


def split(text):
    """The statements of a text; almost always it is one."""
    if ';' not in text:
        return [text] if text else []
    statements, pending = [], ''
    for piece in re.findall('[^;]*;|[^;]+$', text):
        pending += piece
        if apsw.complete(pending):
            statements.append(pending)
            pending = ''
    return statements + [pending] if pending.strip() else statements


def run_sqllogictest(checker, path, records, name):
    db = apsw.Connection(':memory:')
    generation = 0
    for record in records(open(path, encoding='utf-8').read()):
        if record.kind not in ('statement', 'query'):
            continue
        where = '%s:%d' % (name, record.line)
        # Records for other engines are asked about, but do not change the schema.
        is_run = ('skipif', 'sqlite') not in record.conds and (
            'onlyif' not in dict(record.conds) or ('onlyif', 'sqlite') in record.conds)
        for sql in split(record.sql or ''):
            is_definition = sql.lstrip()[:6].upper() not in ('SELECT', 'INSERT', 'DELETE', 'UPDATE', 'REPLAC')
            if not checker.is_sampled(sql) and not is_definition:
                continue
            try:
                # Programs do not depend on rows: what changes rows only is prepared and not run.
                checker.rows(db, 'EXPLAIN ' + sql)
            except apsw.SQLError as error:
                checker.refused(sql, str(error), where, (name, generation))
                continue
            checker.check(db, sql, where, (name, generation))
            if is_definition and is_run:
                generation += 1
                try:
                    checker.rows(db, sql)
                except apsw.Error:
                    pass
    db.close(True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--tool', required=True)
    parser.add_argument('--shared', default=os.environ.get(
        'APUS_SHARED', os.path.join(HERE, '..', '..', 'shared')))
    parser.add_argument('--only', default='*')
    parser.add_argument('--sample', type=int, default=1, help='one text in this many')
    parser.add_argument('--dump', help='write the distinct statements here, separated by zero bytes')
    options = parser.parse_args()
    assert apsw.sqlite_lib_version() == '3.51.3', apsw.sqlite_lib_version()
    corpus = os.path.abspath(os.path.join(options.shared, 'conformance'))
    sys.path.insert(0, os.path.join(corpus, 'tools'))
    import slt_run
    import sqlrender

    checker = Checker(Tool(os.path.abspath(options.tool)), options.sample)
    # Memory, where there is some to be had as files: the cases of the corpora wait for the disk otherwise.
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as folder:
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
                run_sqllogictest(checker, path, slt_run.parse, name)
        os.chdir(HERE)

    for what, where, sql, detail in checker.failures[:200]:
        print('%s\n  at   %s\n  sql  %s\n  got  %s' % (what, where, sql[:600], str(detail)[:600]))
    if options.dump:
        with open(options.dump, 'wb') as out:
            for sql in checker.tool.cache:
                out.write(sql.encode('utf-8', 'surrogateescape') + b'\0')
    counts = checker.counts
    good = counts['same program'] + counts['blank'] + counts['same message']
    print('parser corpus%s: %d texts, %d compiled by SQLite, of these %d parse (%d blank), %d round-trip, '
          '%d have the same EXPLAIN; %d refused, %d of %d syntax errors with the same message; '
          '%d passed, %d failed' % (
              ' (1 in %d)' % options.sample if options.sample > 1 else '',
              counts['compiled'] + counts['refused'], counts['compiled'], counts['parsed'], counts['blank'],
              counts['same tree'], counts['same program'], counts['refused'], counts['same message'],
              counts['syntax errors'], good, len(checker.failures)))
    if not good:
        print('no text was found in %s' % corpus)
    sys.exit(0 if good and not checker.failures else 1)


if __name__ == '__main__':
    main()
