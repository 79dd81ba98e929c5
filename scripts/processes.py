#!/usr/bin/env python3
"""Apus and SQLite processes on one file at the same time.

  processes.py --apusdb EXECUTABLE [--seconds N] [--mode wal|delete|…] [--seed N]
  processes.py --apusdb EXECUTABLE --kill ROUNDS [--mode …]

Without --kill two Apus and two SQLite processes (3.51.3 through apsw, and the Python module's own version) write, read,
checkpoint, change the schema, and close and open again, half of the time in WAL mode and half with a rollback journal unless
--mode says which. Accounts keep their sum, a read transaction sees the same twice, and at the end every process's counter is
the number of commits that it was told of.

With --kill an Apus process that writes is killed (SIGKILL) in each round, while another Apus process reads and a SQLite
process writes to the same file: nothing acknowledged is lost, and SQLite finds the file sound.

Needs apsw 3.51.3. The last line is `processes: N passed, N failed`; exit status 0 when nothing failed.
"""
import argparse
import collections
import multiprocessing
import os
import random
import sqlite3
import sys
import tempfile
import time
import traceback

import apsw

from apus_driver import DatabaseError, Driver, DriverGone

ACCOUNTS = 50
TOTAL = ACCOUNTS * 100
CHECKPOINTS = ['PASSIVE', 'FULL', 'RESTART', 'TRUNCATE']
WORKERS = ['apus', 'sqlite 3.51', 'apus', 'sqlite system']


class Busy(Exception):
    """SQLITE_BUSY and what else is to be tried again."""


class Apus:
    def __init__(self, apusdb):
        self.driver = Driver(apusdb, timeout=120)

    def open(self, path):
        self.driver.open(path)
        self.sql('PRAGMA busy_timeout = 10000')

    def sql(self, text):
        try:
            return self.driver.sql(text)
        except DatabaseError as error:
            if error.code & 0xff in (5, 6):
                raise Busy(str(error))
            raise

    def close(self):
        self.driver.close()


class APSW:
    def __init__(self):
        self.connection = None

    def open(self, path):
        if self.connection:
            self.connection.close()
        self.connection = apsw.Connection(path)
        self.connection.set_busy_timeout(10000)

    def sql(self, text):
        try:
            return [list(row) for row in self.connection.execute(text)]
        except (apsw.BusyError, apsw.LockedError) as error:
            raise Busy(str(error))

    def close(self):
        self.connection.close()


class SystemSQLite:
    def __init__(self):
        self.connection = None

    def open(self, path):
        if self.connection:
            self.connection.close()
        self.connection = sqlite3.connect(path, timeout=10, isolation_level=None)

    def sql(self, text):
        try:
            return [list(row) for row in self.connection.execute(text)]
        except sqlite3.OperationalError as error:
            if 'locked' in str(error) or 'busy' in str(error):
                raise Busy(str(error))
            raise

    def close(self):
        self.connection.close()


def engine(kind, apusdb):
    if kind == 'apus':
        return Apus(apusdb)
    return APSW() if kind == 'sqlite 3.51' else SystemSQLite()


def make(path, mode):
    connection = apsw.Connection(path)
    list(connection.execute('PRAGMA journal_mode = %s' % mode))
    connection.execute('CREATE TABLE account(id INTEGER PRIMARY KEY, balance INT);'
                       'CREATE TABLE counter(worker INTEGER PRIMARY KEY, n INT);'
                       'CREATE TABLE event(id INTEGER PRIMARY KEY, worker INT, n INT, note TEXT, UNIQUE(worker, n))')
    with connection:
        for number in range(ACCOUNTS):
            connection.execute('INSERT INTO account VALUES (?, 100)', (number,))
        for number in range(8):
            connection.execute('INSERT INTO counter VALUES (?, 0)', (number,))
    connection.close()


