#!/usr/bin/env python3
"""Damages copies of sound databases and looks at what Apus says and does.

  damage.py --apusdb EXECUTABLE [--copies N] [--first NUMBER] [--seed N] [--jobs N] [--copy NUMBER --keep FOLDER]

Ten databases of at least 200 pages are made by `sqlite3` (sample_databases.py) and damaged: every second copy at a structure
of the format (sqlite_format.py), the others by random bytes, truncation, or exchanged pages. Every second copy with a log in
use has its wal-index damaged instead, under a process that has it open, so that it is believed as far as it can be. Each copy is opened, checked,
queried and written through `apusdb driver`. Build it with the address sanitizer:
  swift build -c release --sanitize=address --scratch-path .build-asan --product apusdb

Counted as failures: the process dies; no answer within 10 s; an error that is not typed, or says that a page is damaged but
not which and where; fewer than 98 % of the copies refused that SQLite 3.51.3's integrity_check refuses; a sound database
refused. Needs apsw 3.51.3.0. A copy's damage depends on seed and number alone: --copy does one again and shows the answers.
Prints a line for each failure and, last, `damage: N passed, N failed`.
"""
import argparse
import collections
import fcntl
import multiprocessing
import os
import random
import shutil
import struct
import sys
import tempfile
import time

import apsw

import sample_databases as samples
import sqlite_format
from apus_driver import DatabaseError, Driver, DriverGone, DriverHangs

# Sample and rows, so that there are at least 200 pages.
BASES = [('page-512', 250), ('large-pages', 400), ('auto-vacuum-full', 400), ('auto-vacuum-incremental', 400), ('utf16le', 1200),
         ('freelist', 500), ('small-overflow', 400), ('reserved', 1400), ('wal-in-use', 400), ('hot-journal', 400)]
CORRUPT, NOT_A_DATABASE, INTERNAL = 11, 26, 2

QUERIES = """
SELECT * FROM plain
SELECT count(*), sum(amount), max(note), min(name), total(length(note)) FROM plain
SELECT name, amount FROM plain INDEXED BY plain_name ORDER BY name, amount DESC
SELECT tag, count(*), avg(amount), group_concat(name) FROM plain GROUP BY tag ORDER BY tag DESC
SELECT id, note FROM plain WHERE note > 100 ORDER BY note
SELECT id FROM plain WHERE tag + id BETWEEN 20 AND 300
SELECT * FROM plain WHERE id > 500 ORDER BY id DESC LIMIT 50
SELECT * FROM keyed
SELECT n, k FROM keyed ORDER BY payload
SELECT count(*) FROM keyed WHERE n > 20000
SELECT a, length(b), c FROM loose
SELECT a, c FROM loose ORDER BY a, c
SELECT count(DISTINCT b), sum(length(b)) FROM loose
SELECT count(*) FROM plain p JOIN loose l ON l.a = p.id
SELECT * FROM counted ORDER BY id DESC
SELECT * FROM names LIMIT 20
SELECT id, length(b), t FROM big ORDER BY t
SELECT name, sql, rootpage FROM sqlite_schema ORDER BY name
SELECT name FROM plain UNION SELECT k FROM keyed ORDER BY 1 LIMIT 10
""".strip().split('\n')

CHANGES = """
INSERT INTO plain VALUES(1000001, 'new', 2.5, x'00ff', 3)
INSERT INTO plain(name, note) SELECT name, zeroblob(3000) FROM plain WHERE id % 7 = 1
UPDATE plain SET note = name, amount = amount + 1 WHERE id % 3 = 1
UPDATE plain SET id = id + 2000000 WHERE tag = 2
DELETE FROM plain WHERE tag = 4
INSERT OR REPLACE INTO keyed SELECT k || 'x', n + 1, payload FROM keyed WHERE n % 3 = 0
UPDATE keyed SET payload = zeroblob(700) WHERE n % 5 = 0
DELETE FROM keyed WHERE n % 2 = 1
INSERT INTO loose SELECT b, a, c + 100 FROM loose WHERE c > 10
DELETE FROM loose WHERE c % 4 = 0
INSERT INTO counted(v) VALUES('one'), ('two')
UPDATE big SET b = zeroblob(2000), t = 'changed' || id
BEGIN
CREATE TABLE fresh(x INTEGER PRIMARY KEY, y, z)
INSERT INTO fresh SELECT NULL, id, note FROM plain
CREATE INDEX fresh_y ON fresh(y, z)
DELETE FROM fresh WHERE x % 2
COMMIT
ROLLBACK
BEGIN
DELETE FROM plain
DELETE FROM keyed
ROLLBACK
DROP TABLE loose
DROP INDEX plain_name
CREATE INDEX plain_again ON plain(tag, note)
REINDEX
PRAGMA incremental_vacuum(10)
DELETE FROM counted
PRAGMA quick_check
SELECT count(*) FROM plain
PRAGMA integrity_check
""".strip().split('\n')


