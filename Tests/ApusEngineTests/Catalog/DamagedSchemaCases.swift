// Made from SQLite 3.51.3: schema tables changed under PRAGMA writable_schema, and what opening says.

enum DamagedSchemaCases {
  struct Case: Sendable {
    var change: String
    /// type, name, tbl_name, rootpage, sql
    var rows: [[String?]]
    /// nil: opens
    var message: String?
  }

  static let all: [Case] = [
    Case(
      change: "update sqlite_master set sql='bogus' where name='t'",
      rows: [
        ["table", "t", "t", "2", "bogus"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set sql='create table bogus' where name='t'",
      rows: [
        ["table", "t", "t", "2", "create table bogus"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - incomplete input"),
    Case(
      change: "update sqlite_master set sql='create table t(a,a)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "create table t(a,a)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - duplicate column name: a"),
    Case(
      change: "update sqlite_master set sql='create table x(a,b)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "create table x(a,b)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set sql='create table t(a)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "create table t(a)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (sqlite_autoindex_t_1) - orphan index"),
    Case(
      change: "update sqlite_master set rootpage=0 where name='t'",
      rows: [
        ["table", "t", "t", "0", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set rootpage=99999 where name='t'",
      rows: [
        ["table", "t", "t", "99999", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - invalid rootpage"),
    Case(
      change: "update sqlite_master set rootpage=1 where name='t'",
      rows: [
        ["table", "t", "t", "1", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set rootpage=NULL where name='t'",
      rows: [
        ["table", "t", "t", nil, "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set rootpage='abc' where name='t'",
      rows: [
        ["table", "t", "t", "x", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - invalid rootpage"),
    Case(
      change: "update sqlite_master set rootpage=3 where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "3", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (i) - invalid rootpage"),
    Case(
      change: "update sqlite_master set sql=NULL where name='t'",
      rows: [
        ["table", "t", "t", "2", nil],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - orphan index"),
    Case(
      change: "update sqlite_master set sql='' where name='t'",
      rows: [
        ["table", "t", "t", "2", ""],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - orphan index"),
    Case(
      change: "update sqlite_master set name=NULL where name='t'",
      rows: [
        ["table", nil, "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (?)"),
    Case(
      change: "update sqlite_master set tbl_name='x' where name='t'",
      rows: [
        ["table", "t", "x", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set type='zork' where name='t'",
      rows: [
        ["zork", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set type='index' where name='t'",
      rows: [
        ["index", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change: "update sqlite_master set sql='create index i on nope(a)' where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "create index i on nope(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (i) - no such table: main.nope"),
    Case(
      change: "update sqlite_master set sql='create index i on t(zork)' where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "create index i on t(zork)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (i) - no such column: zork"),
    Case(
      change: "update sqlite_master set sql=null where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", nil],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (i) - orphan index"),
    Case(
      change: "update sqlite_master set name='sqlite_autoindex_t_2' where name='sqlite_autoindex_t_1'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_2", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (sqlite_autoindex_t_2) - orphan index"),
    Case(
      change: "delete from sqlite_master where name='sqlite_autoindex_t_1'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "delete from sqlite_master where name='t'",
      rows: [
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (sqlite_autoindex_t_1) - orphan index"),
    Case(
      change: "update sqlite_master set sql='create view v as select ?' where name='v'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "create view v as select ?"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (v) - parameters are not allowed in views"),
    Case(
      change: "update sqlite_master set sql='create view v as selec' where name='v'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "create view v as selec"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (v) - near \"selec\": syntax error"),
    Case(
      change: "update sqlite_master set sql='select 1' where name='v'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (v)"),
    Case(
      change: "update sqlite_master set sql='drop table t' where name='v'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "drop table t"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (v)"),
    Case(
      change:
        "update sqlite_master set sql='create trigger tr after insert on nope begin select 1; end' where name='tr'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "create trigger tr after insert on nope begin select 1; end"],
      ], message: "malformed database schema (tr) - no such table: main.nope"),
    Case(
      change:
        "update sqlite_master set sql='create trigger tr after insert on t begin selec 1; end' where name='tr'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "create trigger tr after insert on t begin selec 1; end"],
      ], message: "malformed database schema (tr) - near \"selec\": syntax error"),
    Case(
      change:
        "update sqlite_master set sql='create trigger tr instead of insert on t begin select 1; end' where name='tr'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "create trigger tr instead of insert on t begin select 1; end"],
      ], message: "malformed database schema (tr) - cannot create INSTEAD OF trigger on table: t"),
    Case(
      change: "update sqlite_master set sql=x'00ff' where name='t'",
      rows: [
        ["table", "t", "t", "2", ""],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - orphan index"),
    Case(
      change: "update sqlite_master set sql='create table t(a,b unique); drop table x' where name='t'",
      rows: [
        ["table", "t", "t", "2", "create table t(a,b unique); drop table x"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE t(a,b unique check(nope))' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique check(nope))"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - no such column: nope"),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE t(a,b unique collate zork)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique collate zork)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set sql='CREATE INDEX i on t(a collate zork)' where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a collate zork)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set sql='CREATE INDEX i on t(nosuch(a))' where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(nosuch(a))"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE t(a foo,b unique) strict' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a foo,b unique) strict"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - unknown datatype for t.a: \"foo\""),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE t(a,b unique) zork' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique) zork"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - unknown table option: zork"),
    Case(
      change: "insert into sqlite_master select * from sqlite_master where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
      ], message: "malformed database schema (t) - table t already exists"),
    Case(
      change: "insert into sqlite_master select * from sqlite_master where name='i'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
      ], message: "malformed database schema (i) - index i already exists"),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE sqlite_foo(a,b unique)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE sqlite_foo(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
    Case(
      change:
        "update sqlite_master set sql='CREATE VIRTUAL TABLE t using zork(a)', rootpage=0 where name='t'",
      rows: [
        ["table", "t", "t", "0", "CREATE VIRTUAL TABLE t using zork(a)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (sqlite_autoindex_t_1) - orphan index"),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE t(a,b unique, c default (a))' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t(a,b unique, c default (a))"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - default value of column [c] is not constant"),
    Case(
      change: "update sqlite_master set sql='CREATE TEMP TABLE t(a,b unique)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TEMP TABLE t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE main.t(a,b unique)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE main.t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t) - corrupt database"),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE if not exists t(a,b unique)' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE if not exists t(a,b unique)"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: nil),
    Case(
      change: "update sqlite_master set sql='CREATE TABLE t as select 1' where name='t'",
      rows: [
        ["table", "t", "t", "2", "CREATE TABLE t as select 1"],
        ["index", "sqlite_autoindex_t_1", "t", "3", nil],
        ["index", "i", "t", "4", "CREATE INDEX i on t(a)"],
        ["view", "v", "v", "0", "CREATE VIEW v as select 1"],
        ["trigger", "tr", "t", "0", "CREATE TRIGGER tr after insert on t begin select 1; end"],
      ], message: "malformed database schema (t)"),
  ]
}