class Worker:
    """One process: what it does, and what it was told."""

    def __init__(self, number, kind, apusdb, path, seed, is_wal):
        self.number, self.kind, self.path, self.is_wal = number, kind, path, is_wal
        self.pick = random.Random('%s-%d' % (seed, number))
        self.db = engine(kind, apusdb)
        self.commits = 0
        self.tally = collections.Counter()
        self.faults = []

    def fault(self, text):
        self.faults.append('%s %d: %s' % (self.kind, self.number, text))

    def run(self, deadline):
        self.db.open(self.path)
        actions = [self.write] * 8 + [self.read] * 8 + [self.upgrade] * 2 + [self.reopen]
        actions += [self.checkpoint] * 3 if self.is_wal else []
        while time.time() < deadline and len(self.faults) < 5:
            action = self.pick.choice(actions)
            if self.pick.random() < 0.01:
                action = self.change_schema
            try:
                action()
                self.tally[action.__name__] += 1
            except Busy:
                self.tally['busy'] += 1
                try:
                    self.db.sql('ROLLBACK')
                except Exception:
                    # There may be none to roll back.
                    pass
        self.db.close()

    def transaction(self, begin):
        self.db.sql(begin)
        before = self.db.sql('SELECT n FROM counter WHERE worker = %d' % self.number)[0][0]
        if before != self.commits:
            self.fault('has committed %d times and finds %d' % (self.commits, before))
        amount = self.pick.randrange(1, 50)
        source, target = self.pick.sample(range(ACCOUNTS), 2)
        self.db.sql('UPDATE account SET balance = balance - %d WHERE id = %d' % (amount, source))
        self.db.sql('UPDATE account SET balance = balance + %d WHERE id = %d' % (amount, target))
        self.db.sql('UPDATE counter SET n = n + 1 WHERE worker = %d' % self.number)
        self.db.sql("INSERT INTO event(worker, n, note) VALUES (%d, %d, printf('%%.*c', %d, 'x'))"
                    % (self.number, self.commits + 1, self.pick.choice([10, 100, 3000])))
        if self.pick.random() < 0.1:
            self.db.sql('ROLLBACK')
            return
        while True:
            try:
                self.db.sql('COMMIT')
                break
            except Busy:
                # With a rollback journal readers may keep it waiting; the transaction stays.
                self.tally['busy commit'] += 1
        self.commits += 1

    def write(self):
        self.transaction('BEGIN IMMEDIATE')

    def upgrade(self):
        self.transaction('BEGIN')

    def read(self):
        self.db.sql('BEGIN')
        first = self.state()
        if first[0] != TOTAL:
            self.fault('the accounts add up to %r' % first[0])
        if first[1] != first[2]:
            self.fault('%r commits and %r events' % (first[1], first[2]))
        for _ in range(self.pick.randrange(3)):
            time.sleep(self.pick.random() * 0.005)
            again = self.state()
            if again != first:
                self.fault('a snapshot changed from %r to %r' % (first, again))
        self.db.sql('COMMIT')

    def state(self):
        return self.db.sql('SELECT (SELECT sum(balance) FROM account), (SELECT sum(n) FROM counter),'
                           ' (SELECT count(*) FROM event), (SELECT total(length(note)) FROM event)')[0]

    def checkpoint(self):
        self.db.sql('PRAGMA wal_checkpoint(%s)' % self.pick.choice(CHECKPOINTS))

    def change_schema(self):
        name = 'extra%d' % self.number
        self.db.sql('CREATE TABLE IF NOT EXISTS %s(a, b)' % name)
        self.db.sql('INSERT INTO %s SELECT id, note FROM event LIMIT 20' % name)
        self.db.sql('DROP TABLE %s' % name)

    def reopen(self):
        self.db.open(self.path)


def work(number, kind, options, path, deadline, is_wal, answers):
    worker = Worker(number, kind, options.apusdb, path, options.seed, is_wal)
    try:
        worker.run(deadline)
    except Exception:
        worker.fault(traceback.format_exc())
    answers.put((number, worker.commits, worker.tally, worker.faults))


class Judge:
    def __init__(self):
        self.passed = self.failed = 0

    def expect(self, name, holds):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print('FAILED: %s' % name, flush=True)

    def sound(self, path, name):
        connection = apsw.Connection(path)
        answer = list(connection.execute('PRAGMA integrity_check'))
        self.expect('%s: SQLite finds the file sound: %r' % (name, answer[:3]), answer == [('ok',)])
        total = list(connection.execute('SELECT sum(balance) FROM account'))[0][0]
        self.expect('%s: the accounts add up to %r' % (name, total), total == TOTAL)
        return connection


def mixed(options, folder, judge, mode, seconds):
    path = os.path.join(folder, 'mixed-%s.db' % mode)
    make(path, mode)
    answers = multiprocessing.Queue()
    deadline = time.time() + seconds
    workers = [multiprocessing.Process(target=work, args=(number, kind, options, path, deadline, mode == 'wal', answers))
               for number, kind in enumerate(WORKERS)]
    for worker in workers:
        worker.start()
    tallies = collections.defaultdict(collections.Counter)
    commits = {}
    for _ in workers:
        number, commits[number], tally, faults = answers.get(timeout=seconds + 300)
        tallies[WORKERS[number]] += tally
        judge.expect('%s: %s' % (mode, '; '.join(faults)), not faults)
    for worker in workers:
        worker.join()
    connection = judge.sound(path, mode)
    for number, kind in enumerate(WORKERS):
        found = list(connection.execute('SELECT n FROM counter WHERE worker = %d' % number))[0][0]
        judge.expect('%s: %s was told of %d commits, and there are %d' % (mode, kind, commits[number], found),
                     found == commits[number])
    connection.close()
    judge.expect('%s: no log is left' % mode, not os.path.exists(path + '-wal') and not os.path.exists(path + '-shm'))
    for kind, tally in tallies.items():
        print('%s, %s: %s' % (mode, kind, ', '.join('%s %d' % item for item in sorted(tally.items()))))
        for action in ['read', 'write', 'upgrade', 'reopen', 'change_schema'] + ['checkpoint'] * (mode == 'wal'):
            judge.expect('%s: %s did some %s' % (mode, kind, action), tally[action] > 0)


