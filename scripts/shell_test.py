#!/usr/bin/env python3
"""Tests the shell: what it prints is compared with what SQLite's own shell prints for the same input.

  shell_test.py [APUSDB]        default .build-release/release/apusdb
  shell_test.py --record        asks SQLite's shell anew and writes Tests/Shell/expected.json

The answers of SQLite's shell 3.40.1 are recorded, because each version prints some things in its own way; where
`sqlite3` is that version, the record itself is compared with it too. Needs `sqlite3`. The last line is
`N passed, N failed`.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from shell_cases import COMMANDS, FILES, FOREIGN, FOREIGN_SCRIPTS, SAMPLE, SCRIPTS
from shell_terminal import Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECORD = os.path.join(ROOT, 'Tests/Shell/expected.json')
VERSION = '3.40.1'


def cases():
    """Name, arguments and input of every comparison."""
    for name, text in SCRIPTS.items():
        yield name, ['{db}'], text
    for name, text in FOREIGN_SCRIPTS.items():
        yield name, ['{dir}/foreign.db'], text
    for name, arguments in COMMANDS.items():
        yield 'command line: ' + name, arguments, 'SELECT nosuch;\nSELECT 1;\n' if name == 'bail' else ''


def run(program, arguments, text='', seconds=60):
    """What a program prints in a fresh folder with the sample: output, errors, exit status."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in FILES.items():
            with open(os.path.join(folder, name), 'w', newline='') as file:
                file.write(content)
        for name, sql in (('sample.db', SAMPLE), ('foreign.db', FOREIGN)):
            if any(name in part for part in arguments + [text]) or name == 'sample.db':
                subprocess.run(['sqlite3', os.path.join(folder, name)], input=sql.encode(), check=True)

        def fill(template):
            return template.replace('{dir}', folder).replace('{db}', folder + '/sample.db')

        done = subprocess.run([program] + [fill(a) for a in arguments], input=fill(text).encode(), cwd=folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds,
                              env=dict(os.environ, HOME=folder))
        out, err = (data.decode(errors='backslashreplace').replace(folder, 'DIR')
                    for data in (done.stdout, done.stderr))
        return out, err, done.returncode


def ask_sqlite():
    """Of every case: what was printed, whether there were errors, the status."""
    answers = {}
    for name, arguments, text in cases():
        out, err, status = run('sqlite3', arguments, text)
        answers[name] = [out, bool(err), status]
    return answers


