#!/usr/bin/env python3
"""Compares EXPLAIN QUERY PLAN of Apus with that of SQLite 3.51.3 for queries of the conformance corpora.

  query_plans.py --apusdb EXECUTABLE --shared FOLDER --check       the committed list, Tests/Conformance/query-plans.json
  query_plans.py … --draw [--seed N]                               draws 300 queries anew and writes the list
  query_plans.py … --update                                        writes what the list's queries are now
  query_plans.py … --all [--show N] [--filter REGEX]               every query; how the plans differ, by frequency

A plan is its tree: the texts of the lines and how they are nested. The list names queries by file, case and step and holds
nothing of their text. `equal`: the plans are the same. `differs`: they are not; then it tells how, the digest of Apus's plan,
and `ratio`, the time that Apus takes for the query over the time that SQLite takes for it, both on the data of the case in
the run that made the list, each the best of several and without what `SELECT 1` takes. At most 1.1 is "not slower".

--check fails when a query that was equal is not, when one that differs has got another plan (then --update measures it
anew), and when a query of the list is not found. It measures nothing, so that its answer does not depend on the machine's load.
"""
import argparse
import collections
import hashlib
import json
import multiprocessing
import os
import random
import re
import sys
import tempfile
import time

import apsw

from apus_driver import DatabaseError, Driver, DriverGone, DriverHangs

LIST = os.path.join(os.path.dirname(__file__), '..', 'Tests', 'Conformance', 'query-plans.json')
SEED = 20261129
COUNT = 300
# Of one file of the corpora at most so many queries are looked at: sqllogictest's files repeat a few forms thousands of times.
PER_FILE = 600


class Step:
    """One statement of a case: what names it, its text, and whether it is a query whose plan is compared."""
    __slots__ = ('name', 'sql', 'opens')

    def __init__(self, name, sql, opens=False):
        self.name, self.sql, self.opens = name, sql, opens

    @property
    def is_query(self):
        return bool(re.match(r'\s*(SELECT|WITH)\b', self.sql, re.I)) and bool(re.search(r'\bFROM\b', self.sql, re.I)) \
            and not re.search(r'\b(INSERT|UPDATE|DELETE|REPLACE)\b', self.sql.split('(')[0], re.I)

    @property
    def is_read(self):
        return bool(re.match(r'\s*(SELECT|VALUES|EXPLAIN)\b', self.sql, re.I))


def corpus_files(shared):
    """The files of the corpora, relative to their folder."""
    found = []
    root = os.path.join(shared, 'conformance')
    for corpus in ('sqltests', 'tcl-traces', 'sqllogictest'):
        for folder, folders, names in os.walk(os.path.join(root, corpus)):
            folders[:] = sorted(name for name in folders if name != 'fixtures')
            found += [os.path.relpath(os.path.join(folder, name), root) for name in sorted(names)
                      if name.endswith(('.jsonl', '.test'))]
    return found


def text_of(value):
    return value if isinstance(value, str) else bytes.fromhex(value['text_hex']).decode('utf-8', 'surrogateescape')


def cases_of(shared, file):
    """(name, fixture's statements, steps, is read only) of each case of a file."""
    path = os.path.join(shared, 'conformance', file)
    if file.endswith('.test'):
        yield '', [], logic_steps(path), False
        return
    for line in open(path, encoding='utf-8', newline='\n'):
        if not line.strip():
            continue
        case = json.loads(line)
        fixture = []
        if 'fixture' in case:
            name = os.path.join(os.path.dirname(path), 'fixtures', case['fixture'] + '.jsonl')
            fixture = [text_of(json.loads(text)) for text in open(name, encoding='utf-8') if text.strip()]
        steps = [Step(number, '' if 'open' in step else text_of(step['sql']), 'open' in step)
                 for number, step in enumerate(case['steps'])]
        yield case['id'], fixture, steps, bool(case.get('readonly'))


def logic_steps(path):
    """The statements and queries of a sqllogictest file; they are named by their lines."""
    steps, conditions = [], []
    lines = open(path, encoding='utf-8', errors='surrogateescape').read().replace('\r\n', '\n').split('\n')
    number = 0
    while number < len(lines):
        words = lines[number].split('#', 1)[0].split()
        number += 1
        if not words or words[0] == 'hash-threshold':
            continue
        if words[0] == 'halt':
            if all((word == 'onlyif') == (engine == 'sqlite') for word, engine in conditions):
                break
            conditions = []
        elif words[0] in ('skipif', 'onlyif'):
            conditions.append((words[0], words[1]))
        elif words[0] in ('statement', 'query'):
            start, text = number, []
            while number < len(lines) and lines[number].strip() and lines[number] != '----':
                text.append(lines[number])
                number += 1
            while number < len(lines) and lines[number].strip():
                number += 1
            if all((word == 'onlyif') == (engine == 'sqlite') for word, engine in conditions):
                steps.append(Step(start, '\n'.join(text)))
            conditions = []
    return steps