def number_damage(pick, length, pages, old):
    """Bytes that a field might be replaced with."""
    highest = (1 << 8 * length) - 1
    value = int.from_bytes(old, 'big')
    choice = pick.randrange(9)
    if choice == 0:
        return pick.randbytes(length)
    if choice == 1:
        return (value ^ 1 << pick.randrange(8 * length)).to_bytes(length, 'big')
    if choice == 2:
        return ((value + pick.choice([-1, 1, -2, 2, 7, 100])) & highest).to_bytes(length, 'big')
    if choice < 6:
        return (pick.randrange(pages + 3) & highest).to_bytes(length, 'big')
    return (pick.choice([0, 1, highest, highest >> 1, (highest >> 1) + 1, pages, pages + 1, 2]) & highest).to_bytes(length, 'big')


def text_damage(pick, data, offset, length):
    out = bytearray(data)
    for _ in range(pick.randrange(1, 4)):
        at = offset + pick.randrange(length)
        out[at] = pick.choice([0, 32, 39, 40, 41, 44, 59, 255, 128, pick.randrange(256), out[at] ^ 1 << pick.randrange(8)])
    return bytes(out)


def aimed(pick, files, sites, pages):
    """Damages one to three structures of one class."""
    name, kind = pick.choice([(n, k) for n in sites for k in sorted(sites[n]) if sites[n][k]])
    data = files[name]
    for _ in range(pick.choice([1, 1, 1, 2, 3])):
        offset, length = pick.choice(sites[name][kind])
        if offset + length > len(data):
            continue
        if kind in ('schema text', 'record header') or length > 8:
            data = text_damage(pick, data, offset, length)
        else:
            old = data[offset:offset + length]
            data = data[:offset] + number_damage(pick, length, pages, old) + data[offset + length:]
    files[name] = data
    return '%s %s' % (name or 'database', kind)