def sqlite_version():
    return subprocess.run(['sqlite3', '--version'], stdout=subprocess.PIPE, check=True).stdout.decode().split()[0]


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

    def record(self):
        with open(RECORD) as file:
            recorded = json.load(file)
        self.check('every case is recorded', set(recorded) == {name for name, _, _ in cases()})
        if sqlite_version() == VERSION:
            stale = [name for name, answer in ask_sqlite().items() if recorded.get(name) != answer]
            self.check('the record is what SQLite says', not stale, repr(stale))
        else:
            print('sqlite3 is not %s: the record itself is not compared' % VERSION)
        return recorded

    def compare(self, recorded):
        for name, arguments, text in cases():
            out, err, status = run(self.program, arguments, text)
            detail = '  ours:   %r\n  SQLite: %r' % ((out, err, status), recorded.get(name))
            self.check(name, recorded.get(name) == [out, bool(err), status], detail)

    def own(self):
        """What has no counterpart in SQLite's shell, or another text there."""
        def ours(arguments, text=''):
            return run(self.program, arguments, text)

        out, err, status = ours(['{db}', 'SELECT 1 frm t'])
        self.check('caret', err.endswith('near "t": syntax error\n  SELECT 1 frm t\n               ^--- error here\n')
                   and status == 1, err)
        out, err, status = ours(['{db}'], 'SELECT a,\n  nosuch\nFROM t;\n')
        self.check('caret in a statement of several lines',
                   err == 'Parse error near line 1: no such column: nosuch\n  SELECT a,   nosuch FROM t;\n'
                   '              ^--- error here\n' and status == 1, err)
        out, err, status = ours(['/nonexistent/x.db', 'SELECT 1'])
        self.check('no such folder', 'unable to open' in err and status != 0, err)
        out, err, status = ours(['{dir}/new.csv', 'SELECT * FROM t'])
        self.check('no database', 'file is not a database' in err and status != 0, err)
        out, err, status = ours([], '.nosuch\n')
        self.check('unknown dot command', '"nosuch"' in err and status == 1, err)
        out, err, status = ours([], '.help\n')
        wanted = ['.tables', '.schema', '.indexes', '.mode', '.headers', '.nullvalue', '.import', '.read', '.dump',
                  '.output', '.timer', '.eqp', '.open', '.databases', '.parameter', '.help', '.quit']
        self.check('help', all(word + ' ' in out for word in wanted), out)
        for word in wanted:
            out, err, status = ours([], '.help %s\n' % word)
            self.check('help for ' + word, out.startswith(word) and status == 0, out)
        out, err, status = ours([], '.timer on\nSELECT 1;\n')
        self.check('timer', out.startswith('1\nRun Time: real '), out)
        out, err, status = ours([], 'EXPLAIN SELECT 1;\n')
        self.check('explain', out.startswith('addr  opcode         p1    p2    p3    p4             p5  comment'), out)
        out, err, status = ours(['-readonly', '{db}', 'DELETE FROM t'])
        self.check('read-only', 'readonly' in err and status == 8, err)
        out, err, status = ours([], ".mode quote\nSELECT 1e999, 'a'||char(0)||'b';\n")
        self.check('quoted values read back', out == "1e999,CAST(X'610062' AS TEXT)\n", out)
        out, err, status = ours(['{db}'], '.import -v --csv {dir}/new.csv fresh\n')
        self.check('import tells what it does', 'CREATE TABLE' in out and 'Added 2 rows with 0 errors' in out, out)
        dump, _, _ = ours(['{db}', '.dump'])
        out, err, status = run('sqlite3', [':memory:'], dump + '.dump\n')
        self.check('SQLite reads a dump back', out == dump and status == 0, err)
        out, err, status = ours([':memory:'], dump + '.dump\n')
        self.check('a dump is read back', out == dump and status == 0, err)
        out, err, status = ours(['{db}'], '.eqp full\nSELECT 1;\n')
        self.check('eqp full', 'SCAN CONSTANT ROW' in out and 'opcode' in out and out.endswith('\n1\n'), out)
        out, err, status = ours(['-version'])
        self.check('version', out.startswith('apusdb ') and status == 0, out)
        out, err, status = ours(['-help'])
        self.check('usage', out.startswith('Usage: apusdb') and status == 0, out)
        out, err, status = ours(['driver'])
        self.check('driver', status == 0 and not err, err)

    def pipe(self):
        """A reader that has had enough ends an endless query."""
        endless = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c'
        query = subprocess.Popen([self.program, ':memory:', endless], stdout=subprocess.PIPE)
        first = query.stdout.readline()
        query.stdout.close()
        try:
            status = query.wait(20)
        except subprocess.TimeoutExpired:
            query.kill()
            status = None
        self.check('a closed pipe', first == b'1\n' and status == 1, repr((first, status)))


def main():
    if not shutil.which('sqlite3'):
        sys.exit('sqlite3 is not on the path')
    if '--record' in sys.argv:
        if sqlite_version() != VERSION:
            sys.exit('sqlite3 is not %s' % VERSION)
        os.makedirs(os.path.dirname(RECORD), exist_ok=True)
        with open(RECORD, 'w') as file:
            json.dump(ask_sqlite(), file, indent=1, ensure_ascii=False, sort_keys=True)
            file.write('\n')
        return 0
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, '.build-release/release/apusdb'))
    test = Test(program)
    test.compare(test.record())
    test.own()
    test.pipe()
    Terminal(program, test.check).run()
    print('%d passed, %d failed' % (test.passed, test.failed))
    return 1 if test.failed else 0


if __name__ == '__main__':
    sys.exit(main())