def tree(rows):
    """The lines of a plan from rows of (id, parent, …, text), each indented by its depth."""
    children = collections.defaultdict(list)
    for row in rows:
        children[row[1]].append(row)
    lines = []

    def add(parent, depth):
        for row in children[parent]:
            lines.append('  ' * depth + row[3])
            add(row[0], depth + 1)

    add(0, 0)
    return lines


class SQLite:
    """The oracle, in process."""

    def open(self, path):
        self.connection = apsw.Connection(path)

    def execute(self, sql):
        try:
            return list(self.connection.execute(sql, can_cache=False))
        except (apsw.Error, UnicodeError):
            return None

    def close(self):
        self.connection = None


class Apus:
    """The driver of the shell."""

    def __init__(self, apusdb):
        self.driver = Driver(apusdb, timeout=30)

    def open(self, path):
        self.driver.open(path)

    def execute(self, sql):
        try:
            sql.encode()
        except UnicodeError:
            sql = {'text_hex': sql.encode('utf-8', 'surrogateescape').hex()}
        try:
            return self.driver.sql(sql)
        except DatabaseError:
            return None

    def close(self):
        self.driver.close()


class Replay:
    """Replays cases in both engines."""

    def __init__(self, options):
        self.options = options
        self.sqlite, self.apus = SQLite(), Apus(options.apusdb)
        self.folder = tempfile.TemporaryDirectory(dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None)
        self.loaded = None
        # Cases attach files by relative names.
        os.chdir(self.folder.name)

    def both(self, sql):
        return self.sqlite.execute(sql), self.apus.execute(sql)

    def begin(self, fixture, steps, is_read_only):
        key = json.dumps(fixture) if fixture and is_read_only else None
        if key and key == self.loaded:
            return
        self.loaded = key
        self.paths = [':memory:'] * 2
        if any(step.opens for step in steps):
            self.paths = [os.path.join(self.folder.name, name) for name in ('sqlite.db', 'apus.db')]
        for engine in (self.sqlite, self.apus):
            engine.open(':memory:')
        for name in os.listdir(self.folder.name):
            if not os.path.isdir(os.path.join(self.folder.name, name)):
                os.remove(os.path.join(self.folder.name, name))
        self.open()
        for sql in fixture:
            self.both(sql)

    def open(self):
        self.sqlite.open(self.paths[0])
        self.apus.open(self.paths[1])

    def plans(self, case, wanted):
        """(step, SQLite's plan, Apus's plan) of the queries of a case that `wanted` holds for."""
        _, fixture, steps, is_read_only = case
        last = max((number for number, step in enumerate(steps) if wanted(step)), default=-1)
        if last < 0:
            return
        self.begin(fixture, steps, is_read_only)
        for step in steps[:last + 1]:
            if step.opens:
                self.open()
                continue
            if step.is_query and wanted(step):
                left, right = self.both('EXPLAIN QUERY PLAN ' + step.sql)
                # What SQLite refuses, and what reads no table, has no plan to compare.
                if left and any(re.match('(SCAN|SEARCH) (?!CONSTANT)', row[3]) for row in left):
                    yield step, tree(left), tree(right) if right is not None else None
            if not step.is_read:
                self.both(step.sql)

    def close(self):
        self.apus.close()


def file_plans(replay, shared, file, wanted=None):
    """(case, step, plan, plan) of the queries of a file: those in `wanted`, or a sample of all."""
    cases = list(cases_of(shared, file))
    if wanted is None:
        names = [(case[0], step.name) for case in cases for step in case[2] if step.is_query]
        if len(names) > PER_FILE:
            names = random.Random(SEED).sample(names, PER_FILE)
        wanted = set(names)
    for case in cases:
        try:
            for step, left, right in replay.plans(case, lambda step: (case[0], step.name) in wanted):
                yield case[0], step, left, right
        except (DriverGone, DriverHangs) as error:
            replay.loaded = None
            print(f'{file} {case[0]}: {type(error).__name__} {error}', file=sys.stderr)


