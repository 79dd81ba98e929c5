#!/usr/bin/env python3
"""Round trips between the `sqlite3` shell and Apus.

  roundtrip.py --apusdb EXECUTABLE [--keep FOLDER] [--only NAME] [--rows N] [--long | --quick]

`sqlite3` makes databases of every kind (sample_databases.py). For each of them and each journal mode
  read   Apus gives the rows and schema texts that `sqlite3` gives, through every table and every index;
  write  the same inserts, updates, deletes and schema changes run in Apus and in `sqlite3` on a copy; then both files
         pass `integrity_check` of both, and both programs read the same from both;
  crash  Apus is killed in the middle of a transaction; `sqlite3` finds the state before it;
  create Apus makes a database of each page size, encoding and auto-vacuum mode, and `sqlite3` reads it.
Without --long the big samples are written in two journal modes only; with --quick all of them are small and written in one.
Prints a line for each failure and, last, `roundtrip: N passed, N failed`.
"""
import argparse
import os
import shutil
import sys
import tempfile
import time

import sample_databases as samples
from apus_driver import DatabaseError, Driver, DriverGone, DriverHangs

MODES = ['delete', 'truncate', 'persist', 'memory', 'off', 'wal']
BIG = {'many-rows', 'overflow'}


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


class Shell:
    """The `sqlite3` shell with the calls of `Apus` below."""

    def __init__(self, path):
        self.path = path

    def column(self, sql):
        """A query's only column as one text: the unit separator ends a row, because values may hold line ends."""
        return samples.shell(self.path, '.mode list\n.headers off\n.separator "\x1e" "\x1f"\n' + sql + ';\n')

    def rows(self, sql):
        """A query's rows as lists of texts."""
        return [row.split('\x1e') for row in texts(self.column(sql))]


class Apus:
    def __init__(self, driver):
        self.driver = driver

    def column(self, sql):
        out = []
        for row in self.driver.sql(sql):
            value = row[0]
            if isinstance(value, dict) and 'text_hex' in value:
                out.append(bytes.fromhex(value['text_hex']))
            else:
                out.append(str(value).encode('utf-8', 'surrogatepass'))
        return b''.join(value + b'\x1f' for value in out)

    def rows(self, sql):
        return [['' if value is None else str(value) for value in row] for row in self.driver.sql(sql)]


def texts(data):
    return [part.decode() for part in data.split(b'\x1f')[:-1]]


def dump(source):
    """What a program reads from a database, as (query, answer) pairs: schema texts, each table by its key, each index."""
    queries = ["SELECT quote(type) || quote(name) || quote(tbl_name) || quote(sql) FROM sqlite_schema ORDER BY name, type"]
    for table, has_rowid in source.rows("SELECT name, type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%' "
                                        "FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"):
        columns = [row[1] for row in source.rows('PRAGMA table_info(%s)' % quoted(table))]
        row = " || ',' || ".join('quote(%s)' % quoted(c) for c in columns)
        queries.append('SELECT %s FROM %s ORDER BY %s' % (row, quoted(table), ', '.join(map(quoted, columns))))
        if has_rowid == '1':
            queries.append("SELECT rowid || ',' || %s FROM %s ORDER BY rowid" % (row, quoted(table)))
        queries.append('SELECT count(*) FROM ' + quoted(table))
        for _, index, _, origin, partial in sorted(source.rows('PRAGMA index_list(%s)' % quoted(table)), key=lambda r: r[1]):
            first = source.rows('PRAGMA index_info(%s)' % quoted(index))[0][2]
            if origin == 'pk' or partial == '1' or not first:
                continue
            hint, key = '%s INDEXED BY %s' % (quoted(table), quoted(index)), quoted(first)
            queries.append('SELECT quote(%s) FROM %s ORDER BY %s' % (key, hint, key))
            queries.append('SELECT %s FROM %s WHERE %s >= 100 ORDER BY %s, %s' % (
                row, hint, key, key, ', '.join(map(quoted, columns))))
    return [(query, source.column(query)) for query in queries]


