"""What `shell_test.py` gives to both shells."""
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
# Files that the cases read.
FILES = {
    'read.sql': 'SELECT 1;\nSELECT b FROM t WHERE a = 1;\n',
    'new.csv': 'a,b\n1,x\n2,"y, ""z"""\n',
    'rows.csv': '10,20\n30,"4\n0"\n',
    'dup.csv': 'a,b,a,\n1,2,3,4\n',
    'few.csv': '1\n2,3,4,5,6\n7,8\n',
    'asc.txt': 'a\x1fb\x1e1\x1f2\x1e',
    'bar.txt': 'a|b\n1|2\n',
    'crlf.csv': 'a,b\r\n1,"x\r\ny"\r\n',
    'empty.csv': '',
}
# What only SQLite makes so far: statistics and a virtual table with its own tables.
FOREIGN = """CREATE TABLE t(a, b); CREATE INDEX ta ON t(a); INSERT INTO t VALUES (1, 2), (3, 4); ANALYZE;
CREATE VIRTUAL TABLE f USING fts5(x); INSERT INTO f VALUES ('a word');
"""
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
    'reals': 'SELECT 1.0, 0.1, 1e100, 1e-5, 123456789012345678.0, -0.0, 9e999, -9e999, 1.0/3;\n',
    'unicode box': ".mode box\nSELECT 'äöü' AS ä, '日本' AS x, '' AS e;\n",
    'unicode column': ".mode column\nSELECT 'äöü' AS ä, '日本' AS x, '' AS e;\n",
    'wrap': ".mode box --wrap 10\nSELECT 'a long text that goes over many lines' AS a, 5 AS b;\n",
    'word wrap': ".mode box --wrap 10 --ww\nSELECT 'a long text that goes over many lines' AS a, 5 AS b;\n",
    'qbox': ".mode qbox\nSELECT 'it''s', x'01', NULL, 1.5, 'a\nb';\n",
    'negative width': '.mode column\n.width -8 3\nSELECT a, b FROM t;\n',
    'mode shown': '.mode\n.mode box\n.mode\n.mode insert xx\n.mode\n',
    'json escapes':
        '.mode json\n'
        'SELECT \'a\tb"\\/\'||char(1,10,13,127,233), 1e999, x\'41ff\', NULL, -1.5, 9223372036854775807;\n'
        'SELECT 1;\nSELECT 2 AS "q""x";\n',
    'insert values':
        '.mode insert "my tab"\nSELECT \'a\nb\', 1.5, NULL, x\'00ff\', \'c\rd\', 1e999, -1e999, 1.0;\n'
        '.headers on\nSELECT a AS "select", b FROM t;\n',
    'insert default table': '.mode insert\nSELECT * FROM t;\n',
    'csv quoting':
        '.mode csv\n.headers on\nSELECT \'a b\', \'a,b\', \'q"q\', \'\', NULL, \'é\', \' x\', \'it\'\'s\';\n',
    'csv NULL': '.mode csv\n.nullvalue a,b\nSELECT NULL, 1;\n',
    'csv separator': ".mode csv\n.separator ; \\n\nSELECT 'a;b', 'c,d';\n",
    'line names': '.mode line\nSELECT 1 AS a, 2 AS longer, NULL AS n;\nSELECT 3;\n',
    'line NULL': ".mode line\n.nullvalue NIL\nSELECT 'a\nb' AS x, NULL AS n FROM t;\n",
    'html escapes': '.mode html\n.headers on\nSELECT \'<a&b>"\'\'\', NULL;\n',
    'tcl escapes': '.mode tcl\n.headers on\nSELECT \'a\tb\\"\n[x]\', NULL, \'é\';\n',
    'temp': 'CREATE TEMP TABLE tt(q);\n.tables\n.schema\n.databases\n',
    'schema patterns':
        '.schema T\n.schema t%\n.schema sqlite_schema\n.schema v\n.schema "odd name"\n.schema nosuch\n'
        '.schema --nosys\n',
    'dump patterns': '.dump t odd%\n.dump v\n.dump nosuch\n',
    'dump of constraints':
        'CREATE UNIQUE INDEX u1 ON t(c);\nCREATE TABLE k(a PRIMARY KEY, b UNIQUE);\n'
        'INSERT INTO k VALUES(1,2);\n.dump k\n.indexes\n.indexes k\n',
    'dump rowids': '.dump --preserve-rowids\n',
    'dump line ends': '.dump --newlines\n',
    'words': '.print \'a b\' "c\\td" e\\tf\n',
    'several on a line': 'SELECT 1; SELECT 2; SELECT 3\n;\n',
    'unterminated': 'SELECT 1',
    'unterminated string': "SELECT 'abc\n",
    'incomplete at the end': 'SELECT 1 +',
    'other terminators': 'SELECT 1\ngo\nSELECT 2\n/\n',
    'comment only': '-- x\n/* y\n z */\n;\n;;\nSELECT 5;\n',
    'hash comment': '# comment\nSELECT 1;\n',
    'trigger complete': 'CREATE TRIGGER t2 AFTER DELETE ON t BEGIN\n SELECT 1;\n SELECT 2;\nEND;\n.schema t\n',
    'parse errors':
        'SELECT 1,,2;\nSELECT * FROM;\nSELECT * FROM t WHERE nosuch = 1;\nINSERT INTO nosuch VALUES(1);\n'
        "CREATE TABLE t(x);\nSELECT 'abc;\n",
    'runtime errors':
        'INSERT INTO t(a) VALUES(1);\nSELECT abs(-9223372036854775808);\nCREATE TABLE nn(a NOT NULL);\n'
        'INSERT INTO nn VALUES(NULL);\n',
    'rows before an error': 'SELECT a, abs(CASE a WHEN 3 THEN -9223372036854775808 ELSE a END) FROM t;\n',
    'rows before an error, json':
        '.mode json\nSELECT a, abs(CASE a WHEN 3 THEN -9223372036854775808 ELSE a END) FROM t;\n',
    'rows before an error, box':
        '.mode box\nSELECT a, abs(CASE a WHEN 3 THEN -9223372036854775808 ELSE a END) FROM t;\n',
    'bail command': '.bail on\nSELECT 1;\nSELECT nosuch;\nSELECT 2;\n',
    'once file': '.once {dir}/o.txt\nSELECT 1;\nSELECT 2;\n.shell cat {dir}/o.txt\n',
    'output pipe': '.output |cat\nSELECT 1;\n.output\nSELECT 2;\n',
    'output bad': '.output /nonexistent/x\nSELECT 1;\n',
    'read missing': '.read {dir}/nosuch\nSELECT 1;\n',
    'import pipe': '.import --csv \'|printf "a,b\\n1,2\\n"\' p\nSELECT * FROM p;\n.schema p\n',
    'import of repeated names': '.import --csv {dir}/dup.csv dd\nSELECT * FROM dd;\n.schema dd\n',
    'import of other widths': '.import --csv {dir}/few.csv "odd name"\nSELECT * FROM "odd name";\n',
    'import missing': '.import --csv {dir}/nosuch.csv x\n',
    'import ascii': '.import --ascii {dir}/asc.txt n\nSELECT * FROM n;\n',
    "import with the mode's separator": '.import {dir}/bar.txt n\nSELECT * FROM n;\n',
    'import crlf': '.import --csv {dir}/crlf.csv n\n.mode quote\nSELECT * FROM n;\n',
    'import constraint': '.import --csv {dir}/few.csv t\nSELECT a,b FROM t;\n',
    'import empty': '.import --csv {dir}/empty.csv n\n',
    'separator escapes': '.separator "\\t" "|\\n"\nSELECT 1,2;\n',
    'nullvalue modes':
        '.nullvalue N\n.mode column\nSELECT NULL;\n.mode box\nSELECT NULL;\n.mode markdown\nSELECT NULL;\n'
        '.mode table\nSELECT NULL;\n.mode quote\nSELECT NULL;\n.mode json\nSELECT NULL;\n.mode insert\n'
        'SELECT NULL;\n.mode tabs\nSELECT NULL;\n',
    'headers toggles':
        '.mode column\nSELECT 1 AS a;\n.headers off\nSELECT 1 AS a;\n.mode list\nSELECT 1 AS a;\n.mode box\n'
        'SELECT 1 AS a;\n',
    'mode switches':
        '.mode csv\nSELECT 1,2;\n.mode list\nSELECT 1,2;\n.mode tabs\nSELECT 1,2;\n.mode list\nSELECT 1,2;\n'
        '.mode ascii\nSELECT 1,2;\n.mode quote\nSELECT 1,2;\n.mode column\nSELECT 1,2;\n',
    'bad mode': '.mode nosuch\nSELECT 1;\n',
    'bad bool': '.headers maybe\nSELECT 1;\n',
    'abbreviations': '.mo csv\n.head on\nSELECT 1 AS a;\n.tab\n.ind\n',
    'parameter kinds':
        ".parameter set :a 1+1\n.parameter set $b 'x y'\n.parameter set ?1 9\n.parameter list\n"
        'SELECT :a, $b;\nSELECT ?1;\n',
    'open new':
        '.open --new {dir}/n.db\nCREATE TABLE q(a);\n.tables\n.open --readonly {dir}/sample.db\n'
        'DELETE FROM t;\n',
    'open in memory': '.open :memory:\n.tables\n',
    'exit code': '.exit 3\n',
    'changes of an insert': '.changes on\nINSERT INTO t VALUES(10,1,1,1);\nSELECT 1;\n',
    'working directory': '.cd /tmp\n.shell pwd\n.cd /nonexistent\n',
    'multi json': '.mode json\nSELECT 1 WHERE 0;\nSELECT 1;\n',
    'table multiline': ".mode table\nSELECT a,b FROM t;\n.mode markdown\nSELECT 'a|b', 'x\ny';\n",
    'tab text': ".mode column\nSELECT 'a\tb' AS x, 1 AS y;\n.mode box\nSELECT 'a\tb' AS x, 1 AS y;\n",
    'control characters': ".mode box\nSELECT char(7)||'x'||char(27)||'[0m' AS x;\n",
    'prompt': '.prompt a b\nSELECT 1;\n',
    'pragma':
        'PRAGMA table_info(t);\nPRAGMA journal_mode;\n.headers on\nPRAGMA table_info(t);\n'
        'PRAGMA user_version=5;\nPRAGMA user_version;\n',
    'transactions': 'BEGIN;\nINSERT INTO t VALUES(20,1,1,1);\nROLLBACK;\nSELECT count(*) FROM t;\nCOMMIT;\n',
    'repeated columns':
        '.headers on\n.mode json\nSELECT 1 AS a, 2 AS a;\n.mode csv\nSELECT 1 AS "a b", 2 AS "c,d";\n',
    'separator list header': ".headers on\n.separator ' <> '\nSELECT a, b FROM t;\n",
    'too many arguments': '.indexes a b\n',
    'width0': '.width\n.mode column\nSELECT 1;\n',
    'timeout': '.timeout 100\nSELECT 1;\n',
    'quoted values': '.mode quote\n.headers on\nSELECT \'a\nb\', 1.5 AS "it\'s", NULL, x\'00ff\', -7;\n',
    'echo of several statements': '.echo on\n.headers on\nSELECT\n 1; SELECT 2;\n-- comment\n/* x */ SELECT 3;\n',
    'dump of keys and reals':
        'CREATE TABLE w(a TEXT PRIMARY KEY, b) WITHOUT ROWID;\n'
        "INSERT INTO w VALUES('x',1e999),('y',-0.0),('z',12345678.5);\n"
        'CREATE TABLE "order"("select" INT, \'x y\');\nINSERT INTO "order" VALUES(1,\'a\nb\');\n'
        'CREATE TABLE s(a INTEGER PRIMARY KEY AUTOINCREMENT, b);\nINSERT INTO s(b) VALUES(1),(2);\n.dump\n'
        '.dump --data-only\n.dump --nosys\n.dump --preserve-rowids\n.schema\n.schema --nosys\n',
    'plan with an alias':
        '.eqp on\nSELECT t.a FROM t JOIN "odd name" o ON o.x = t.a ORDER BY b;\n.eqp off\nSELECT 1;\n',
    'parameter values':
        ".parameter set :r 1.5\n.parameter set :bl x'ab'\n.parameter set :n NULL\n.parameter list\n",
}
for mode in MODES:
    SCRIPTS['mode ' + mode] = '.mode %s\nSELECT a, b, c, d FROM t ORDER BY a;\nSELECT * FROM t WHERE 0;\n' % mode
    SCRIPTS['mode %s with headers' % mode] = '.headers on\n.mode %s\nSELECT a, b, c FROM t ORDER BY a;\n' % mode
