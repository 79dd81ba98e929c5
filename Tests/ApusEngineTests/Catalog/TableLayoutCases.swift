// Made from SQLite 3.51.3 with PRAGMA table_xinfo, index_list and index_xinfo.

enum TableLayoutCases {
  struct Case: Sendable {
    /// CREATE TABLE t …, then CREATE INDEX …
    var statements: [String]
    /// name|type|notnull|default|pk|hidden
    var columns: [String]
    /// name|unique|origin|partial, then cid desc collation key for each field
    var indexes: [String]
  }

  static let all: [Case] = [
    Case(
      statements: ["create table t(a unique, b primary key, c unique)"],
      columns: ["a||0|NULL|0|0", "b||0|NULL|1|0", "c||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_3|1|u|0: 2 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_2|1|pk|0: 1 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 0 0 BINARY 1, -1 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a unique unique, unique(a), primary key(a))"],
      columns: ["a||0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a primary key, unique(a))"],
      columns: ["a||0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a unique, primary key(a))"],
      columns: ["a||0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a,b, unique(a,b), unique(b,a), unique(a,b))"],
      columns: ["a||0|NULL|0|0", "b||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_2|1|u|0: 1 0 BINARY 1, 0 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 0 0 BINARY 1, 1 0 BINARY 1, -1 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a,b, unique(a collate nocase), unique(a))"],
      columns: ["a||0|NULL|0|0", "b||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_2|1|u|0: 0 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 0 0 nocase 1, -1 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a,b, unique(a desc), unique(a))"],
      columns: ["a||0|NULL|0|0", "b||0|NULL|0|0"],
      indexes: ["sqlite_autoindex_t_1|1|u|0: 0 1 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer unique primary key)"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|u|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer primary key, unique(a))"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|u|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer primary key desc)"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 1 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer primary key asc)"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a integer, primary key(a desc))"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a INTEGER , b, primary key(a))"],
      columns: ["a|INTEGER|0|NULL|1|0", "b||0|NULL|0|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a \"integer\" primary key)"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a integer(5) primary key)"],
      columns: ["a|integer(5)|0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer, b, primary key(a,a))"],
      columns: ["a|INTEGER|0|NULL|1|0", "b||0|NULL|0|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer, b, primary key(b,a,b)) without rowid"],
      columns: ["a|INTEGER|1|NULL|2|0", "b||1|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 1 0 BINARY 1, 0 0 BINARY 1"]
    ),
    Case(
      statements: ["create table t(a,b,c,d, primary key(c, a), unique(d,c), unique(b)) without rowid"],
      columns: ["a||1|NULL|2|0", "b||0|NULL|0|0", "c||1|NULL|1|0", "d||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_3|1|u|0: 1 0 BINARY 1, 2 0 BINARY 0, 0 0 BINARY 0",
        "sqlite_autoindex_t_2|1|u|0: 3 0 BINARY 1, 2 0 BINARY 1, 0 0 BINARY 0",
        "sqlite_autoindex_t_1|1|pk|0: 2 0 BINARY 1, 0 0 BINARY 1, 1 0 BINARY 0, 3 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a integer primary key, b unique) without rowid"],
      columns: ["a|INTEGER|1|NULL|1|0", "b||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_2|1|pk|0: 0 0 BINARY 1, 1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 1 0 BINARY 1, 0 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a,b,c,d, primary key(c collate nocase, c, a)) without rowid"],
      columns: ["a||1|NULL|3|0", "b||0|NULL|0|0", "c||1|NULL|1|0", "d||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_1|1|pk|0: 2 0 nocase 1, 2 0 BINARY 1, 0 0 BINARY 1, 1 0 BINARY 0, 3 0 BINARY 0"
      ]
    ),
    Case(
      statements: ["create table t(a,b,c,d, primary key(c desc, a), unique(a)) without rowid"],
      columns: ["a||1|NULL|2|0", "b||0|NULL|0|0", "c||1|NULL|1|0", "d||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_2|1|u|0: 0 0 BINARY 1, 2 0 BINARY 0",
        "sqlite_autoindex_t_1|1|pk|0: 2 1 BINARY 1, 0 0 BINARY 1, 1 0 BINARY 0, 3 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a collate nocase unique, b collate rtrim, primary key(b))"],
      columns: ["a||0|NULL|0|0", "b||0|NULL|1|0"],
      indexes: [
        "sqlite_autoindex_t_2|1|pk|0: 1 0 rtrim 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 0 0 nocase 1, -1 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a,b,c as (a+b), d as (a) stored, e)"],
      columns: ["a||0|NULL|0|0", "b||0|NULL|0|0", "c||0|NULL|0|2", "d||0|NULL|0|3", "e||0|NULL|0|0"],
      indexes: []
    ),
    Case(
      statements: [
        "create table t(a,b,primary key(a,b)) without rowid", "create index i on t(b)",
        "create unique index j on t(b desc, a+1) where a>1", "create index k on t(a,b,a)",
      ],
      columns: ["a||1|NULL|1|0", "b||1|NULL|2|0"],
      indexes: [
        "k|0|c|0: 0 0 BINARY 1, 1 0 BINARY 1, 0 0 BINARY 1",
        "j|1|c|1: 1 1 BINARY 1, -2 0 BINARY 1, 0 0 BINARY 0", "i|0|c|0: 1 0 BINARY 1, 0 0 BINARY 0",
        "sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, 1 0 BINARY 1",
      ]
    ),
    Case(
      statements: [
        "create table t(a 'x y' , b  foo  bar (10 , 2) , c double precision, d varchar ( 5 ), e decimal(+1,-2), f [int x] \"y\", g generated always as (1), h int generated always, i int generated always as (1))"
      ],
      columns: [
        "a|x y|0|NULL|0|0", "b|foo  bar (10 , 2)|0|NULL|0|0", "c|double precision|0|NULL|0|0",
        "d|varchar ( 5 )|0|NULL|0|0", "e|decimal(+1,-2)|0|NULL|0|0", "f|int x|0|NULL|0|0", "g||0|NULL|0|2",
        "h|INT|0|NULL|0|0", "i|INT|0|NULL|0|2",
      ],
      indexes: []
    ),
    Case(
      statements: [
        "create table t(a default 1, b default -1, c default 'x', d default (1+ 2), e default null, f default current_timestamp, g default x'00', h default true, i default foo, j default \"foo\", k default +5, l default - 3.5 not null, m default ( 'a' ) unique, n default 1e5)"
      ],
      columns: [
        "a||0|1|0|0", "b||0|-1|0|0", "c||0|'x'|0|0", "d||0|1+ 2|0|0", "e||0|null|0|0",
        "f||0|current_timestamp|0|0", "g||0|x'00'|0|0", "h||0|true|0|0", "i||0|foo|0|0", "j||0|\"foo\"|0|0",
        "k||0|+5|0|0", "l||1|- 3.5|0|0", "m||0|'a'|0|0", "n||0|1e5|0|0",
      ],
      indexes: ["sqlite_autoindex_t_1|1|u|0: 12 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: [
        "create table t(a int constraint foo not null on conflict ignore constraint bar default 5 constraint q, b)"
      ],
      columns: ["a|INT|1|5|0|0", "b||0|NULL|0|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a int null, b not null)"],
      columns: ["a|INT|0|NULL|0|0", "b||1|NULL|0|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a int primary key) strict"],
      columns: ["a|INT|1|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a int, b as (a) , unique(b))"],
      columns: ["a|INT|0|NULL|0|0", "b||0|NULL|0|2"],
      indexes: ["sqlite_autoindex_t_1|1|u|0: 1 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t([a b] text, \"c\"\"d\" int, 'e''f' real, `g` blob)"],
      columns: ["a b|TEXT|0|NULL|0|0", "c\"d|INT|0|NULL|0|0", "e'f|REAL|0|NULL|0|0", "g|BLOB|0|NULL|0|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a,'b' unique, primary key('a'))"],
      columns: ["a||0|NULL|1|0", "b||0|NULL|0|0"],
      indexes: [
        "sqlite_autoindex_t_2|1|pk|0: 0 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 1 0 BINARY 1, -1 0 BINARY 0",
      ]
    ),
    Case(
      statements: ["create table t(a, primary key(\"a\" collate nocase desc))"],
      columns: ["a||0|NULL|1|0"],
      indexes: ["sqlite_autoindex_t_1|1|pk|0: 0 1 nocase 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: ["create table t(a integer, primary key(a collate nocase))"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a integer, primary key('a'))"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a integer, primary key((a)))"],
      columns: ["a|INTEGER|0|NULL|1|0"],
      indexes: []
    ),
    Case(
      statements: ["create table t(a, unique((a)))"],
      columns: ["a||0|NULL|0|0"],
      indexes: ["sqlite_autoindex_t_1|1|u|0: 0 0 BINARY 1, -1 0 BINARY 0"]
    ),
    Case(
      statements: [
        "create table t(a,b,c,d,primary key(c desc,a)) without rowid", "create index i on t(b)",
        "create index j on t(c)", "create index k on t(c,a)", "create index l on t(c collate nocase, d)",
      ],
      columns: ["a||1|NULL|2|0", "b||0|NULL|0|0", "c||1|NULL|1|0", "d||0|NULL|0|0"],
      indexes: [
        "l|0|c|0: 2 0 nocase 1, 3 0 BINARY 1, 2 1 BINARY 0, 0 0 BINARY 0",
        "k|0|c|0: 2 0 BINARY 1, 0 0 BINARY 1", "j|0|c|0: 2 0 BINARY 1, 0 0 BINARY 0",
        "i|0|c|0: 1 0 BINARY 1, 2 1 BINARY 0, 0 0 BINARY 0",
        "sqlite_autoindex_t_1|1|pk|0: 2 1 BINARY 1, 0 0 BINARY 1, 1 0 BINARY 0, 3 0 BINARY 0",
      ]
    ),
    Case(
      statements: [
        "create table t(a unique on conflict replace,b unique,c unique on conflict replace,d unique)",
        "create index i on t(a)",
      ],
      columns: ["a||0|NULL|0|0", "b||0|NULL|0|0", "c||0|NULL|0|0", "d||0|NULL|0|0"],
      indexes: [
        "i|0|c|0: 0 0 BINARY 1, -1 0 BINARY 0", "sqlite_autoindex_t_4|1|u|0: 3 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_2|1|u|0: 1 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_3|1|u|0: 2 0 BINARY 1, -1 0 BINARY 0",
        "sqlite_autoindex_t_1|1|u|0: 0 0 BINARY 1, -1 0 BINARY 0",
      ]
    ),
  ]
}