def blind(pick, files, page_size):
    """Damage that knows nothing of the format but the page size."""
    name = pick.choice(sorted(files))
    data = bytearray(files[name])
    way = pick.randrange(7)
    if way <= 2:
        for _ in range(pick.choice([1, 3, 10, 50])):
            data[pick.randrange(len(data))] = pick.randrange(256)
    elif way == 3:
        del data[pick.choice([pick.randrange(len(data)), pick.randrange(len(data) // page_size + 1) * page_size]):]
    elif way == 4:
        start = pick.randrange(len(data))
        count = min(pick.choice([1, 16, 512, page_size]), len(data) - start)
        data[start:start + count] = pick.choice([bytes(count), b'\xff' * count, pick.randbytes(count)])
    elif way == 5:
        pages = len(data) // page_size
        one, two = (pick.randrange(pages) * page_size for _ in range(2))
        data[one:one + page_size], data[two:two + page_size] = data[two:two + page_size], data[one:one + page_size]
    else:
        pages = len(data) // page_size
        one, two = (pick.randrange(pages) * page_size for _ in range(2))
        data[one:one + page_size] = data[two:two + page_size]
    files[name] = bytes(data)
    return '%s blind %d' % (name or 'database', way)


def index_checksum(words):
    """Of the header of a wal-index, in the machine's byte order (https://www.sqlite.org/walformat.html#checksum_algorithm)."""
    one = two = 0
    for index in range(0, len(words), 2):
        one = (one + words[index] + two) & 0xffffffff
        two = (two + words[index + 1] + one) & 0xffffffff
    return one, two


def damaged_index(pick, index):
    """Damages a wal-index: its header, with the right checksum every second time, marks, page numbers or hash slots."""
    data = bytearray(index)
    way = pick.randrange(6)
    areas = [(0, 48), (8, 32), (96, 40), (136, 600), (16384, 16384), (0, len(data))]
    start, length = areas[way]
    for _ in range(pick.choice([1, 2, 5, 40])):
        at = start + pick.randrange(length)
        data[at] = pick.choice([0, 1, 255, 127, pick.randrange(256), data[at] ^ 1 << pick.randrange(8)])
    if pick.random() < 0.1:
        del data[pick.randrange(len(data)):]
    elif way <= 1:
        if pick.random() < 0.7:
            words = list(struct.unpack('=10I', data[:40]))
            data[40:48] = struct.pack('=2I', *index_checksum(words))
        data[48:96] = data[:48]
    return bytes(data), '-shm %d' % way


class Base:
    """A sound database: its files by suffix, and where their structures are."""

    def __init__(self, name, rows, folder):
        path = os.path.join(folder, name)
        os.mkdir(path)
        path = samples.make(name, path, rows)
        self.name = name
        self.files = {}
        for suffix in ('', '-wal', '-journal'):
            if os.path.exists(path + suffix):
                with open(path + suffix, 'rb') as file:
                    self.files[suffix] = file.read()
        self.index = None
        if '-wal' in self.files:
            self.index = self.read_index(path)
        main = sqlite_format.Database(self.files[''])
        self.page_size, self.pages = main.page_size, main.pages
        if self.pages < 200:
            sys.exit('%s has only %d pages' % (name, self.pages))
        self.sites = {'': main.found}
        if '-journal' in self.files:
            self.sites['-journal'] = sqlite_format.journal_sites(self.files['-journal'])
        if '-wal' in self.files:
            self.sites['-wal'] = sqlite_format.log_sites(self.files['-wal'])

    @staticmethod
    def read_index(path):
        """The wal-index as SQLite has it."""
        db = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READWRITE)
        db.execute('SELECT count(*) FROM sqlite_schema').fetchall()
        with open(path + '-shm', 'rb') as file:
            index = file.read()
        db.close()
        return index

    def damaged(self, pick, is_aimed):
        files = dict(self.files)
        if self.index and pick.random() < 0.5:
            files['-shm'], what = damaged_index(pick, self.index)
            return files, what
        if is_aimed:
            what = aimed(pick, files, self.sites, self.pages)
        else:
            what = blind(pick, files, self.page_size)
        if files.get('-wal', b'') != self.files.get('-wal', b'') and pick.random() < 0.5:
            try:
                files['-wal'] = sqlite_format.seal_log(files['-wal'])
                what += ' sealed'
            except Exception:
                pass
        return files, what


def write(path, files):
    for suffix in ('', '-wal', '-journal', '-shm'):
        if suffix in files:
            with open(path + suffix, 'wb') as file:
                file.write(files[suffix])
        elif os.path.exists(path + suffix):
            os.unlink(path + suffix)


def real_verdict(path):
    """None when SQLite finds nothing wrong, else what it says."""
    db = None
    try:
        db = apsw.Connection(path)
        deadline = time.time() + 30
        db.set_progress_handler(lambda: time.time() > deadline, 10000)
        rows = [row[0] for row in db.execute('PRAGMA integrity_check')]
        return None if rows == ['ok'] else rows
    except apsw.Error as error:
        return ['error: %s' % error]
    finally:
        if db:
            try:
                db.close()
            except apsw.Error:
                pass


class Examination:
    """What happened to one copy."""

    def __init__(self):
        self.faults = []
        self.verdict = None
        self.answers = []
        self.refusals = collections.Counter()


def judge(found, sql, error):
    found.answers.append((sql, '%s [%s] page %s offset %s %s' % (error, error.code, error.page, error.offset, error.detail)))
    found.refusals[error.code] += 1
    if error.code is None or error.code == INTERNAL:
        found.faults.append('untyped: %s: %s' % (sql, found.answers[-1][1]))
    elif error.code & 0xff in (CORRUPT, NOT_A_DATABASE) and (error.page is None or error.offset is None) and \
            not (error.detail or '').startswith('the wal-index'):
        found.faults.append('unplaced: %s: %s' % (sql, found.answers[-1][1]))


def examine(driver, path, statements):
    found = Examination()
    request = 'open'
    try:
        try:
            driver.open(path)
            request = 'PRAGMA integrity_check'
            rows = [row[0] for row in driver.sql(request)]
            found.answers.append((request, str(rows)[:1500]))
            found.verdict = None if rows == ['ok'] else rows
        except DatabaseError as error:
            judge(found, request, error)
            found.verdict = ['error: %s' % error]
        for request in statements:
            try:
                rows = driver.sql(request)
                found.answers.append((request, '%d rows' % len(rows)))
            except DatabaseError as error:
                judge(found, request, error)
        request = 'close'
        driver.open(':memory:')
    except DriverGone:
        found.faults.append('trap: %s\n%s' % (request, driver.last_words()[-3000:]))
    except DriverHangs:
        found.faults.append('hang: %s' % request)
    except ValueError as error:
        found.faults.append('bad answer: %s: %s' % (request, error))
        driver.kill()
    return found


STATE = {}


def start_worker(apusdb, seed, bases, folder):
    STATE['driver'] = Driver(apusdb, timeout=10)
    STATE['seed'] = seed
    STATE['bases'] = bases
    STATE['path'] = os.path.join(folder, 'copy-%d.db' % os.getpid())


def one_copy(number):
    pick = random.Random('%d-%d' % (STATE['seed'], number))
    base = STATE['bases'][number % len(STATE['bases'])]
    files, what = base.damaged(pick, number // len(STATE['bases']) % 2 == 0)
    path = STATE['path']
    write(path, files)
    if '-shm' in files:
        # What SQLite says of it says nothing: it may rebuild the index, or believe it, at another moment than Apus.
        with open(path + '-shm', 'r+b') as index:
            fcntl.lockf(index, fcntl.LOCK_SH, 1, 128)
            found = examine(STATE['driver'], path, QUERIES + CHANGES)
        return number, base.name, what, None, found
    real = real_verdict(path)
    write(path, files)
    found = examine(STATE['driver'], path, QUERIES + CHANGES)
    return number, base.name, what, real, found


def show(number, name, what, real, found):
    print('copy %d of %s: %s' % (number, name, what))
    print('SQLite: %s' % ('ok' if real is None else real))
    for request, answer in found.answers:
        print('  %s\n    %s' % (request, answer))
    for fault in found.faults:
        print(fault)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    parser.add_argument('--copies', type=int, default=2000)
    parser.add_argument('--first', type=int, default=0, help='the number of the first copy: a long run in parts')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=os.cpu_count() or 1)
    parser.add_argument('--copy', type=int)
    parser.add_argument('--keep', help='with --copy: a folder for the damaged files')
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('SQLite %s is not 3.51.3' % apsw.sqlite_lib_version())
    os.environ.setdefault(
        'ASAN_OPTIONS', 'detect_leaks=0:hard_rss_limit_mb=2000:max_allocation_size_mb=1100:malloc_context_size=0:'
        'quarantine_size_mb=32:allocator_release_to_os_interval_ms=-1')
    start = time.time()
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as folder:
        bases = [Base(name, rows, folder) for name, rows in BASES]
        if options.copy is not None:
            start_worker(options.apusdb, options.seed, bases, folder)
            result = one_copy(options.copy)
            show(*result)
            if options.keep:
                pick = random.Random('%d-%d' % (options.seed, options.copy))
                base = bases[options.copy % len(bases)]
                write(options.keep, base.damaged(pick, options.copy // len(bases) % 2 == 0)[0])
            return 1 if result[-1].faults else 0

        failed = 0
        driver = Driver(options.apusdb, timeout=60)
        for base in bases:
            path = os.path.join(folder, 'sound.db')
            write(path, base.files)
            found = examine(driver, path, QUERIES)
            for problem in found.faults + ['false alarm: %s' % found.verdict] * (found.verdict is not None):
                failed += 1
                print('sound %s: %s' % (base.name, problem))
        driver.close()

        kinds = collections.Counter()
        refused = agreed = extra = clean = 0
        missed = []
        with multiprocessing.Pool(options.jobs, start_worker, (options.apusdb, options.seed, bases, folder)) as pool:
            numbers = range(options.first, options.first + options.copies)
            for number, name, what, real, found in pool.imap_unordered(one_copy, numbers, 4):
                label = 'copy %d (%s, %s)' % (number, name, what)
                for fault in found.faults[:3]:
                    print('%s: %s' % (label, fault), flush=True)
                for kind in {fault.split(':')[0] for fault in found.faults}:
                    kinds[kind] += 1
                if found.faults:
                    failed += 1
                else:
                    clean += 1
                if real is not None:
                    refused += 1
                    if found.verdict is not None or any(f.split(':')[0] in ('trap', 'hang') for f in found.faults):
                        agreed += 1
                    else:
                        missed.append('%s: missed: %s' % (label, str(real)[:300]))
                elif found.verdict is not None and not what.startswith('-shm'):
                    extra += 1
                    print('%s: only Apus refuses: %s' % (label, str(found.verdict)[:300]))
    for line in missed:
        print(line)
    share = 100 * agreed / refused if refused else 100
    if share < 98:
        failed += 1
    print('%d copies of %d databases in %.0f s: %s' % (
        options.copies, len(bases), time.time() - start,
        ', '.join('%d %s' % (kinds[k], k) for k in ('trap', 'hang', 'untyped', 'unplaced', 'bad answer'))))
    print('integrity_check: SQLite refuses %d, Apus %d of them (%.1f %%); only Apus refuses %d' % (refused, agreed, share, extra))
    print('damage: %d passed, %d failed' % (clean, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
