#!/usr/bin/env python3
"""Record which calls SQLite makes to an authorizer while it prepares statements.

The file (default: Tests/Authorization/calls.txt) holds blocks: `== SETUP` lines with a script that is run first and holds until the next one,
then statements, each a line `> SQL` (`~ SQL`: the order and number of calls are not compared; `! SQL`: Apus is known to call otherwise), and behind it what SQLite calls: `ACTION|third|fourth|database|trigger or view`, `-` for NULL, and at last
`= error` when preparing fails. The calls are written anew, everything else stays. An answer other than allow is asked for in front of the
statement: `? deny ACTION third fourth` or `? ignore …`, where `*` is anything.
"""

import sys
import apsw

NAMES = {
    value: name.removeprefix("SQLITE_")
    for name, value in apsw.mapping_authorizer_function.items()
    if isinstance(name, str)
}


def record(setup, statement, answers):
    connection = apsw.Connection(":memory:")
    connection.execute(setup)
    calls = []

    def authorizer(action, third, fourth, database, trigger):
        name = NAMES[action]
        calls.append("|".join([name] + ["-" if item is None else item for item in (third, fourth, database, trigger)]))
        for answer, wanted in answers:
            actual = (name, third or "-", fourth or "-")
            if all(one in ("*", other) for one, other in zip(wanted, actual)):
                return {"deny": apsw.SQLITE_DENY, "ignore": apsw.SQLITE_IGNORE}[answer]
        return apsw.SQLITE_OK

    connection.authorizer = authorizer
    try:
        # EXPLAIN prepares, and runs nothing of the statement.
        connection.execute("EXPLAIN " + statement, can_cache=False)
    except apsw.Error as error:
        calls.append(f"= {error.result}: {error}" if hasattr(error, "result") else f"= {error}")
    connection.authorizer = None
    connection.close()
    return calls


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "Tests/Authorization/calls.txt"
    setup, in_setup, answers, out = [], False, [], []
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        if line == "== SETUP":
            setup, in_setup = [], True
            out.append(line)
        elif line[:2] in ("> ", "~ ", "! "):
            in_setup = False
            out.append(line)
            out += record("\n".join(setup), line[2:], answers)
            answers = []
        elif line.startswith("? "):
            in_setup = False
            out.append(line)
            words = line.split()
            answers.append((words[1], (words[2:] + ["*", "*", "*"])[:3]))
        elif line.startswith("#") or line == "":
            out.append(line)
        elif in_setup:
            setup.append(line)
            out.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


main()
