-- Names, keywords, comments.

-- case letters, digits, `_`, `$`, any character beyond ASCII
-- holds identifiers: letters, digits, `_`, `$`, any character beyond ASCII
CREATE TABLE ña(ünï, 名前, a$b, __);
INSERT INTO ña VALUES (1, 2, 3, 4);
SELECT "名前", ünï + a$b, __ FROM ña WHERE ña.ünï = 1;
--> 2, 4, 4
SELECT name FROM pragma_table_info('ña');
--> 'ünï'
--> '名前'
--> 'a$b'
--> '__'
SELECT 1 AS a1b2$, 2 AS é;
--> 1, 2

-- case the case of ASCII letters does not matter
-- holds identifiers: the case of ASCII letters does not matter
CREATE TABLE Ab(Cd, É);
INSERT INTO aB VALUES (1, 2);
SELECT CD, aB.cD, "cd", [CD] FROM AB;
--> 1, 1, 1, 1
SELECT É FROM ab;
--> 2
SELECT é FROM ab;
--> error: no such column: é
CREATE TABLE AB(x);
--> error: table AB already exists
CREATE TABLE n(a, A);
--> error: duplicate column name: A

-- case "x", [x], `x`
-- holds identifiers: "x", [x], `x`
CREATE TABLE [select]("from", `where`, [a"b`c]);
INSERT INTO "select" VALUES (1, 2, 3);
SELECT [from], "where", "a""b`c" FROM `select`;
--> 1, 2, 3
SELECT "select".[from] AS "x.y", `select`.* FROM [select];
--> 1, 1, 2, 3
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE [select]("from", `where`, [a"b`c])'
CREATE INDEX "i j" ON [select]("from" DESC);
SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index';
--> 'i j', 'select'

-- case the closing quote doubled stands for itself, save `]`
-- holds identifiers: the closing quote doubled stands for itself, save `]`
CREATE TABLE n("a""b", `c``d`, [e[f]);
SELECT name FROM pragma_table_info('n');
--> 'a"b'
--> 'c`d'
--> 'e[f'
INSERT INTO n VALUES (1, 2, 3);
SELECT "a""b" + `c``d` + "e[f" FROM n;
--> 6
SELECT [a]] FROM n;
--> error: unrecognized token: "]"

-- case a text where only a name can stand
-- holds identifiers: a text where only a name can stand
CREATE TABLE 'a b'('c');
INSERT INTO 'a b' VALUES (5);
SELECT 'a b'.c, 'c', "c" FROM 'a b';
--> 5, 'c', 5
SELECT c 'x y' FROM 'a b' ORDER BY "x y";
--> 5
CREATE INDEX 'i' ON 'a b'('c');
SELECT sql FROM sqlite_schema WHERE name = 'i';
--> 'CREATE INDEX ''i'' ON ''a b''(''c'')'
PRAGMA index_info('i');
--> 0, 0, 'c'
ALTER TABLE 'a b' RENAME TO 'd';
DROP TABLE 'd';

-- case empty names
-- holds identifiers: empty names
CREATE TABLE n("", ` `);
INSERT INTO n VALUES (1, 2);
SELECT "", [ ], n."" FROM n;
--> 1, 2, 1
SELECT 1 AS "";
--> 1

-- case a name that begins with a digit
CREATE TABLE n(2b);
--> error: unrecognized token: "2b"
SELECT 1 AS 3c;
--> error: unrecognized token: "3c"

-- case a number for a name
CREATE TABLE 5(a);
--> error: near "5": syntax error
SELECT 1 AS 2;
--> error: near "2": syntax error
DROP TABLE x'01';
--> error: near "x'01'": syntax error

-- case names that begin with sqlite_
CREATE TABLE SQLite_Sequence(a);
--> error: object name reserved for internal use: SQLite_Sequence
CREATE TABLE n(a);
CREATE INDEX sqlite_i ON n(a);
--> error: object name reserved for internal use: sqlite_i
CREATE VIEW "sqlite_v" AS SELECT 1;
--> error: object name reserved for internal use: sqlite_v
CREATE TRIGGER sqlite_r AFTER INSERT ON n BEGIN SELECT 1; END;
--> error: object name reserved for internal use: sqlite_r
ALTER TABLE n RENAME TO sqlite_n;
--> error: object name reserved for internal use: sqlite_n
CREATE TABLE sqliten(sqlite_c);
SELECT name FROM sqlite_schema ORDER BY 1;
--> 'n'
--> 'sqliten'

-- case schema names before tables and columns
-- holds identifiers: schema names before tables and columns
CREATE TEMP TABLE n(a);
CREATE TABLE main.n(a);
INSERT INTO n VALUES (1);
INSERT INTO main.n VALUES (2);
SELECT a, (SELECT a FROM main.n), (SELECT n.a FROM temp.n) FROM n;
--> 1, 2, 1
SELECT main.n.a, temp.n.a FROM main.n, temp.n;
--> 2, 1
SELECT temp.n.a FROM main.n;
--> error: no such column: temp.n.a
ATTACH ':memory:' AS "a b";
CREATE TABLE "a b".m(z);
INSERT INTO m VALUES (3);
SELECT "a b".m.z, [A B].M.Z FROM m;
--> 3, 3

-- case an unknown schema
CREATE TABLE nowhere.n(a);
--> error: unknown database nowhere
DROP TABLE nowhere.n;
--> error: no such table: nowhere.n
CREATE TABLE n(a);
SELECT nowhere.n.a FROM n;
--> error: no such column: nowhere.n.a
INSERT INTO nowhere.n VALUES (1);
--> error: no such table: nowhere.n
PRAGMA nowhere.user_version;
--> error: unknown database nowhere

-- case sqlite_schema and its old names
CREATE TABLE n(a);
CREATE TEMP TABLE m(b);
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema;
--> 'table', 'n', 'n', 2, 'CREATE TABLE n(a)'
SELECT name FROM sqlite_temp_master;
--> 'm'
SELECT name FROM temp.sqlite_schema;
--> 'm'
SELECT name FROM temp.sqlite_master;
--> 'm'
SELECT name FROM main.sqlite_master AS q WHERE q.type = 'table';
--> 'n'
SELECT sqlite_master.name FROM sqlite_master;
--> 'n'
SELECT sqlite_schema.name FROM sqlite_schema;
--> 'n'
INSERT INTO sqlite_schema VALUES (1, 2, 3, 4, 5);
--> error: table sqlite_master may not be modified
DROP TABLE sqlite_schema;
--> error: table sqlite_master may not be dropped

-- case a keyword in quotes is a name
CREATE TABLE [index]([unique], `primary`, "check" INT CHECK ("check" > 0));
INSERT INTO "index" VALUES (1, 2, 3);
SELECT "unique" AS "where", "index"."primary" FROM "index" GROUP BY "unique" HAVING "where" = 1;
--> 1, 2
INSERT INTO "index"("check") VALUES (0);
--> error: CHECK constraint failed: check

-- case keywords that may be names without quotes, A to F
-- holds identifiers: keywords that may be names without quotes, A to F
CREATE TABLE key(desc, asc, after);
INSERT INTO key VALUES (1, 2, 3);
SELECT desc, asc + after AS end FROM key AS begin ORDER BY desc DESC;
--> 1, 5
SELECT before.desc FROM key before, key conflict WHERE conflict.asc = before.asc;
--> 1
CREATE INDEX fail ON key(desc DESC, asc ASC);
CREATE TRIGGER each AFTER INSERT ON key FOR EACH ROW BEGIN DELETE FROM key WHERE desc = new.desc; END;
SELECT do, explain, by FROM (SELECT 1 AS do, 2 AS explain, 3 AS by);
--> 1, 2, 3

-- case keywords that may be names without quotes, G to P
-- holds identifiers: keywords that may be names without quotes, G to P
CREATE TABLE groups(last, no, offset, over);
INSERT INTO groups VALUES (1, 2, 3, 4);
SELECT last, no, offset, over FROM groups LIMIT 1 OFFSET 0;
--> 1, 2, 3, 4
SELECT sum(last) OVER (PARTITION BY no) AS partition FROM groups;
--> 1
SELECT plan.offset FROM groups AS plan;
--> 3
SELECT like('a', 'A'), glob('a', 'A'), if(1, 2, 3);
--> 1, 0, 2

-- case keywords that may be names without quotes, Q to W
-- holds identifiers: keywords that may be names without quotes, Q to W
CREATE TABLE temp(row, rows, range, window, filter);
INSERT INTO temp VALUES (1, 2, 3, 4, 5);
SELECT row, rows, range, window, filter FROM temp;
--> 1, 2, 3, 4, 5
SELECT window.row FROM temp AS window;
--> 1
SELECT count(*) OVER window FROM temp WINDOW window AS (ORDER BY row);
--> 1
SELECT replace('aba', 'a', 'c'), 1 AS rollback, 2 release;
--> 'cbc', 1, 2
SAVEPOINT savepoint;
RELEASE savepoint;
--> error: near ";": syntax error

-- case words of the grammar that are names elsewhere: CURRENT_DATE, INDEXED, STRICT, STORED …
-- holds identifiers: words of the grammar that are names elsewhere: CURRENT_DATE, INDEXED, STRICT, STORED …
CREATE TABLE n(strict, stored, hidden, rowid);
INSERT INTO n VALUES (1, 2, 3, 4);
SELECT strict, stored, hidden, rowid, _rowid_, oid FROM n;
--> 1, 2, 3, 4, 1, 1
CREATE TABLE indexed(indexed, cross, join_kw);
SELECT indexed, cross FROM indexed;
CREATE TABLE union(a);
--> error: near "union": syntax error

-- case a keyword that may not, as a table
CREATE TABLE where(a);
--> error: near "where": syntax error
CREATE TABLE add(a);
--> error: near "add": syntax error
CREATE TABLE alter(a);
--> error: near "alter": syntax error
CREATE TABLE exists(a);
--> error: near "exists": syntax error
CREATE TABLE order(a);
--> error: near "order": syntax error
CREATE TABLE values(a);
--> error: near "values": syntax error
CREATE TABLE returning(a);
--> error: near "returning": syntax error
CREATE TABLE transaction(a);
--> error: near "transaction": syntax error
CREATE TABLE commit(a);
--> error: near "commit": syntax error

-- case a keyword that may not, as a column
-- holds identifiers: a keyword that may not, as a column
CREATE TABLE n1(all);
--> error: near "all": syntax error
CREATE TABLE n2(and);
--> error: near "and": syntax error
CREATE TABLE n3(as);
--> error: near "as": syntax error
CREATE TABLE n4(autoincrement);
--> error: near "autoincrement": syntax error
CREATE TABLE n5(between);
--> error: near "between": syntax error
CREATE TABLE n6(case);
--> error: near "case": syntax error
CREATE TABLE n7(check);
--> error: near "check": syntax error
CREATE TABLE n8(collate);
--> error: near "collate": syntax error
CREATE TABLE n9(constraint);
--> error: near "constraint": syntax error
CREATE TABLE n10(create);
--> error: near "create": syntax error
CREATE TABLE n11(deferrable);
--> error: near "deferrable": syntax error
CREATE TABLE n12(delete);
--> error: near "delete": syntax error
CREATE TABLE n13(distinct);
--> error: near "distinct": syntax error
CREATE TABLE n14(drop);
--> error: near "drop": syntax error
CREATE TABLE n15(else);
--> error: near "else": syntax error
CREATE TABLE n16(escape);
--> error: near "escape": syntax error
CREATE TABLE n17(foreign);
--> error: near "foreign": syntax error
CREATE TABLE n18(from);
--> error: near "from": syntax error
CREATE TABLE n19(group);
--> error: near "group": syntax error
CREATE TABLE n20(having);
--> error: near "having": syntax error
CREATE TABLE n21(in);
--> error: near "in": syntax error
CREATE TABLE n22(index);
--> error: near "index": syntax error
CREATE TABLE n23(indexed);
CREATE TABLE n24(insert);
--> error: near "insert": syntax error
CREATE TABLE n25(into);
--> error: near "into": syntax error
CREATE TABLE n26(is);
--> error: near "is": syntax error
CREATE TABLE n27(isnull);
--> error: near "isnull": syntax error
CREATE TABLE n28(join);
--> error: near "join": syntax error
CREATE TABLE n29(limit);
--> error: near "limit": syntax error
CREATE TABLE n30(not);
--> error: near "not": syntax error
CREATE TABLE n31(nothing);
--> error: near "nothing": syntax error
CREATE TABLE n32(notnull);
--> error: near "notnull": syntax error
CREATE TABLE n33(null);
--> error: near "null": syntax error
CREATE TABLE n34(on);
--> error: near "on": syntax error
CREATE TABLE n35(or);
--> error: near "or": syntax error
CREATE TABLE n36(primary);
--> error: near "primary": syntax error
CREATE TABLE n37(references);
--> error: near "references": syntax error
CREATE TABLE n38(set);
--> error: near "set": syntax error
CREATE TABLE n39(table);
--> error: near "table": syntax error
CREATE TABLE n40(then);
--> error: near "then": syntax error
CREATE TABLE n41(to);
--> error: near "to": syntax error
CREATE TABLE n42(unique);
--> error: near "unique": syntax error
CREATE TABLE n43(update);
--> error: near "update": syntax error
CREATE TABLE n44(using);
--> error: near "using": syntax error
CREATE TABLE n45(when);
--> error: near "when": syntax error
CREATE TABLE n46(within);
CREATE TABLE n47(escape);
--> error: near "escape": syntax error
CREATE TABLE m(except);
--> error: near "except": syntax error
CREATE TABLE m(intersect);
--> error: near "intersect": syntax error
CREATE TABLE m(union);
--> error: near "union": syntax error
CREATE TABLE m(select);
--> error: near "select": syntax error
CREATE TABLE m(order);
--> error: near "order": syntax error

-- case an alias without AS must be no keyword
SELECT 1 order;
--> error: near ";": syntax error
SELECT a left FROM (SELECT 1 AS a);
--> error: near "left": syntax error
SELECT 1 offset, 2 end, 3 key;
--> 1, 2, 3
SELECT 1 AS from;
--> error: near "from": syntax error
SELECT 1 desc;
--> 1
SELECT 1 window;
--> 1

-- case window, over and filter are keywords only where the grammar wants them
CREATE TABLE over(over, filter, window);
INSERT INTO over VALUES (1, 2, 3), (4, 5, 6);
SELECT sum(over) over, count(*) filter FROM over;
--> 5, 2
SELECT sum(over) OVER (ORDER BY over) FROM over;
--> 1
--> 5
SELECT sum(over) FILTER (WHERE window > 3) FROM over AS filter;
--> 4
SELECT max(window) over FROM over window;
--> 6

-- case `--` to the end of the line
-- holds identifiers: `--` to the end of the line
SELECT 1, -- one, 'quote
2 -- end
;
--> 1, 2
SELECT 5--3
, 6;
--> 5, 6
SELECT 5- -3;
--> 8
SELECT '--' -- x
, 2;
--> '--', 2

-- case `/* */`
-- holds identifiers: `/* */`
SELECT 1/* x */2;
--> error: near "2": syntax error
SELECT 1/**/AS/**/a, '/* no */';
--> 1, '/* no */'
SELECT 4/ *2;
--> error: near "*": syntax error
SELECT 4 /2/* ** */*3;
--> 6
SELECT/***/1/*/ still */+1;
--> 2

-- case comments do not nest
-- holds identifiers: comments do not nest
SELECT 1 /* /* */ + 5 /* */ + 6;
--> 12

-- case the rest of what looked nested
SELECT 1 /* a */ */;
--> error: near "/": syntax error

-- case the end of the text ends a comment
-- holds identifiers: the end of the text ends a comment
SELECT 1 /* */ /*
2 */ + 3;
--> 4

-- case a text of comments only is no statement
-- holds identifiers: a text of comments only is no statement
/* nothing */;
-- nothing
/* and */
;

-- case comments inside names, numbers, texts are none
-- holds identifiers: comments inside names, numbers, texts are none
SELECT length('/*' || '--'), [x--y] FROM (SELECT 2 AS [x--y]);
--> 4, 2

-- case spaces, tabs, line ends, form feeds divide words
-- holds identifiers: spaces, tabs, line ends, form feeds divide words
SELECT	1	AS	a
	,
2;
--> 1, 2
SELECT
1	+

2
FROM(VALUES(1));
--> 3

-- case no space is needed where a character ends a word
SELECT(1)AS a,"b"FROM(SELECT 2 AS"b")WHERE"b"=2AND 1;
--> error: unrecognized token: "2AND"
SELECT 1WHERE 1;
--> error: unrecognized token: "1WHERE"
SELECT'a'IN('a'),1<2,1<=2,1<>2,1=1;
--> 1, 1, 1, 1, 1

-- case semicolons without a statement
-- holds identifiers: semicolons without a statement
;
; SELECT 2;
--> 2

-- case a character that begins no word
-- holds identifiers: a character that begins no word
SELECT 1 # 2;
--> error: unrecognized token: "#"
SELECT {1};
--> error: unrecognized token: "{"
SELECT \1;
--> error: unrecognized token: "\"
SELECT 1 ! 2;
--> error: unrecognized token: "!"