def look_at(task):
    options, file, wanted = task
    replay = Replay(options)
    found = [(file, case, step.name, step.sql, left, right)
             for case, step, left, right in file_plans(replay, options.shared, file, wanted)]
    replay.close()
    return found


def everything(options, wanted=None):
    """The queries of all files, or of those in `wanted` (file → names)."""
    files = corpus_files(options.shared) if wanted is None else sorted(wanted)
    if options.filter:
        files = [file for file in files if re.search(options.filter, file)]
    order = sorted(files, key=lambda file: -os.path.getsize(os.path.join(options.shared, 'conformance', file)))
    tasks = [(options, file, None if wanted is None else wanted[file]) for file in order]
    with multiprocessing.Pool(2) as pool:
        found = [query for queries in pool.imap_unordered(look_at, tasks) for query in queries]
    return sorted(found, key=lambda query: (query[0], str(query[1]), query[2]))


def sort_of(left, right):
    """How two plans differ: their first lines that do, without names."""
    if right is None:
        return 'refused'

    def plain(line):
        line = re.sub(r'\((.*)\)$', lambda found: '(' + re.sub(r'[\w<>"]+(?=[=<>]\?)|(?<=ANY\()[^)]*', 'c', found[1]) + ')', line)
        line = re.sub(r'\b(SCAN|SEARCH|CO-ROUTINE|MATERIALIZE) (?!CONSTANT)(\S+)', r'\1 t', line)
        line = re.sub(r'(?<=INDEX )(?!\d)\S+', 'i', line)
        return re.sub(r'(?<=SUBQUERY )\d+', 'n', line)

    pairs = [(a, b) for a, b in zip(left + ['-'] * len(right), right + ['-'] * len(left)) if a != b]
    a, b = pairs[0]
    if plain(a) == plain(b):
        return plain(a).strip() + ' / other names'
    return plain(a).strip() + ' / ' + plain(b).strip()


def show_all(options):
    found = everything(options)
    sorts = collections.defaultdict(list)
    for query in found:
        if query[4] != query[5]:
            sorts[sort_of(query[4], query[5])].append(query)
    for sort, queries in sorted(sorts.items(), key=lambda item: -len(item[1])):
        files = collections.Counter(query[0] for query in queries)
        print(f'{len(queries):6} {sort}   {files.most_common(2)}')
        for file, case, name, sql, left, right in random.Random(1).sample(queries, min(options.show, len(queries))):
            print(f'    {file} {case} {name}\n      {" ".join(sql.split())[:700]}')
            for a in left:
                print(f'        S {a}')
            for b in right or ['refused']:
                print(f'        A {b}')
    same = sum(query[4] == query[5] for query in found)
    print(f'{len(found)} queries, {same} plans are equal, {100 * same / max(len(found), 1):.2f} %')


def features(sql, plan):
    """What a query is drawn for."""
    loops = [line for line in plan if re.match(r'\s*(SCAN|SEARCH)', line)]
    top = [line for line in plan if re.match(r'(SCAN|SEARCH)', line)]
    text = '\n'.join(plan)
    tests = {
        'join': len(top) > 1, 'outer join': 'JOIN' in text, 'wide join': len(top) > 3,
        'subquery': 'SUBQUERY' in text.replace('LEFT-MOST SUBQUERY', ''),
        'derived table': 'CO-ROUTINE' in text or 'MATERIALIZE' in text, 'compound': 'COMPOUND' in text or 'MERGE' in text,
        'aggregate': bool(re.search(r'\b(count|sum|avg|min|max|total)\s*\(|\bGROUP\s+BY\b', sql, re.I)),
        'group': bool(re.search(r'\bGROUP\s+BY\b', sql, re.I)), 'distinct': bool(re.search(r'\bDISTINCT\b', sql, re.I)),
        'common table': bool(re.match(r'\s*WITH\b', sql, re.I)), 'order': bool(re.search(r'\bORDER\s+BY\b', sql, re.I)),
        'or': bool(re.search(r'\bOR\b', sql, re.I)), 'or by indexes': 'MULTI-INDEX' in text,
        'in': bool(re.search(r'\bIN\s*\(', sql, re.I)), 'index': ' INDEX ' in text, 'covering index': 'COVERING' in text,
        'window': bool(re.search(r'\bOVER\b', sql, re.I)), 'scan': len(loops) == 1 and loops[0].strip().startswith('SCAN'),
    }
    return [name for name, holds in tests.items() if holds]


