"""Databases of every kind of file, made by the `sqlite3` shell. Used by roundtrip.py and damage.py.

Each sample is a function of a folder and a number of rows that leaves `sample.db` there, some also a log or a journal
as a killed process leaves them behind. The content depends on the arguments alone.
"""
import os
import random
import shutil
import subprocess
import time

NAME = 'sample.db'


def shell(path, script, check=True):
    """Runs a script of SQL and dot commands in the `sqlite3` shell and returns what it prints."""
    done = subprocess.run(['sqlite3', '-batch', '-bail', path], input=script.encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if check and (done.returncode or done.stderr):
        raise RuntimeError('sqlite3: %s' % done.stderr.decode(errors='replace')[:500])
    return done.stdout


def text_literal(value):
    return "'" + value.replace("'", "''") + "'"


class Content:
    """Seeded values and the statements that fill the standard tables with them."""

    WORDS = ['alpha', 'Beta', 'gamma', "o'clock", 'δέλτα', 'ёж', '漢字', '🐦', '', 'zeta eta', 'Zürich', 'ALPHA']

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, longest=60):
        pick = self.random
        out = pick.choice(self.WORDS) + ' ' + ''.join(pick.choices('abcdefghij KLMN', k=pick.randrange(longest)))
        return text_literal(out.strip())

    def blob(self, longest):
        return "x'" + self.random.randbytes(self.random.randrange(longest)).hex() + "'"

    def number(self):
        pick = self.random
        return pick.choice([
            lambda: str(pick.randrange(-200, 200)), lambda: str(pick.randrange(-1 << 63, 1 << 63)),
            lambda: str(pick.randrange(-40000, 40000)), lambda: str(pick.randrange(1 << 40)),
            # Sixteenths: every version of SQLite prints these alike.
            lambda: repr(pick.randrange(-100000, 100000) / 16), lambda: '1e100', lambda: '-2.5e-10'])()

    def real(self):
        return repr(self.random.randrange(-100000, 100000) / 16)

    def value(self):
        pick = self.random.random()
        if pick < 0.1:
            return 'NULL'
        return self.number() if pick < 0.5 else self.text() if pick < 0.85 else self.blob(40)

    SCHEMA = """
    CREATE TABLE plain(id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, amount REAL, note, tag INT DEFAULT 7);
    CREATE INDEX plain_name ON plain(name, amount DESC);
    CREATE INDEX plain_note ON plain(note) WHERE note IS NOT NULL;
    CREATE INDEX plain_sum ON plain(tag + id, lower(name));
    CREATE TABLE keyed(k TEXT, n INT, payload BLOB, PRIMARY KEY(n DESC, k)) WITHOUT ROWID;
    CREATE INDEX keyed_payload ON keyed(payload);
    CREATE TABLE loose(a, b, c, UNIQUE(a, c));
    CREATE TABLE counted(id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT NOT NULL);
    CREATE VIEW names AS SELECT id, name FROM plain WHERE tag > 3;
    CREATE TRIGGER counted_added AFTER INSERT ON counted BEGIN
      UPDATE plain SET tag = tag + 1 WHERE id = new.id; END;
    """

    def fill(self, rows):
        """Statements that insert about `rows` rows into the standard tables."""
        out = ['BEGIN;']
        for i in range(rows):
            out.append('INSERT INTO plain VALUES(%d, %s, %s, %s, %d);' % (
                i * 3 + 1, self.text(), self.real(), self.value(), self.random.randrange(10)))
        for i in range(rows // 2):
            out.append('INSERT INTO keyed VALUES(%s, %d, %s);' % (
                self.text(30), i % 50 * 1000 + i, self.blob(120) if self.random.random() < .9 else 'NULL'))
        for i in range(rows // 4):
            size = self.random.choice([0, 10, 400, 1500, 6000])
            out.append('INSERT OR IGNORE INTO loose VALUES(%s, %s, %d);' % (
                self.value(), self.blob(size + 1), self.random.randrange(50)))
        for i in range(rows // 8):
            out.append('INSERT INTO counted(v) VALUES(%s);' % self.text())
        out.append('COMMIT;')
        return '\n'.join(out)


def standard(path, rows, before='', after='', seed=1):
    content = Content(seed)
    shell(path, before + content.SCHEMA + content.fill(rows) + '\n' + after)


def page_size(size):
    def make(folder, rows):
        standard(os.path.join(folder, NAME), rows, 'PRAGMA page_size=%d;' % size, seed=size)
    return make


def large_pages(folder, rows):
    standard(os.path.join(folder, NAME), rows // 4, 'PRAGMA page_size=65536;', """
    CREATE TABLE big(id INTEGER PRIMARY KEY, b BLOB, t TEXT);
    CREATE INDEX big_t ON big(t);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO big SELECT i, zeroblob(35000 + i * 97 %% 40000), printf('%%d', i) FROM n;
    """ % (rows // 2))


def pragma(text, after=''):
    def make(folder, rows):
        standard(os.path.join(folder, NAME), rows, text + ';', after)
    return make


def legacy(folder, rows):
    standard(os.path.join(folder, NAME), rows, 'PRAGMA legacy_file_format=1;\n.dbconfig legacy_file_format on\n')


def freelist(folder, rows):
    standard(os.path.join(folder, NAME), rows * 3, '', """
    DELETE FROM plain WHERE id % 9 <> 1; DELETE FROM keyed WHERE n % 4; DELETE FROM loose WHERE c > 5;
    CREATE TABLE gone AS SELECT * FROM plain; INSERT INTO gone SELECT * FROM gone; DROP TABLE gone;
    """)


def auto_vacuum(mode):
    def make(folder, rows):
        standard(os.path.join(folder, NAME), rows, 'PRAGMA page_size=1024; PRAGMA auto_vacuum=%s;' % mode, """
        DELETE FROM plain WHERE id % 5 = 1; DROP TABLE counted;
        CREATE TABLE late(x PRIMARY KEY, y); INSERT INTO late SELECT id, note FROM plain;
        """)
    return make


def overflow(folder, rows):
    standard(os.path.join(folder, NAME), rows // 4, 'PRAGMA page_size=1024;', """
    CREATE TABLE big(id INTEGER PRIMARY KEY, b BLOB, t TEXT);
    CREATE INDEX big_t ON big(t);
    INSERT INTO big VALUES(1, zeroblob(1048576), 'zero'), (2, NULL, printf('%.*c', 1048576, 'x')),
      (3, CAST(printf('%.*c', 1048577, 'y') AS BLOB), 'y'), (4, zeroblob(5000), printf('%.*c', 5000, 'k'));
    """)


def small_overflow(folder, rows):
    """Chains of a few pages everywhere, in tables and indexes."""
    standard(os.path.join(folder, NAME), rows // 4, 'PRAGMA page_size=512;', """
    CREATE TABLE big(id INTEGER PRIMARY KEY, b BLOB, t TEXT);
    CREATE INDEX big_t ON big(t);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
      INSERT INTO big SELECT i, zeroblob(i * 97 % 3000), printf('%d%.*c', i, i * 53 % 1200, 'x') FROM n;
    """)


def many_rows(folder, rows):
    """100,000 rows for 400: three indexes."""
    shell(os.path.join(folder, NAME), """
    CREATE TABLE many(id INTEGER PRIMARY KEY, a INT, b TEXT, c REAL);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO many SELECT i, i * 7919 %% 100003, printf('row %%d', i * 31 %% 5000), i / 16.0 FROM n;
    CREATE INDEX many_a ON many(a); CREATE INDEX many_b ON many(b, c); CREATE UNIQUE INDEX many_c ON many(c DESC, id);
    """ % (rows * 250))


def reserved(folder, rows):
    path = os.path.join(folder, NAME)
    shell(path, '.filectrl reserve_bytes 32\nCREATE TABLE first(a);\nVACUUM;\nDROP TABLE first;\n')
    standard(path, rows)
    with open(path, 'rb') as file:
        if file.read(21)[20] != 32:
            raise RuntimeError('the file has no reserved bytes')


class Held:
    """A `sqlite3` shell that stays open after a script, to be killed or looked at in the middle of its work."""

    def __init__(self, path, script):
        self.mark = path + '.done'
        self.process = subprocess.Popen(['sqlite3', '-batch', '-bail', path], stdin=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL)
        self.process.stdin.write((script + '\n.shell touch %s\n' % self.mark).encode())
        self.process.stdin.flush()
        deadline = time.time() + 30
        while not os.path.exists(self.mark):
            if self.process.poll() is not None or time.time() > deadline:
                raise RuntimeError('sqlite3 did not do the script')
            time.sleep(0.005)
        os.unlink(self.mark)

    def kill(self):
        self.process.kill()
        self.process.stdin.close()
        self.process.wait()


def wal(folder, rows):
    """A log with uncheckpointed frames, left by a killed process; its wal-index is gone."""
    path = os.path.join(folder, NAME)
    standard(path, rows, 'PRAGMA journal_mode=wal;\n')
    held = Held(path, """PRAGMA wal_autocheckpoint=0;
    UPDATE plain SET note = 'in the log ' || id WHERE id % 4 = 1; DELETE FROM keyed WHERE n % 3 = 0;
    CREATE TABLE logged(a, b); INSERT INTO logged SELECT name, note FROM plain; CREATE INDEX logged_a ON logged(a);
    BEGIN; INSERT INTO loose SELECT id, zeroblob(900), name FROM plain WHERE id < 300; COMMIT;""")
    held.kill()
    if os.path.getsize(path + '-wal') < 10000:
        raise RuntimeError('the log is empty')
    os.unlink(path + '-shm')


def wal_in_use(folder, rows):
    """Database and log as copied from under an open connection that has checkpointed once and begun the log anew."""
    path = os.path.join(folder, NAME)
    first = os.path.join(folder, 'first.db')
    standard(first, rows, 'PRAGMA page_size=1024; PRAGMA journal_mode=wal;\n')
    held = Held(first, """PRAGMA wal_autocheckpoint=0;
    UPDATE plain SET tag = tag + 1; DELETE FROM loose WHERE c > 30;
    PRAGMA wal_checkpoint(restart);
    UPDATE plain SET note = 'second' WHERE id % 5 = 1; INSERT INTO counted(v) VALUES('in the second log');
    BEGIN; PRAGMA cache_size=5; UPDATE plain SET name = 'never committed';""")
    for suffix in ('', '-wal'):
        shutil.copyfile(first + suffix, path + suffix)
    held.kill()
    for suffix in ('', '-wal', '-shm'):
        os.unlink(first + suffix)


def hot_journal(folder, rows):
    """The middle of a transaction whose pages have spilled into the database."""
    path = os.path.join(folder, NAME)
    first = os.path.join(folder, 'first.db')
    standard(first, rows)
    held = Held(first, """PRAGMA cache_size=5; BEGIN;
    UPDATE plain SET note = 'never committed', name = name || ' changed'; DELETE FROM keyed WHERE n % 2;
    INSERT INTO loose SELECT id, zeroblob(2000), name FROM plain; CREATE TABLE never(a);""")
    for suffix in ('', '-journal'):
        shutil.copyfile(first + suffix, path + suffix)
    held.kill()
    for suffix in ('', '-journal'):
        os.unlink(first + suffix)
    with open(path + '-journal', 'rb') as file:
        if file.read(12)[8:] == bytes(4):
            raise RuntimeError('the journal is not hot')


SAMPLES = {'page-%d' % size: page_size(size) for size in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536)}
SAMPLES.update({
    'auto-vacuum-full': auto_vacuum('full'),
    'auto-vacuum-incremental': auto_vacuum('incremental'),
    'utf16le': pragma("PRAGMA encoding='UTF-16le'"),
    'utf16be': pragma("PRAGMA encoding='UTF-16be'"),
    'schema-format-1': legacy,
    'freelist': freelist,
    'overflow': overflow,
    'small-overflow': small_overflow,
    'large-pages': large_pages,
    'many-rows': many_rows,
    'reserved': reserved,
    'wal': wal,
    'wal-in-use': wal_in_use,
    'hot-journal': hot_journal,
})


def make(name, folder, rows):
    """Makes a sample in `folder`, which must exist, and returns its path."""
    SAMPLES[name](folder, rows)
    return os.path.join(folder, NAME)


def copy_sample(source, target):
    """Copies a database with what stands beside it."""
    for suffix in ('', '-wal', '-journal', '-shm'):
        if os.path.exists(target + suffix):
            os.unlink(target + suffix)
        if os.path.exists(source + suffix):
            shutil.copyfile(source + suffix, target + suffix)