def changes(seed, tables):
    """Statements that both programs run: every kind of change to whatever tables the sample has."""
    content = samples.Content(seed)
    pick = content.random
    out = []
    if 'plain' in tables:
        for i in range(40):
            out.append('INSERT INTO plain VALUES(%d, %s, %s, %s, %d)' % (
                100000 + i * 7, content.text(), content.real(), content.value(), i))
        out.append('INSERT INTO plain(name, note) SELECT name, note FROM plain WHERE id % 2 = 0 LIMIT 60')
        out += ['UPDATE plain SET amount = tag * 2.5, note = %s WHERE id %% 7 = %d' % (content.value(), i) for i in range(3)]
        out.append("UPDATE plain SET name = name || ' and a longer name than before' WHERE tag < 4")
        out.append('UPDATE plain SET id = id + 1000000 WHERE id % 11 = 3')
        out.append('DELETE FROM plain WHERE tag = 5 OR id % 13 = 0')
        for i in range(30):
            out.append('DELETE FROM plain WHERE id = %d' % (pick.randrange(300) * 3 + 1))
            out.append('INSERT OR REPLACE INTO plain VALUES(%d, %s, %s, %s, 1)' % (
                pick.randrange(300) * 3 + 1, content.text(200), content.real(), content.value()))
    if 'keyed' in tables:
        out += ['INSERT OR REPLACE INTO keyed VALUES(%s, %d, %s)' % (
            content.text(20), pick.randrange(500) * 100, content.blob(300)) for _ in range(40)]
        out.append("UPDATE keyed SET payload = hex(payload) || 'grown' WHERE n % 2")
        out.append("UPDATE keyed SET n = n + 7, k = k || '+' WHERE n % 5 = 1")
        out.append('DELETE FROM keyed WHERE n % 6 = 2')
        out.append('INSERT INTO keyed VALUES(%s, -1, zeroblob(9000))' % content.text())
    if 'loose' in tables:
        out += ['INSERT OR IGNORE INTO loose VALUES(%s, %s, %d)' % (content.value(), content.blob(3000), i)
                for i in range(20)]
        out.append('UPDATE loose SET b = zeroblob(length(b) * 2) WHERE c % 3 = 0')
        out.append('UPDATE loose SET b = NULL WHERE c % 3 = 1')
        out.append('DELETE FROM loose WHERE c % 7 = 2')
    if 'counted' in tables:
        out += ['INSERT INTO counted(v) VALUES(%s)' % content.text() for _ in range(15)]
        out.append('DELETE FROM counted WHERE id % 2')
    if 'big' in tables:
        out += ['INSERT INTO big SELECT id + 1000, b, t FROM big', 'UPDATE big SET b = t, t = b WHERE id % 2',
                'DELETE FROM big WHERE id = 1 OR id = 1003', "INSERT INTO big VALUES(77777, zeroblob(1048576), 'new')"]
    if 'many' in tables:
        out += ['UPDATE many SET a = a + 1 WHERE id % 17 = 0', 'DELETE FROM many WHERE b < %s' % "'row 1'",
                'DELETE FROM many WHERE id % 10 = 3',
                'INSERT INTO many SELECT id + 1000000, a, b, c + 0.5 FROM many WHERE id % 20 = 1']
    out += [
        'CREATE TABLE made(x INTEGER PRIMARY KEY, y, z TEXT)', 'CREATE INDEX made_y ON made(y, z)',
        'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) '
        "INSERT INTO made SELECT i, i * 37 % 101, printf('%d %.*c', i, i % 90, 'z') FROM n",
        'CREATE TABLE pairs(a, b, PRIMARY KEY(a, b)) WITHOUT ROWID',
        "CREATE TABLE derived(a, b AS (a * 2), c TEXT AS (b || 'x') STORED)", 'CREATE INDEX derived_b ON derived(b, c)',
        'INSERT INTO derived SELECT y FROM made WHERE x < 99', 'UPDATE derived SET a = a + 1 WHERE b > 99',
        'INSERT INTO pairs SELECT y, x FROM made', 'DELETE FROM pairs WHERE b % 3 = 0',
        'CREATE TABLE copied AS SELECT y, count(*) AS n FROM made GROUP BY y', 'CREATE INDEX copied_n ON copied(n DESC)',
        'DROP INDEX made_y', 'DROP TABLE copied', 'CREATE UNIQUE INDEX made_zx ON made(z, x)',
        'DELETE FROM made WHERE x BETWEEN 100 AND 260', 'REINDEX made_zx', 'PRAGMA user_version = 77',
    ]
    cuts = sorted(pick.sample(range(len(out)), 6))
    script = []
    for i, statement in enumerate(out):
        if i in cuts:
            script.append('COMMIT' if cuts.index(i) % 2 else 'BEGIN')
        script.append(statement)
    if 'made' in ''.join(out):
        script += ['BEGIN', 'DELETE FROM made', 'ROLLBACK', 'BEGIN', 'SAVEPOINT one', 'UPDATE made SET z = z || x WHERE x < 60',
                   'SAVEPOINT two', 'DELETE FROM made WHERE x % 2', 'DROP TABLE pairs', 'ROLLBACK TO two', 'RELEASE one',
                   'COMMIT']
    return script


