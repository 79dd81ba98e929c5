#!/usr/bin/env python3
"""Tests the shell: what it prints is compared with what SQLite's own shell prints for the same input.

  shell_test.py [APUSDB]        default .build-release/release/apusdb

Needs `sqlite3` (3.40 or later) on the path. The last line is `N passed, N failed`.
"""
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = """CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL, d BLOB);
INSERT INTO t VALUES(1,'one',1.5,x'0102'),(2,'two, "three"',NULL,NULL),(3,'it''s
two lines',-0.25,zeroblob(3));
CREATE INDEX tb ON t(b);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END;
CREATE TABLE "odd name"(x DEFAULT 'a;b', y);
INSERT INTO "odd name" VALUES(1,2);
"""
MODES = ['list', 'column', 'box', 'table', 'csv', 'json', 'line', 'markdown', 'insert', 'quote', 'tabs', 'html',
         'ascii', 'tcl']
# Input on standard input; both shells must print the same.
SCRIPTS = {
    'statements': 'SELECT 1, 2;\nSELECT 3;\n-- a comment\nSELECT\n 4\n;\n',
    'tables and schema': '.tables\n.schema\n.indexes\n.indexes t\n.schema t\n.tables %o%\n.databases\n',
    'dump': '.dump\n',
    'dump one table': '.dump t\n',
    'headers and NULL': '.headers on\n.nullvalue (none)\nSELECT * FROM t;\n.headers off\nSELECT a, c FROM t;\n',
    'separator': '.separator ; |\nSELECT a, b FROM t;\n',
    'parameters': ".parameter init\n.parameter set :x 'abc'\n.parameter set @n 7\nSELECT :x, @n, $z;\n"
                  '.parameter list\n.parameter unset :x\nSELECT :x;\n.parameter clear\nSELECT @n;\n',
    'query plan': '.eqp on\nSELECT a FROM t WHERE a = 1;\n',
    'explain query plan': 'EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 1;\n',
    'width': '.mode column\n.width 5 10\nSELECT a, b FROM t;\n',
    'read': '.read {dir}/read.sql\nSELECT 2;\n',
    'output': ".output {dir}/out.txt\nSELECT 'to the file';\n.output\nSELECT 'to the screen';\n"
              '.shell cat {dir}/out.txt\n',
    'once': ".once {dir}/once.txt\nSELECT 'once';\nSELECT 'twice';\n.shell cat {dir}/once.txt\n",
    'import csv': '.import --csv {dir}/new.csv fresh\nSELECT * FROM fresh;\n.schema fresh\n',
    'import into a table': '.mode csv\n.import {dir}/rows.csv "odd name"\n.mode list\nSELECT * FROM "odd name";\n',
    'import with skip': '.import --csv --skip 1 {dir}/rows.csv "odd name"\nSELECT count(*) FROM "odd name";\n',
    'open another': ".open {dir}/other.db\nCREATE TABLE o(x);\n.tables\n.open {dir}/sample.db\n.tables\n",
    'quit': 'SELECT 1;\n.quit\nSELECT 2;\n',
    'print': '.print hello "big world"\n',
    'changes': ".changes on\nUPDATE t SET c = 1;\n",
    'errors': "SELECT nosuch FROM t;\nSELECT 1;\nINSERT INTO t(a) VALUES(1);\nSELEC 2;\n",
    'echo': '.echo on\nSELECT 1;\n',
}
for mode in MODES:
    SCRIPTS['mode ' + mode] = '.mode %s\nSELECT a, b, c, d FROM t ORDER BY a;\nSELECT * FROM t WHERE 0;\n' % mode
    SCRIPTS['mode %s with headers' % mode] = '.headers on\n.mode %s\nSELECT a, b, c FROM t ORDER BY a;\n' % mode
# Command lines; {db} is the sample.
COMMANDS = {
    'SQL argument': ['{db}', 'SELECT a, b FROM t'],
    'two arguments': ['{db}', 'SELECT 1', 'SELECT 2'],
    'dot command argument': ['{db}', '.tables'],
    'json option': ['-json', '{db}', 'SELECT a, b FROM t'],
    'csv and header': ['-csv', '-header', '{db}', 'SELECT a, b FROM t'],
    'box': ['-box', '{db}', 'SELECT a, c FROM t'],
    'markdown': ['-markdown', '{db}', 'SELECT a, c FROM t'],
    'line': ['-line', '{db}', 'SELECT a, c FROM t'],
    'quote': ['-quote', '{db}', 'SELECT * FROM t'],
    'separator': ['-separator', '<>', '{db}', 'SELECT a, c FROM t'],
    'nullvalue': ['-nullvalue', 'nil', '{db}', 'SELECT a, c FROM t'],
    'cmd': ['-cmd', '.headers on', '{db}', 'SELECT a FROM t'],
    'readonly': ['-readonly', '{db}', 'SELECT count(*) FROM t'],
    'error status': ['{db}', 'SELECT nosuch FROM t'],
    'syntax error status': ['{db}', 'SELECT 1 frm t'],
    'constraint status': ['{db}', 'INSERT INTO t(a) VALUES(1)'],
    'bail': ['-bail', '{db}'],
}


