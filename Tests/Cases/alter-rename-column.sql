-- case the rowid by all its names
create table t(id integer primary key, b);
create view v as select rowid, oid, id, t.rowid from t;
alter table t rename id to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(x integer primary key, b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select x, x, x, t.x from t'
-- case ON CONFLICT clauses
create table t(a primary key,b);
create trigger tr after insert on t begin insert into t values(1,2) on conflict(a) do update set b=excluded.b, a=t.a where excluded.a>1 and t.b; end;
alter table t rename a to n;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(n primary key,b)'
--> 'index', 'sqlite_autoindex_t_1', 't', NULL
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin insert into t values(1,2) on conflict(n) do update set b=excluded.b, n=t.n where excluded.n>1 and t.b; end'
-- case USING does not follow
create table t(a,b);
create table u(a,c);
create view v as select * from t join u using(a);
alter table t rename a to n;
--> error: error in view v after rename: cannot join using column a - column not present in both tables
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(a,c)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select * from t join u using(a)'
-- case UPDATE FROM in a trigger
create table t(a,b);
create trigger tr after insert on t begin update t set a=x.a from (select a from t) x join t as y on y.a=x.a where t.a=1; end;
alter table t rename a to n;
--> error: error in trigger tr after rename: no such column: x.a
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(a,b)'
--> 'trigger', 'tr', 'k', 'CREATE TRIGGER tr after insert on "k" begin update "k" set a=x.a from (select a from "k") x join "k" as y on y.a=x.a where "k".a=1; end'
-- case UPDATE FROM with a subquery
create table t(a,b);
create trigger tr after insert on t begin update t set b=s.a from (select a from u) as s where t.a=s.a; update t set b=u.a from u where t.a=u.a; update t set b=u.a from u join t as w on w.a=u.a where t.a=u.a; end;
create table u(a);
alter table u rename to u2;
--> error: error in trigger tr after rename: no such column: u.a
alter table t rename to t2;
alter table t2 rename b to bb;
alter table t2 rename a to aa;
--> error: error in trigger tr after rename: no such column: w.a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't2', 't2', 'CREATE TABLE "t2"(a,bb)'
--> 'trigger', 'tr', 't2', 'CREATE TRIGGER tr after insert on "t2" begin update "t2" set bb=s.a from (select a from u) as s where "t2".a=s.a; update "t2" set bb=u.a from u where "t2".a=u.a; update "t2" set bb=u.a from u join "t2" as w on w.a=u.a where "t2".a=u.a; end'
--> 'table', 'u', 'u', 'CREATE TABLE u(a)'
-- case strings in double quotes become literals
create table t(a,b);
create view v as select "zzz", 'q', "b" from t;
create index i on t(a) where b="hello";
create trigger tr after insert on t when new.a="str" begin select "x y"'z', "a""b"; end;
alter table t rename a to "c d";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t("c d",b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select ''zzz'', ''q'', "b" from t'
--> 'index', 'i', 't', 'CREATE INDEX i on t("c d") where b=''hello'''
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t when new."c d"=''str'' begin select ''x y'' ''z'', ''a"b''; end'
-- case double quotes in DEFAULT and CHECK
create table t(a, b default "x", c default 'y', check(a<>"b"), check(a <> "zz"));
create view v as select "a", "qq" from t where c = "lit""eral";
alter table t rename a to "b";
--> error: error in table t after rename: duplicate column name: b
alter table t rename a to bb;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(bb, b default "x", c default ''y'', check(bb<>"b"), check(bb <> ''zz''))'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "bb", ''qq'' from t where c = ''lit"eral'''
-- case columns written as strings
create table t(a,b);
create index i on t('b', a);
create index j on t("b"||'x');
alter table t rename b to 'q r';
alter table t rename "q r" to select1;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,"select1")'
--> 'index', 'i', 't', 'CREATE INDEX i on t("select1", a)'
--> 'index', 'j', 't', 'CREATE INDEX j on t("select1"||''x'')'
-- case keys and constraints
create table t(a int primary key,b, unique('a'), unique(a, "b"), foreign key('a') references t("a"));
alter table t rename a to "x y";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t("x y" int primary key,b, unique("x y"), unique("x y", "b"), foreign key("x y") references t("x y"))'
--> 'index', 'sqlite_autoindex_t_1', 't', NULL
--> 'index', 'sqlite_autoindex_t_2', 't', NULL
-- case aliases, ORDER BY and INSTEAD OF
create table t(a,b);
create view v(a,b) as select a,b from t;
create view v2 as select a as a, b as bb from t order by a, bb;
create view v3 as select a from t union select b from t order by a;
create trigger tr instead of update of a on v begin update t set a=new.a where a=old.a; end;
alter table t rename a to q;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(q,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v(a,b) as select q,b from t'
--> 'view', 'v2', 'v2', 'CREATE VIEW v2 as select q as a, b as bb from t order by a, bb'
--> 'view', 'v3', 'v3', 'CREATE VIEW v3 as select q from t union select b from t order by q'
--> 'trigger', 'tr', 'v', 'CREATE TRIGGER tr instead of update of a on v begin update t set q=new.a where q=old.a; end'
-- case unused common table expressions
create table t(a,b);
create view w as with c as (select a,zz from t) select b from t;
alter table t rename b to q;
alter table t rename a to "q r";
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"("q r",q)'
--> 'view', 'w', 'w', 'CREATE VIEW w as with c as (select "q r",zz from "k") select q from "k"'
-- case recursive common table expressions
create table t(a,b);
create view v as with recursive c(a) as (select a from t union all select a+1 from c where a<5) select a from c;
create view w as with t as (select 1 as a) select a from t;
alter table t rename a to q;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(q,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as with recursive c(a) as (select q from "k" union all select a+1 from c where a<5) select a from c'
--> 'view', 'w', 'w', 'CREATE VIEW w as with t as (select 1 as a) select a from t'
-- case common table expressions
create table t(a,b);
create view v as with x as (select a from t), y(k) as (select b from t) select * from x, y where x.a=y.k;
create view w as with x as (select a from t), y(k) as (with z as (select a from x) select b from t) select * from y;
alter table t rename a to n;
--> error: error in view v after rename: no such column: x.a
alter table t rename b to m;
alter table t rename to tt;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'tt', 'tt', 'CREATE TABLE "tt"(a,m)'
--> 'view', 'v', 'v', 'CREATE VIEW v as with x as (select a from "tt"), y(k) as (select m from "tt") select * from x, y where x.a=y.k'
--> 'view', 'w', 'w', 'CREATE VIEW w as with x as (select a from "tt"), y(k) as (with z as (select a from x) select m from "tt") select * from y'
-- case subqueries, joins, GROUP BY
create table t(a,b);
create table u(x,y);
create view v as select t.a, u.x from t left join u on t.a=u.x where exists(select 1 from t as t2 where t2.b=t.b) group by t.a having count(*)>0 order by t.a, x limit 5;
alter table t rename a to aa;
alter table u rename x to xx;
alter table t rename to t9;
alter table u rename to "u-9";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't9', 't9', 'CREATE TABLE "t9"(aa,b)'
--> 'table', 'u-9', 'u-9', 'CREATE TABLE "u-9"(xx,y)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "t9".aa, "u-9".xx from "t9" left join "u-9" on "t9".aa="u-9".xx where exists(select 1 from "t9" as t2 where t2.b="t9".b) group by "t9".aa having count(*)>0 order by "t9".aa, xx limit 5'
-- case every kind of expression
create table t(a,b);
create view v as select case a when 1 then b else a end as k, cast(a as text) c, a between 1 and b, a in (1,b), a in (select a from t), a like b escape 'x', (a,b)=(1,2), max(a,b), -a, not a, a is null, a collate nocase, abs(a) from t;
alter table t rename a to z;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(z,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select case z when 1 then b else z end as k, cast(z as text) c, z between 1 and b, z in (1,b), z in (select z from t), z like b escape ''x'', (z,b)=(1,2), max(z,b), -z, not z, z is null, z collate nocase, abs(z) from t'
-- case compounds
create table t(a,b);
create view v as select a from t intersect select b from t except select a+1 from t union all values(1) order by 1;
--> error: near "order": syntax error
create view w as select * from (select a as q from t) as s join t on s.q = t.a;
alter table t rename a to z;
alter table t rename to zz;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'zz', 'zz', 'CREATE TABLE "zz"(z,b)'
--> 'view', 'w', 'w', 'CREATE VIEW w as select * from (select z as q from "zz") as s join "zz" on s.q = "zz".z'
-- case all statements of a trigger
create table t(a primary key,b,c);
create trigger tr after update of a, b on t when old.a<>new.a begin insert into t(a,b) values(new.a, old.b) on conflict(a) do update set b=excluded.b, (a,c)=(1,excluded.a) where t.a>excluded.b; insert or replace into t select a,b,c from t where t.a=new.b; update or ignore t set a=b, b=a where a>1; delete from t where a=old.a; select raise(abort,'x') from t where a=new.a; end;
alter table t rename a to q;
alter table t rename b to r;
alter table t rename to tt;
alter table tt rename c to "S S";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'tt', 'tt', 'CREATE TABLE "tt"(q primary key,r,"S S")'
--> 'index', 'sqlite_autoindex_tt_1', 'tt', NULL
--> 'trigger', 'tr', 'tt', 'CREATE TRIGGER tr after update of q, r on "tt" when old.q<>new.q begin insert into "tt"(q,r) values(new.q, old.r) on conflict(q) do update set r="tt".r, (q,"S S")=(1,"tt".q) where "tt".q>"tt".r; insert or replace into "tt" select q,r,"S S" from "tt" where "tt".q=new.r; update or ignore "tt" set q=r, r=q where q>1; delete from "tt" where q=old.q; select raise(abort,''x'') from "tt" where q=new.q; end'
-- case only the first ON CONFLICT clause is looked at
create table t(a,b);
create trigger tr after insert on t begin insert into t values(1,2) on conflict(a) do update set b=1 on conflict(b) do update set a=2; end;
alter table t rename a to x;
alter table t rename to y;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'y', 'y', 'CREATE TABLE "y"(x,b)'
--> 'trigger', 'tr', 'y', 'CREATE TRIGGER tr after insert on "y" begin insert into "y" values(1,2) on conflict(x) do update set b=1 on conflict(b) do update set a=2; end'
-- case rowid in triggers and indexes
create table t(a integer primary key,b);
create view v as select rowid, _rowid_, t.oid, a from t where rowid>1;
create trigger tr after insert on t begin select new.rowid, new.a; end;
create index i on t(b) where rowid>4;
create table u(x references t(a), y references t);
alter table t rename a to z;
alter table t rename b to rowid;
select rowid from v;
--> error: no such column: rowid
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(z integer primary key,rowid)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select z, z, t.z, z from t where z>1'
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin select new.z, new.z; end'
--> 'index', 'i', 't', 'CREATE INDEX i on t(rowid) where z>4'
--> 'table', 'u', 'u', 'CREATE TABLE u(x references t(z), y references t)'
-- case a new name that catches another
create table t(a);
create table u(b);
create view v as select a from t, u where u.b = a and a in (select b from u where b=a);
alter table t rename a to b;
--> error: error in view v after rename: ambiguous column name: b
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a)'
--> 'table', 'u', 'u', 'CREATE TABLE u(b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select a from t, u where u.b = a and a in (select b from u where b=a)'
-- case views on views
create table t(a);
create view v as select a as x from t;
create view v2 as select x from v;
alter table t rename a to y;
create view v3(p,q) as select x, y from v, t;
alter table t rename y to x;
--> error: error in view v3 after rename: ambiguous column name: x
alter table t rename y to y2;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(y2)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select y2 as x from t'
--> 'view', 'v2', 'v2', 'CREATE VIEW v2 as select x from v'
--> 'view', 'v3', 'v3', 'CREATE VIEW v3(p,q) as select x, y2 from v, t'
-- case new names
create table t(a,b);
alter table t rename a to b;
--> error: error in table t after rename: duplicate column name: b
alter table t rename a to a;
alter table t rename a to rowid;
alter table t rename to sqlite_foo;
--> error: object name reserved for internal use: sqlite_foo
alter table t add sqlite_x;
alter table t rename b to select_;
alter table t rename select_ to "select";
alter table t rename "select" to 'x y';
alter table t rename "x y" to [x];
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(rowid,"x", sqlite_x)'
-- case indexes on expressions
create table t(a,b,c);
create index i1 on t(a||b);
create index i2 on t(c, lower(a) desc);
create index i3 on t(a collate nocase);
alter table t rename a to x;
alter table t rename to u;
pragma integrity_check;
--> 'ok'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'u', 'u', 'CREATE TABLE "u"(x,b,c)'
--> 'index', 'i1', 'u', 'CREATE INDEX i1 on "u"(x||b)'
--> 'index', 'i2', 'u', 'CREATE INDEX i2 on "u"(c, lower(x) desc)'
--> 'index', 'i3', 'u', 'CREATE INDEX i3 on "u"(x collate nocase)'
-- case one name for table and column
create table t(a,b);
create table x(a, t, foreign key (a) references t (a) on delete cascade, foreign key(t) references "t"(b));
alter table t rename to y;
alter table y rename a to aa;
alter table x rename t to tt;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'y', 'y', 'CREATE TABLE "y"(aa,b)'
--> 'table', 'x', 'x', 'CREATE TABLE x(a, tt, foreign key (a) references "y" (aa) on delete cascade, foreign key(tt) references "y"(b))'
-- case correlated subqueries
create table t(a);
create view v as select a, (select max(a) from t as t2 where t2.a<t.a) from t where a not in (select a from main.t);
alter table t rename a to b;
alter table t rename to tt;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'tt', 'tt', 'CREATE TABLE "tt"(b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select b, (select max(b) from "tt" as t2 where t2.b<"tt".b) from "tt" where b not in (select b from main."tt")'
-- case quotation marks in a trigger
create table t(a,b);
create trigger "tr x" after insert on t begin select 'a', "a", [a], `a` from t; end;
alter table t rename a to q;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(q,b)'
--> 'trigger', 'tr x', 't', 'CREATE TRIGGER "tr x" after insert on t begin select ''a'', "q", "q", "q" from t; end'
-- case generated columns and constraints
create table t(a check(a>0), b check (b in (1,2) and a), c as (a+b) , d as (c||"a"), constraint q unique(a,b), constraint fk foreign key(a,b) references t(a,b));
alter table t rename a to alpha;
alter table t rename b to "be ta";
alter table t rename to t2;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't2', 't2', 'CREATE TABLE "t2"(alpha check(alpha>0), "be ta" check ("be ta" in (1,2) and alpha), c as (alpha+"be ta") , d as (c||"alpha"), constraint q unique(alpha,"be ta"), constraint fk foreign key(alpha,"be ta") references "t2"(alpha,"be ta"))'
--> 'index', 'sqlite_autoindex_t2_1', 't2', NULL
-- case window functions
create table t(a,b);
create view v as select sum(a) over (partition by b order by a) from t window w as (order by a);
alter table t rename a to q;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(q,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select sum(q) over (partition by b order by q) from t window w as (order by q)'
-- case NATURAL JOIN
create table t1(a, b);
create table t2(c, d);
create view v1 as select * from t1 natural join t2;
alter table t1 rename a to c;
alter table t1 rename to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'x', 'x', 'CREATE TABLE "x"(c, b)'
--> 'table', 't2', 't2', 'CREATE TABLE t2(c, d)'
--> 'view', 'v1', 'v1', 'CREATE VIEW v1 as select * from "x" natural join t2'
-- case columns that do not exist
create table t(a,b);
alter table t rename "zz" to q;
--> error: no such column: ""zz""
alter table t rename zz to q;
--> error: no such column: "zz"
alter table t drop 'zz';
--> error: no such column: "'zz'"
alter table t rename [zz] to q;
--> error: no such column: "[zz]"
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
-- case a temporary table's own views
create temp table t(a,b);
insert into t values(1,2);
create temp view v as select a from t;
create temp trigger tr after insert on t begin select new.a; end;
alter table t rename a to x;
--> error: error in view v: no such column: x
alter table t rename to y;
alter table y add z default 4;
alter table y drop b;
select * from y;
--> 1, 4
create table m(a);
alter table m rename to mm;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'mm', 'mm', 'CREATE TABLE "mm"(a)'
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
--> 'table', 'y', 'y', 'CREATE TABLE "y"(a,z default 4)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select a from "y"'
--> 'trigger', 'tr', 'y', 'CREATE TRIGGER tr after insert on "y" begin select new.a; end'
-- case views that say nothing sensible
create table t(a,b);
create view v as select t.nope, nope from t;
alter table t rename a to x;
--> error: error in view v: no such column: t.nope
drop view v;
create view v as select main.t.nope from t;
alter table t rename a to x;
--> error: error in view v: no such column: main.t.nope
drop view v;
create view v as select * from t join t;
alter table t rename a to x;
--> error: error in view v: ambiguous column name: main.t.a
drop view v;
create view v as select a from t, t as u;
alter table t rename a to x;
--> error: error in view v: ambiguous column name: a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select a from t, t as u'
-- case views of tables that do not exist
create table t(a,b);
create view v as select * from nope;
alter table t rename a to x;
--> error: error in view v: no such table: main.nope
drop view v;
create view v as select * from v2;
create view v2 as select * from v;
alter table t rename a to x;
--> error: error in view v: view v2 is circularly defined
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select * from v2'
--> 'view', 'v2', 'v2', 'CREATE VIEW v2 as select * from v'
-- case triggers that say nothing sensible
create table t(a,b);
create trigger tr after insert on t begin insert into nope values(1); end;
alter table t rename a to x;
--> error: error in trigger tr: no such table: main.nope
drop trigger tr;
create trigger tr after insert on t begin insert into t(nope) values(1); end;
alter table t rename a to x;
drop trigger tr;
create trigger tr after insert on t begin update t set nope=1 where x=2; delete from t where nope; end;
alter table t rename b to y;
--> error: error in trigger tr: no such column: nope
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(x,b)'
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin update t set nope=1 where x=2; delete from t where nope; end'
-- case OLD, NEW and WHEN
create table t(a,b);
create trigger tr after insert on t begin select old.a; end;
alter table t rename a to x;
--> error: error in trigger tr: no such column: old.a
drop trigger tr;
create trigger tr after insert on t when new.nope begin select 1; end;
alter table t rename a to x;
--> error: error in trigger tr: no such column: new.nope
drop trigger tr;
create trigger tr after insert on t begin select new.a, a from t where a in (select new.b); end;
alter table t rename a to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(x,b)'
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin select new.x, x from t where x in (select new.b); end'
-- case IN () has no names
create table t(a, b, constraint c1 check(a in ()), d as ((select 1) in ()));
--> error: near "d": syntax error
alter table t rename a to z;
--> error: no such table: t
SELECT type, name, tbl_name, sql FROM sqlite_schema;
-- case LIMIT
create table t(a,b);
create view v as select a from t limit a;
alter table t rename a to x;
--> error: error in view v: no such column: a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select a from t limit a'
-- case wrong functions, collations, RAISE
create table t(a,b);
create view v as select abs(a,b,1) , sum() from t;
alter table t rename a to x;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(x,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select abs(x,b,1) , sum() from "k"'
-- case unknown collation
create table t(a,b);
create view v as select a collate nope from t;
alter table t rename a to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(x,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select x collate nope from t'
-- case MATCH and JSON operators
create table t(a,b);
create view v as select a from t where a match 'x' or a regexp 'y' or a ->> 'z';
alter table t rename a to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(x,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select x from t where x match ''x'' or x regexp ''y'' or x ->> ''z'''
-- case JSON functions
create table t(a,b);
create view v as select json_extract(a,'$.x') j, a->'$.b', json_group_array(b) from t;
alter table t rename a to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(x,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select json_extract(x,''$.x'') j, x->''$.b'', json_group_array(b) from t'
-- case unknown functions in triggers
create table t(a,b);
create trigger tr after insert on t begin select nofunc(a) filter (where a>0) from t; end;
alter table t rename a to x;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(x,b)'
--> 'trigger', 'tr', 'k', 'CREATE TRIGGER tr after insert on "k" begin select nofunc(x) filter (where x>0) from "k"; end'
-- case derived tables and outer names
create table t(a,b);
create view v as select * from (select a, b from t) as t where t.a=1;
create view w as select t2.a from (select a from t union select b from t) t2;
create view x as select (select t.a), (select t.b from (select 1) as t limit 0) from t;
alter table t rename a to x;
--> error: error in view v after rename: no such column: t.a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select * from (select a, b from t) as t where t.a=1'
--> 'view', 'w', 'w', 'CREATE VIEW w as select t2.a from (select a from t union select b from t) t2'
--> 'view', 'x', 'x', 'CREATE VIEW x as select (select t.a), (select t.b from (select 1) as t limit 0) from t'
-- case triggers fire under the new names
create table a(x);
create table b(y);
create view v as select a.x, b.y from a, b;
create trigger t1 instead of insert on v begin insert into a values(new.x); insert into b select new.y; end;
alter table a rename to aa;
alter table aa rename x to xx;
--> error: error in trigger t1 after rename: no such column: new.x
insert into v values(1,2);
select * from aa, b;
--> 1, 2
alter table b rename y to z;
--> error: error in trigger t1 after rename: no such column: new.y
drop trigger t1;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'aa', 'aa', 'CREATE TABLE "aa"(x)'
--> 'table', 'b', 'b', 'CREATE TABLE b(y)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "aa".x, b.y from "aa", b'
-- case empty names
create table t(a);
alter table t rename a to "";
alter table t add "";
--> error: duplicate column name: 
alter table t rename to "";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', '', '', 'CREATE TABLE ""("")'

-- case ORDER BY in a compound view names columns of *
CREATE TABLE t(a, b);
CREATE VIEW v AS SELECT * FROM t UNION SELECT * FROM t ORDER BY a;
ALTER TABLE t RENAME COLUMN a TO zz;
--> error: error in view v after rename: 1st ORDER BY term does not match any column in the result set
ALTER TABLE t RENAME COLUMN b TO zz;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t(a, zz)'
--> 'CREATE VIEW v AS SELECT * FROM t UNION SELECT * FROM t ORDER BY a'
DROP VIEW v;
CREATE VIEW v AS SELECT a, zz FROM t UNION SELECT * FROM t ORDER BY zz, a;
ALTER TABLE t RENAME COLUMN zz TO y;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t(a, y)'
--> 'CREATE VIEW v AS SELECT a, y FROM t UNION SELECT * FROM t ORDER BY y, a'