# On the database that SQLite made, {dir}/foreign.db.
FOREIGN_SCRIPTS = {
    'dump of statistics and a virtual table': '.dump\n',
    'dump of one virtual table': '.dump f\n',
    'tables beside a virtual table': '.tables\n.indexes\n',
    'statistics': '.dump t sqlite_stat1\nSELECT * FROM sqlite_stat1;\n',
}
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
    'column': ['-column', '{db}', 'SELECT a, c FROM t'],
    'table': ['-table', '-noheader', '{db}', 'SELECT a, c FROM t'],
    'tabs': ['-tabs', '{db}', 'SELECT a, c FROM t'],
    'html': ['-html', '{db}', 'SELECT a, c FROM t'],
    'ascii': ['-ascii', '{db}', 'SELECT a, c FROM t'],
    'list': ['-list', '-header', '{db}', 'SELECT a, c FROM t'],
    'newline': ['-newline', '<nl>', '{db}', 'SELECT a FROM t'],
    'two hyphens': ['--json', '{db}', 'SELECT a FROM t'],
    'wide box': ['-box', '{db}', "SELECT printf('%.100c', 'x') AS wide"],
    'echo': ['-echo', '{db}', 'SELECT 1; SELECT 2'],
    'batch': ['-batch', '{db}', 'SELECT 1'],
    'failing argument ends': ['{db}', 'SELECT nosuch FROM t', 'SELECT 2'],
    'dot command after SQL': ['{db}', 'SELECT 1', '.mode box', 'SELECT 2 AS x'],
    'unknown option': ['-nosuch', '{db}'],
    'missing argument': ['{db}', '-separator'],
}
