#!/usr/bin/env python3
"""Makes seed files for the storage fuzzers: small databases of every kind, with a log or a journal beside them.

  storage_seeds.py database|log|journal|index FOLDER
"""
import os
import random
import sqlite3
import struct
import sys
import tempfile

KINDS = [(512, ''), (1024, ''), (512, 'PRAGMA auto_vacuum = FULL;'), (512, 'PRAGMA auto_vacuum = INCREMENTAL;'),
         (512, "PRAGMA encoding = 'UTF-16le';"), (4096, '')]


def fill(connection, seed):
    pick = random.Random(seed)
    connection.executescript('''
        CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT, c);
        CREATE INDEX tb ON t(b COLLATE NOCASE DESC, c); CREATE UNIQUE INDEX tc ON t(c) WHERE c > 5;
        CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
        CREATE TABLE e(x REAL DEFAULT 1.5, y CHECK (y IS NOT 3)); CREATE VIEW v AS SELECT * FROM t;
        CREATE TRIGGER g AFTER DELETE ON t BEGIN INSERT INTO e(y) VALUES (old.a); END;''')
    for number in range(12):
        text = 'text %d ' % number * pick.randrange(1, 12)
        connection.execute('INSERT INTO t(b, c) VALUES (?, ?)', (text, number * 7 if number % 2 else text[:9]))
        connection.execute('INSERT INTO w VALUES (?, ?)', (text[:30] + str(number), bytes(pick.randrange(700))))
        connection.execute('INSERT INTO e VALUES (?, ?)', (number / 3, number * 1000000007))
    connection.execute('DELETE FROM t WHERE a % 5 = 0')


def make(kind, number, folder):
    size, settings = KINDS[number % len(KINDS)]
    path = os.path.join(folder, 'seed.db')
    for suffix in ('', '-wal', '-shm', '-journal'):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript('PRAGMA page_size = %d; %s' % (size, settings))
    fill(connection, number)
    other = index = b''
    if kind in ('log', 'index'):
        connection.executescript('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;')
        connection.execute("UPDATE t SET b = b || 'x'")
        connection.execute('DELETE FROM w WHERE k > ?', ('text 5',))
        connection.execute('CREATE TABLE later(z)')
        other = open(path + '-wal', 'rb').read()
        index = open(path + '-shm', 'rb').read()
    elif kind == 'journal':
        connection.executescript('PRAGMA cache_size = 2; PRAGMA cache_spill = 1')
        connection.execute('BEGIN')
        connection.execute("UPDATE t SET b = b || hex(zeroblob(300))")
        connection.execute("UPDATE w SET v = zeroblob(900)")
        other = open(path + '-journal', 'rb').read()
    data = open(path, 'rb').read()
    connection.close()
    if kind == 'database':
        return [data]
    units = (len(data) + 255) // 256
    data += bytes(units * 256 - len(data))
    if kind == 'index':
        log_units = (len(other) + 255) // 256
        other += bytes(log_units * 256 - len(other))
        return [struct.pack('<BHH', flag, units, log_units) + data + other + index for flag in (0, 1)]
    return [struct.pack('<BH', flag, units) + data + other for flag in (0, 1)]


kind, target = sys.argv[1:3]
os.makedirs(target, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    for number in range(12):
        for part, seed in enumerate(make(kind, number, folder)):
            with open(os.path.join(target, 'seed-%d-%d' % (number, part)), 'wb') as out:
                out.write(seed)
