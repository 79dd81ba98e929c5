#!/usr/bin/env python3
"""Opens what is no sound, writable database with Apus and with SQLite 3.51.3, and compares what both say.

  odd_openings.py --apusdb EXECUTABLE

A text file, a short one, an empty one, a directory, files that may not be read or written, a folder that may not be
written, a path without a folder, a full disk. As root both run as `nobody`, whom permissions bind; the full disk is a
small tmpfs, which only root can mount: without it that case is left out, and said so.
Compared are rows, or the primary result code and the message; after a failure also what is still there. Of a list of
statements, a transaction, it is compared what failed first: Apus may find out at COMMIT what SQLite finds out before.
Needs apsw 3.51.3.0. Prints a line for each difference and, last, `odd openings: N passed, N failed`.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

import apsw

from apus_driver import DatabaseError, Driver

NOBODY = 65534
READ = ['SELECT count(*) FROM sqlite_schema', 'SELECT a FROM t', 'PRAGMA page_count', 'PRAGMA integrity_check']
WRITE = ['INSERT INTO t VALUES(2)', 'SELECT a FROM t', 'CREATE TABLE u(a)', 'PRAGMA user_version=3', 'BEGIN IMMEDIATE', 'ROLLBACK',
         'BEGIN EXCLUSIVE', 'COMMIT', ['BEGIN IMMEDIATE', 'INSERT INTO t VALUES(3)', 'COMMIT'], 'SELECT a FROM t',
         ['BEGIN', 'SELECT a FROM t', 'DELETE FROM t', 'COMMIT'], 'SELECT a FROM t']
LARGE = 'INSERT INTO t VALUES(zeroblob(200000))'
FULL = ['INSERT INTO t VALUES(2)', LARGE, 'SELECT count(*) FROM t', 'PRAGMA integrity_check',
        ['BEGIN', 'INSERT INTO t VALUES(3)', LARGE, 'COMMIT'], 'SELECT count(*) FROM t', 'PRAGMA integrity_check',
        'INSERT INTO t VALUES(4)', 'SELECT a FROM t', 'PRAGMA cache_size=3',
        ['BEGIN', 'INSERT INTO t VALUES(5)', LARGE, 'COMMIT'], 'SELECT a FROM t', 'PRAGMA integrity_check']


def as_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def sqlite_answers(path, statements):
    """What SQLite says, from a process of its own: it gives its privileges up."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            as_nobody()
            with os.fdopen(writer, 'w') as pipe:
                json.dump(run_in_sqlite(path, statements), pipe)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer)


def run_in_sqlite(path, statements):
    try:
        db = apsw.Connection(path)
    except apsw.Error as error:
        return [[error.result, str(error)]]

    def execute(sql):
        try:
            return [list(row) for row in db.execute(sql)]
        except apsw.Error as error:
            return Refusal([error.result, str(error)])

    out = [['ok']] + [answer(execute, sql) for sql in statements]
    db.close()
    return out


def apus_answers(apusdb, path, statements):
    driver = Driver(apusdb, timeout=10, limit=as_nobody)

    def execute(sql):
        try:
            return driver.sql(sql)
        except DatabaseError as error:
            return Refusal([error.code & 0xff, str(error)])

    try:
        driver.open(path)
        return [['ok']] + [answer(execute, sql) for sql in statements]
    except DatabaseError as error:
        return [[error.code & 0xff, str(error)]]
    finally:
        driver.close()


class Refusal(list):
    """An error's code and message."""


def answer(execute, sql):
    """What a statement answers, or how the first failure in a transaction looks."""
    if isinstance(sql, str):
        return execute(sql)
    failure = None
    for statement in sql:
        reply = execute(statement)
        if failure is None and isinstance(reply, Refusal):
            failure = reply
    # It may be open or not, depending on which statement failed.
    execute('ROLLBACK')
    return failure or ['committed']