def draw(options):
    """Names of queries: as many for each feature, none twice, and of queries with one plan and one form but one."""
    generator = random.Random(options.seed)
    pools = collections.defaultdict(list)
    known = set()
    found = everything(options)
    generator.shuffle(found)
    for file, case, name, sql, left, _ in found:
        form = (re.sub(r'[\d.]+', '0', ' '.join(sql.split())), tuple(left))
        if form in known:
            continue
        known.add(form)
        for feature in features(sql, left):
            pools[feature].append((file, case, name))
    chosen = []
    while len(chosen) < COUNT and any(pools.values()):
        for feature in sorted(pools):
            while pools[feature]:
                query = pools[feature].pop()
                if query not in chosen:
                    chosen.append(query)
                    break
    return sorted(chosen[:COUNT], key=str)


def best(body, runs=15):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return min(times)


def state(replay, sql, left, right):
    """The entry of a query: its state now, measured where the plans differ."""
    if left == right:
        return {'state': 'equal'}
    entry = {'state': 'differs', 'how': sort_of(left, right), 'plan': digest(right)}
    if right is not None:
        took = [best(lambda: engine.execute(sql)) - best(lambda: engine.execute('SELECT 1'))
                for engine in (replay.sqlite, replay.apus)]
        entry['ratio'] = round(max(took[1], 0) / max(took[0], 1e-6), 2)
    return entry


def digest(plan):
    return hashlib.sha256('\n'.join(plan or ['refused']).encode()).hexdigest()[:12]


def by_file(names):
    wanted = collections.defaultdict(set)
    for file, case, name in names:
        wanted[file].add((case, name))
    return wanted


def update(options, names):
    """Writes the list."""
    entries = []
    replay = Replay(options)
    for file, wanted in sorted(by_file(names).items()):
        for case, step, left, right in file_plans(replay, options.shared, file, wanted):
            entries.append({'file': file, 'case': case, 'step': step.name, **state(replay, step.sql, left, right)})
    replay.close()
    with open(LIST, 'w', encoding='utf-8') as file:
        file.write('[\n' + ',\n'.join(json.dumps(entry, ensure_ascii=False) for entry in entries) + '\n]\n')
    same = sum(entry['state'] == 'equal' for entry in entries)
    slower = sum(entry.get('ratio', 0) > 1.1 for entry in entries)
    print(f'{len(entries)} queries: {same} equal, {len(entries) - same} differ, {slower} of them slower')


def check(options):
    """Compares the list with what is; answers whether all is as it says or better."""
    entries = {(entry['file'], entry['case'], entry['step']): entry for entry in json.load(open(LIST, encoding='utf-8'))}
    passed, missing = 0, set(entries)
    for file, case, name, _, left, right in everything(options, by_file(entries)):
        entry = entries[file, case, name]
        missing.discard((file, case, name))
        if left == right or entry['state'] == 'differs' and digest(right) == entry['plan']:
            passed += 1
            continue
        print(f'{file} {case} {name}: was {entry["state"]}, now', sort_of(left, right))
        print('\n'.join(['  SQLite'] + ['    ' + line for line in left] + ['  Apus'] + ['    ' + line for line in right or ['refused']]))
    for name in sorted(missing, key=str):
        print(*name, 'is not found')
    print(f'query plans: {passed} passed, {len(entries) - passed} failed')
    return passed == len(entries) == COUNT


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apusdb', required=True)
    parser.add_argument('--shared', default=os.environ.get('APUS_SHARED', '../shared'))
    parser.add_argument('--seed', type=int, default=SEED)
    parser.add_argument('--show', type=int, default=1)
    parser.add_argument('--filter')
    actions = parser.add_mutually_exclusive_group(required=True)
    for action in ('check', 'draw', 'update', 'all'):
        actions.add_argument('--' + action, action='store_true')
    options = parser.parse_args()
    if apsw.sqlite_lib_version() != '3.51.3':
        sys.exit('the oracle is not SQLite 3.51.3')
    options.apusdb, options.shared = os.path.abspath(options.apusdb), os.path.abspath(options.shared)
    global LIST
    LIST = os.path.abspath(LIST)
    if options.all:
        show_all(options)
    elif options.draw:
        update(options, draw(options))
    elif options.update:
        update(options, [(entry['file'], entry['case'], entry['step']) for entry in json.load(open(LIST, encoding='utf-8'))])
    else:
        sys.exit(not check(options))


if __name__ == '__main__':
    main()
