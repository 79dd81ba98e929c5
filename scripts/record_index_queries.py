#!/usr/bin/env python3
"""Record what SQLite tells a module of virtual tables about queries.

The file (default: Tests/VirtualTables/offers.txt) holds statements, each a line `> SQL`, and behind it what the module of the table
`v(a, b TEXT COLLATE NOCASE, c)` is asked: a line `? CONSTRAINTS; ORDER; USE` for each call of xBestIndex, a line `! VALUES` for each
call of xFilter, and `= ROWS`, the number of rows of the answer. Queries that plan an operand
of OR a second time are asked for once. A line `== WAY` says how the module answers from then on: `none` uses
no constraint, `equal` the values of `=`, `lists` those of IN as whole lists, `all` everything, LIMIT and OFFSET as its own duty.
The table has six rows whatever it is asked. `t(x, y)` holds (1, 2). The answers are written anew, everything else stays.
Needs apsw 3.51.3.0.
"""

import sys

import apsw

OPERATIONS = {
    value: name.removeprefix("SQLITE_INDEX_CONSTRAINT_")
    for name, value in apsw.mapping_bestindex_constraints.items()
    if isinstance(name, str)
}
COLUMNS = ["rowid", "a", "b", "c"]


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return "x'" + value.hex() + "'"
    if isinstance(value, str):
        return "'" + value + "'"
    return str(value)


class Cursor:
    def __init__(self, module):
        self.module = module
        self.row = 0

    def Filter(self, number, text, values):
        shown = []
        for value in values:
            if isinstance(value, (set, frozenset)):
                shown.append("{" + " ".join(sorted(literal(one) for one in value)) + "}")
            else:
                shown.append(literal(value))
        self.module.calls.append("! " + ", ".join(shown))
        self.row = 0

    def Eof(self):
        return self.row >= 6

    def Next(self):
        self.row += 1

    def Rowid(self):
        return self.row

    def Column(self, column):
        return [self.row, self.row % 3, "x%d" % (self.row % 2), self.row][column + 1]

    def Close(self):
        pass


class Table:
    def __init__(self, module):
        self.module = module

    def BestIndexObject(self, query):
        constraints, argument = [], 0
        for index in range(query.nConstraint):
            operation = OPERATIONS[query.get_aConstraint_op(index)]
            usable = query.get_aConstraint_usable(index)
            isList = query.get_aConstraintUsage_in(index)
            isLimit = operation in ("LIMIT", "OFFSET")
            column = "" if isLimit else COLUMNS[query.get_aConstraint_iColumn(index) + 1] + " "
            constraints.append(
                "%s%s %s %s%s%s"
                % (
                    column,
                    operation,
                    literal(query.get_aConstraint_rhs(index)),
                    query.get_aConstraint_collation(index),
                    " IN" if isList else "",
                    "" if usable else " unusable",
                )
            )
            way = self.module.way
            if usable and (way == "all" or way in ("equal", "lists") and operation == "EQ"):
                argument += 1
                query.set_aConstraintUsage_argvIndex(index, argument)
                if way == "all" and isLimit:
                    query.set_aConstraintUsage_omit(index, True)
                if way in ("lists", "all") and isList:
                    query.set_aConstraintUsage_in(index, True)
        order = [
            COLUMNS[query.get_aOrderBy_iColumn(index) + 1] + (" DESC" if query.get_aOrderBy_desc(index) else "")
            for index in range(query.nOrderBy)
        ]
        self.module.calls.append("? %s; %s; %d" % (", ".join(sorted(constraints)), ", ".join(order), query.distinct))
        query.estimatedCost = 100 if argument else 1000
        return True

    def Open(self):
        return Cursor(self.module)

    def Disconnect(self):
        pass

    Destroy = Disconnect


class Module:
    def __init__(self):
        self.calls, self.way = [], "none"

    def Create(self, connection, name, database, table, *arguments):
        return "CREATE TABLE x(a, b TEXT COLLATE NOCASE, c)", Table(self)

    Connect = Create


def once(calls):
    asked = []
    for call in calls:
        if not call.startswith("?") or call not in asked:
            asked.append(call)
    return asked


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "Tests/VirtualTables/offers.txt"
    if apsw.sqlite_lib_version() != "3.51.3":
        sys.exit("SQLite %s is not 3.51.3" % apsw.sqlite_lib_version())
    module, out = Module(), []
    connection = apsw.Connection(":memory:")
    connection.create_module("m", module, use_bestindex_object=True)
    connection.execute("CREATE VIRTUAL TABLE v USING m; CREATE TABLE t(x, y); INSERT INTO t VALUES (1, 2)")
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        if line.startswith(("? ", "! ", "= ")) or line == "!":
            continue
        out.append(line)
        if line.startswith("== "):
            module.way = line[3:]
        elif line.startswith("> "):
            module.calls = []
            rows = len(list(connection.execute(line[2:], can_cache=False)))
            out += once(call.rstrip() for call in module.calls) + ["= %d" % rows]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


main()