class Openings:
    def __init__(self, apusdb, folder):
        self.apusdb = apusdb
        self.folder = folder
        self.passed = self.failed = 0

    def sound(self, path):
        db = apsw.Connection(path)
        db.execute('CREATE TABLE t(a); INSERT INTO t VALUES(1)')
        db.close()
        os.chmod(path, 0o666)

    def compare(self, name, prepare, statements, file='file.db'):
        answers = []
        for program in ('sqlite', 'apus'):
            place = os.path.join(self.folder, '%s-%s' % (name.replace(' ', '-'), program))
            os.mkdir(place)
            os.chmod(place, 0o777)
            path = os.path.join(place, file)
            try:
                prepare(path)
                answers.append(sqlite_answers(path, statements) if program == 'sqlite' else
                               apus_answers(self.apusdb, path, statements))
            finally:
                if os.path.ismount(place):
                    subprocess.run(['umount', place], check=True)
                os.chmod(place, 0o777)
        for sql, theirs, ours in zip(['open'] + statements, *answers):
            if theirs == ours:
                self.passed += 1
            else:
                self.failed += 1
                print('%s: %s: SQLite %s, Apus %s' % (name, sql, theirs, ours))
        if len(answers[0]) != len(answers[1]):
            self.failed += 1
            print('%s: %d answers of SQLite, %d of Apus' % (name, len(answers[0]), len(answers[1])))

    def run(self):
        def content(data, mode=0o666):
            def prepare(path):
                with open(path, 'wb') as file:
                    file.write(data)
                os.chmod(path, mode)
            return prepare

        def permissions(mode, folder=0o777):
            def prepare(path):
                self.sound(path)
                os.chmod(path, mode)
                os.chmod(os.path.dirname(path), folder)
            return prepare

        def full(left):
            def prepare(path):
                place = os.path.dirname(path)
                subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=64k,mode=777', 'none', place], check=True)
                self.sound(path)
                with open(os.path.join(place, 'rest'), 'wb') as file:
                    file.write(bytes(65536 - os.path.getsize(path) - left))
            return prepare

        def header(offset, values):
            """A sound file whose header has other bytes at an offset."""
            def prepare(path):
                self.sound(path)
                with open(path, 'r+b') as file:
                    file.seek(offset)
                    file.write(bytes(values))
            return prepare

        everything = READ + WRITE
        self.compare('newer write version', header(18, [3]), everything)
        # SQLite lets a pragma that needs no schema pass, or calls the file read-only; Apus says what is wrong with it.
        unread = [sql for sql in everything if sql != 'PRAGMA user_version=3']
        self.compare('newer read version', header(18, [3, 3]), unread)
        self.compare('newer schema format', header(44, [0, 0, 0, 5]), unread)
        self.compare('odd page size', header(16, [12, 1]), everything)
        self.compare('odd payload fractions', header(21, [63]), everything)
        self.compare('text file', content(b'This is text and not a database.\n' * 100), everything)
        self.compare('short file', content(b'short'), everything)
        self.compare('zeros', content(bytes(8192)), everything)
        self.compare('empty file', content(b''), ['SELECT count(*) FROM sqlite_schema', 'PRAGMA integrity_check',
                                                  'CREATE TABLE t(a)'] + everything)
        self.compare('no file', lambda path: None, ['CREATE TABLE t(a)'] + everything)
        self.compare('directory', os.mkdir, READ)
        self.compare('no folder', lambda path: None, READ, 'absent/file.db')
        self.compare('unreadable file', permissions(0), READ)
        self.compare('read-only file', permissions(0o444), everything)
        self.compare('read-only folder', permissions(0o666, 0o555), everything)
        self.compare('read-only folder and file', permissions(0o444, 0o555), everything)
        self.compare('new file in a read-only folder', lambda path: os.chmod(os.path.dirname(path), 0o555), READ)
        try:
            self.compare('small disk', full(36864), FULL)
            self.compare('full disk', full(0), FULL)
        except subprocess.CalledProcessError as error:
            print('the full disk is left out: %s' % error)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('SQLite %s is not 3.51.3' % apsw.sqlite_lib_version())
    folder = tempfile.mkdtemp()
    os.chmod(folder, 0o755)
    try:
        # Both must be reachable by `nobody`.
        apusdb = os.path.join(folder, 'apusdb')
        shutil.copy(options.apusdb, apusdb)
        openings = Openings(apusdb, folder)
        openings.run()
    finally:
        shutil.rmtree(folder)
    print('odd openings: %d passed, %d failed' % (openings.passed, openings.failed))
    return 1 if openings.failed else 0


if __name__ == '__main__':
    sys.exit(main())