class Test:
    def __init__(self, program):
        self.program = program
        self.passed = self.failed = 0

    def check(self, name, good, detail=''):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print('FAILED %s\n%s' % (name, detail))

    def run(self, program, arguments, text=''):
        with tempfile.TemporaryDirectory() as folder:
            self.prepare(folder)
            fill = lambda s: s.replace('{dir}', folder).replace('{db}', folder + '/sample.db')
            done = subprocess.run([program] + [fill(a) for a in arguments], input=fill(text).encode(), cwd=folder,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
                                  env=dict(os.environ, HOME=folder))
            clean = lambda data: data.decode(errors='backslashreplace').replace(folder, 'DIR')
            return clean(done.stdout), clean(done.stderr), done.returncode

    def prepare(self, folder):
        files = {'read.sql': 'SELECT 1;\nSELECT b FROM t WHERE a = 1;\n', 'new.csv': 'a,b\n1,x\n2,"y, ""z"""\n',
                 'rows.csv': '10,20\n30,"4\n0"\n'}
        for name, text in files.items():
            with open(os.path.join(folder, name), 'w') as file:
                file.write(text)
        subprocess.run(['sqlite3', os.path.join(folder, 'sample.db')], input=SAMPLE.encode(), check=True)

    def compare(self, name, arguments, text=''):
        ours, theirs = (self.run(p, arguments, text) for p in (self.program, 'sqlite3'))
        detail = ''.join('  %s: %r\n' % (who, what) for who, what in (('ours', ours), ('SQLite', theirs)))
        self.check(name, ours[0] == theirs[0] and ours[2] == theirs[2], detail)
        self.check(name + ': errors', bool(ours[1]) == bool(theirs[1]), detail)

    # What has no counterpart in SQLite's shell, or another text there.
    def own(self):
        out, err, status = self.run(self.program, ['{db}', 'SELECT 1 frm t'])
        self.check('caret', 'near "t": syntax error' in err and '^--- error here' in err and status == 1, err)
        out, err, status = self.run(self.program, ['/nonexistent/x.db', 'SELECT 1'])
        self.check('no such folder', 'unable to open' in err and status != 0, err)
        out, err, status = self.run(self.program, [], '.nosuch\n')
        self.check('unknown dot command', '.nosuch' in err + out or 'unknown command' in err + out, err + out)
        out, err, status = self.run(self.program, [], '.help\n')
        wanted = ['.tables', '.schema', '.indexes', '.mode', '.headers', '.nullvalue', '.import', '.read', '.dump',
                  '.output', '.timer', '.eqp', '.open', '.databases', '.parameter', '.help', '.quit']
        self.check('help', all(w in out for w in wanted), out)
        out, err, status = self.run(self.program, [], '.timer on\nSELECT 1;\n')
        self.check('timer', 'Run Time: real' in out, out)
        out, err, status = self.run(self.program, ['-readonly', '{db}', 'DELETE FROM t'])
        self.check('read-only', 'readonly' in err and status != 0, err)
        dump, _, _ = self.run(self.program, ['{db}', '.dump'])
        out, err, status = self.run('sqlite3', [':memory:'], dump + '.dump\n')
        self.check('a dump can be read back', out == dump and status == 0, err)

    def terminal(self):
        """A person at a terminal: editing, history, Ctrl-C in a long statement, end of input."""
        with tempfile.TemporaryDirectory() as folder:
            try:
                process, master = pty.fork()
            except OSError as error:
                print('the terminal tests are left out: no pseudo-terminal here (%s)' % error)
                return
            if process == 0:
                os.environ.update(HOME=folder, TERM='xterm')
                os.chdir(folder)
                os.execv(self.program, [self.program, ':memory:'])
            seen = b''

            def expect(text, seconds=20):
                nonlocal seen
                end = time.time() + seconds
                while text.encode() not in seen and time.time() < end:
                    if select.select([master], [], [], 0.2)[0]:
                        try:
                            seen += os.read(master, 65536)
                        except OSError:
                            break
                found = text.encode() in seen
                seen = b'' if found else seen
                return found

            def type_in(text):
                os.write(master, text.encode())

            self.check('prompt', expect('apusdb> ') or expect('sqlite> '), repr(seen))
            type_in('SELECT 40 + 2;\r')
            self.check('answer', expect('42'), repr(seen))
            # Left twice, so that the 8 goes before the last two characters.
            type_in('SELECT 100;\x1b[D\x1b[D8\r')
            self.check('editing', expect('1080'), repr(seen))
            type_in('\x1b[A\r')
            self.check('history', expect('1080'), repr(seen))
            type_in('SELECT 7\r')
            type_in('+ 8;\r')
            self.check('continuation', expect('15'), repr(seen))
            type_in('WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c;\r')
            time.sleep(1)
            type_in('\x03')
            self.check('Ctrl-C', expect('interrupted'), repr(seen))
            type_in("SELECT 'still ' || 'here';\r")
            self.check('after Ctrl-C', expect('still here'), repr(seen))
            type_in('\x04')
            end = time.time() + 10
            status = None
            while time.time() < end and status is None:
                done, code = os.waitpid(process, os.WNOHANG)
                if done:
                    status = os.waitstatus_to_exitcode(code)
                time.sleep(0.05)
            if status is None:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
            # The interrupted statement is remembered.
            self.check('Ctrl-D ends', status == 1, str(status))
            os.close(master)


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, '.build-release/release/apusdb'))
    if not shutil.which('sqlite3'):
        sys.exit('sqlite3 is not on the path')
    test = Test(program)
    for name, text in SCRIPTS.items():
        test.compare(name, ['{db}'], text)
    for name, arguments in COMMANDS.items():
        test.compare(name, arguments, 'SELECT nosuch;\nSELECT 1;\n' if name == 'bail' else '')
    test.own()
    test.terminal()
    print('%d passed, %d failed' % (test.passed, test.failed))
    return 1 if test.failed else 0


if __name__ == '__main__':
    sys.exit(main())