class Failure(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Failure(message)


def same(left, right, what):
    for (query, one), (other, two) in zip(left, right):
        expect(query == other, '%s: other tables: %s / %s' % (what, query[:200], other[:200]))
        if one != two:
            a, b = one.split(b'\x1f'), two.split(b'\x1f')
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            raise Failure('%s: %s: row %d of %d/%d: %r / %r' % (
                what, query[:300], at, len(a) - 1, len(b) - 1, a[at:at + 1], b[at:at + 1])[:1200])
    expect(len(left) == len(right), what + ': other tables')


def sound(rows, what):
    expect(rows == [['ok']], '%s: integrity_check: %s' % (what, rows[:5]))


class RoundTrip:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.passed = self.failed = 0
        self.driver = Driver(options.apusdb, timeout=100)

    def check(self, name, action, *arguments):
        start = time.time()
        try:
            action(*arguments)
            self.passed += 1
        except (Failure, DatabaseError, DriverGone, DriverHangs, RuntimeError) as error:
            self.failed += 1
            where = ''
            if isinstance(error, DatabaseError):
                where = ' page %s offset %s %s' % (error.page, error.offset, error.detail)
            if isinstance(error, DriverGone):
                where = '\n' + self.driver.last_words()[:2000]
            print('%s: %s: %s%s' % (name, type(error).__name__, error, where))
            self.driver.kill()
            if self.options.keep:
                kept = os.path.join(self.options.keep, name.replace(' ', '-'))
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(self.folder, kept)
        if self.options.verbose:
            print('%-40s %.2f s' % (name, time.time() - start), flush=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, sample, expected):
        path = self.path('read.db')
        samples.copy_sample(sample, path)
        self.driver.open(path)
        sound(self.driver.sql('PRAGMA integrity_check'), 'Apus')
        sound(self.driver.sql('PRAGMA quick_check'), 'Apus')
        same(expected, dump(Apus(self.driver)), 'sqlite3 / Apus')
        self.driver.open(':memory:')
        same(expected, dump(Shell(path)), 'before / after Apus has read')

    def write(self, sample, mode, script, expected):
        path = self.path('write.db')
        samples.copy_sample(sample, path)
        self.driver.open(path)
        found = self.driver.sql('PRAGMA journal_mode=' + mode)
        expect(found == [[mode]], 'journal mode %s is %s' % (mode, found))
        if mode == 'wal':
            self.driver.sql('PRAGMA wal_autocheckpoint=20')
        # A small cache: dirty pages spill.
        self.driver.sql('PRAGMA cache_size=20')
        for statement in script:
            try:
                self.driver.sql(statement)
            except DatabaseError as error:
                raise Failure('%s: %s page %s offset %s %s' % (
                    statement[:200], error, error.page, error.offset, error.detail))
        sound(self.driver.sql('PRAGMA integrity_check'), 'Apus')
        same(expected, dump(Apus(self.driver)), 'sqlite3 / Apus')
        self.driver.open(':memory:')
        for suffix in ('-wal', '-shm') + (() if mode in ('persist', 'truncate') else ('-journal',)):
            expect(not os.path.exists(path + suffix), 'sample.db%s is left' % suffix)
        sound([[t] for t in texts(Shell(path).column('PRAGMA integrity_check'))], 'sqlite3')
        same(expected, dump(Shell(path)), 'sqlite3 / sqlite3 after Apus')
        # And back: sqlite3 changes the file, Apus reads it.
        samples.shell(path, "UPDATE made SET z = 'back'; CREATE INDEX made_back ON made(z, y); DELETE FROM made WHERE x % 3 = 0;")
        self.driver.open(path)
        sound(self.driver.sql('PRAGMA integrity_check'), 'Apus after sqlite3')
        found = dump(Apus(self.driver))
        # In WAL mode Apus holds the file against other processes.
        self.driver.open(':memory:')
        same(dump(Shell(path)), found, 'sqlite3 / Apus after sqlite3')

    def crash(self, sample, mode):
        path = self.path('crash.db')
        samples.copy_sample(sample, path)
        self.driver.open(path)
        self.driver.sql('PRAGMA journal_mode=' + mode)
        self.driver.sql('PRAGMA cache_size=10')
        self.driver.sql('CREATE TABLE before(a PRIMARY KEY, b)')
        self.driver.sql('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) '
                        "INSERT INTO before SELECT i, printf('%d %.*c', i, i % 600, 'b') FROM n")
        expected = dump(Apus(self.driver))
        self.driver.sql('BEGIN')
        for statement in ("UPDATE before SET b = b || 'lost'", 'DELETE FROM before WHERE a % 3 = 0',
                          'CREATE TABLE lost(a)', 'INSERT INTO lost SELECT b FROM before'):
            self.driver.sql(statement)
        self.driver.kill()
        expect(os.path.exists(path + ('-wal' if mode == 'wal' else '-journal')), 'nothing was left behind')
        sound([[t] for t in texts(Shell(path).column('PRAGMA integrity_check'))], 'sqlite3')
        same(expected, dump(Shell(path)), 'Apus before / sqlite3 after the crash')

    def fresh(self, name):
        path = self.path(name)
        for suffix in ('', '-wal', '-journal', '-shm'):
            if os.path.exists(path + suffix):
                os.unlink(path + suffix)
        return path

    def new_crash(self, mode):
        """A new database: what was committed before the crash is there."""
        path = self.fresh('new.db')
        self.driver.open(path)
        self.driver.sql('PRAGMA journal_mode=' + mode)
        self.driver.sql('CREATE TABLE t(a)')
        self.driver.sql("INSERT INTO t VALUES('kept')")
        self.driver.sql('BEGIN')
        self.driver.sql("INSERT INTO t VALUES('lost')")
        self.driver.kill()
        expect(texts(Shell(path).column('SELECT a FROM t')) == ['kept'], 'a committed row is lost')

    def create(self, size, encoding, vacuum, mode):
        path = self.fresh('create.db')
        self.driver.open(path)
        for setting in ('page_size=%d' % size, "encoding='%s'" % encoding, 'auto_vacuum=' + vacuum, 'journal_mode=' + mode):
            self.driver.sql('PRAGMA ' + setting)
        content = samples.Content(size)
        for statement in content.SCHEMA.replace('BEGIN\n', 'BEGIN').split(';\n'):
            if statement.strip():
                self.driver.sql(statement.strip().replace('BEGIN', 'BEGIN ', 1))
        for statement in content.fill(150).split(';\n'):
            self.driver.sql(statement.strip().rstrip(';'))
        for statement in changes(5, {'plain', 'keyed', 'loose', 'counted'}):
            self.driver.sql(statement)
        if vacuum == 'incremental':
            self.driver.sql('PRAGMA incremental_vacuum(7)')
        sound(self.driver.sql('PRAGMA integrity_check'), 'Apus')
        expected = dump(Apus(self.driver))
        self.driver.open(':memory:')
        shell = Shell(path)
        sound([[t] for t in texts(shell.column('PRAGMA integrity_check'))], 'sqlite3')
        same(expected, dump(shell), 'Apus / sqlite3')
        facts = [texts(shell.column('PRAGMA ' + name))[0] for name in ('page_size', 'encoding', 'auto_vacuum', 'journal_mode')]
        wanted = [str(size), encoding, str(['none', 'full', 'incremental'].index(vacuum)), 'wal' if mode == 'wal' else 'delete']
        expect(facts == wanted, 'settings are %s, not %s' % (facts, wanted))

    def modes(self, number, name):
        if self.options.quick:
            return [MODES[number % len(MODES)]]
        return ['delete', 'wal'] if name in BIG and not self.options.long else MODES

    def run(self):
        only = self.options.only
        for number, name in enumerate(samples.SAMPLES):
            if only and only != name:
                continue
            folder = self.path(name)
            os.mkdir(folder)
            sample = samples.make(name, folder, self.options.rows)
            original = self.path('original.db')
            samples.copy_sample(sample, original)
            expected = dump(Shell(original))
            tables = set(texts(Shell(original).column("SELECT name FROM sqlite_schema WHERE type = 'table'")))
            self.check(name + ' read', self.read, sample, expected)
            script = changes(number, tables)
            samples.shell(original, ';\n'.join(script) + ';\n')
            sound([[t] for t in texts(Shell(original).column('PRAGMA integrity_check'))], 'sqlite3 alone')
            expected = dump(Shell(original))
            modes = self.modes(number, name)
            for mode in modes:
                self.check('%s write %s' % (name, mode), self.write, sample, mode, script, expected)
            if name not in BIG or self.options.long:
                for mode in {'delete', 'truncate', 'persist', 'wal'}.intersection(modes):
                    self.check('%s crash %s' % (name, mode), self.crash, sample, mode)
            shutil.rmtree(folder)
        if not only or only == 'create':
            for mode in MODES[:1] if self.options.quick else MODES:
                self.check('new crash ' + mode, self.new_crash, mode)
            turn = 0
            for size in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536):
                for encoding in ('UTF-8', 'UTF-16le', 'UTF-16be'):
                    if self.options.quick and turn % 4:
                        turn += 1
                        continue
                    vacuum = ('none', 'full', 'incremental')[(turn + turn // 3) % 3]
                    mode = MODES[turn // 2 % len(MODES)]
                    turn += 1
                    self.check('create %d %s %s %s' % (size, encoding, vacuum, mode), self.create, size, encoding, vacuum, mode)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    parser.add_argument('--keep', help='a folder for the files of failed checks')
    parser.add_argument('--only', help='one sample, or "create"')
    parser.add_argument('--rows', type=int, help='400; with --quick 100')
    parser.add_argument('--long', action='store_true')
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args()
    options.rows = options.rows or (100 if options.quick else 400)
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as folder:
        trip = RoundTrip(options, folder)
        trip.run()
    print('roundtrip: %d passed, %d failed' % (trip.passed, trip.failed))
    return 1 if trip.failed else 0


if __name__ == '__main__':
    sys.exit(main())