def keep_busy(options, path, stop, answers):
    """A SQLite process that writes while others are killed."""
    worker = Worker(1, 'sqlite 3.51', options.apusdb, path, options.seed, options.mode == 'wal')
    try:
        worker.db.open(path)
        while not stop.is_set() and len(worker.faults) < 5:
            try:
                worker.write()
                if worker.is_wal and worker.pick.random() < 0.02:
                    worker.checkpoint()
            except Busy:
                worker.tally['busy'] += 1
                try:
                    worker.db.sql('ROLLBACK')
                except Exception:
                    pass
            time.sleep(worker.pick.random() * 0.01)
        worker.db.close()
    except Exception:
        worker.fault(traceback.format_exc())
    answers.put((worker.commits, worker.faults))


def killed(options, folder, judge):
    path = os.path.join(folder, 'killed.db')
    make(path, options.mode)
    pick = random.Random(options.seed)
    stop, answers = multiprocessing.Event(), multiprocessing.Queue()
    busy = multiprocessing.Process(target=keep_busy, args=(options, path, stop, answers))
    busy.start()
    reader = Worker(2, 'apus', options.apusdb, path, options.seed, options.mode == 'wal')
    reader.db.open(path)
    acknowledged = lost = unsound = died = 0
    for number in range(options.kill):
        writer = Worker(0, 'apus', options.apusdb, path, '%d-%d' % (options.seed, number), options.mode == 'wal')
        writer.db.open(path)
        writer.commits = acknowledged
        # The process is killed by another one at a moment of its own.
        child = os.fork()
        if child == 0:
            time.sleep(pick.random() * 0.04)
            os.kill(writer.db.driver.process.pid, 9)
            os._exit(0)
        pick.random()
        try:
            while True:
                try:
                    if pick.random() < 0.1 and writer.is_wal:
                        writer.checkpoint()
                    else:
                        writer.write()
                except Busy:
                    try:
                        writer.db.sql('ROLLBACK')
                    except DatabaseError:
                        pass
        except DriverGone:
            died += 1
        os.waitpid(child, 0)
        for fault in writer.faults:
            judge.expect('round %d: %s' % (number, fault), False)
        acknowledged = writer.commits
        try:
            reader.read()
            found = reader.db.sql('SELECT n FROM counter WHERE worker = 0')[0][0]
        except Busy as error:
            judge.expect('round %d: the reader is told %s' % (number, error), False)
            continue
        # The last COMMIT may have happened without its answer.
        if found not in (acknowledged, acknowledged + 1):
            lost += 1
            judge.expect('round %d: %d commits acknowledged, %d there' % (number, acknowledged, found), False)
        acknowledged = found
        if number % 10 == 9:
            connection = apsw.Connection(path)
            connection.set_busy_timeout(10000)
            if list(connection.execute('PRAGMA integrity_check')) != [('ok',)]:
                unsound += 1
            connection.close()
        if judge.failed > 20:
            break
    stop.set()
    commits, faults = answers.get(timeout=60)
    busy.join()
    reader.db.close()
    judge.expect('the SQLite process: %s' % '; '.join(faults), not faults)
    judge.expect('the reader: %s' % '; '.join(reader.faults), not reader.faults)
    judge.expect('nothing acknowledged is lost', lost == 0)
    judge.expect('the file was sound each time', unsound == 0)
    judge.expect('every writer was killed', died == options.kill)
    connection = judge.sound(path, 'killed')
    found = list(connection.execute('SELECT n FROM counter WHERE worker = 1'))[0][0]
    judge.expect('the SQLite process was told of %d commits, and there are %d' % (commits, found), commits == found)
    judge.expect('the killed ones committed', acknowledged > 0)
    connection.close()
    print('%d writers killed: %d commits of theirs, %d of the SQLite process beside them' % (died, acknowledged, commits))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    parser.add_argument('--seconds', type=float, default=20)
    parser.add_argument('--mode')
    parser.add_argument('--kill', type=int)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('the oracle is not SQLite 3.51.3')
    judge = Judge()
    start = time.time()
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as folder:
        if options.kill:
            options.mode = options.mode or 'wal'
            killed(options, folder, judge)
        else:
            modes = [options.mode] if options.mode else ['wal', 'delete']
            for mode in modes:
                mixed(options, folder, judge, mode, options.seconds / len(modes))
    print('%.0f s' % (time.time() - start))
    print('processes: %d passed, %d failed' % (judge.passed, judge.failed))
    sys.exit(judge.failed > 0)


main()
