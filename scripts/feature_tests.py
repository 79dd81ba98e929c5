#!/usr/bin/env python3
"""Writes spec/dialect/features.md and spec/dialect/features/PAGE.md: which tests hold each feature of the pages of spec/dialect.

  feature_tests.py [--check] [--shared FOLDER]

The link is mechanical. A test is the text of a recorded case (Tests/Cases), of a Swift `@Test`, or of a case of the corpora. It holds
  done, refused  when it has every distinctive word of the example: keywords and names that are called, without the common ones
  error          when it has the message, whatever the names in it
Words say that a test uses what the feature uses, not that it asks the same. Where an example has no distinctive word, or a test asks
with other words, a recorded case says so itself: a line `-- holds PAGE: FEATURE` in it. A line that names no feature is an error. Without the folder of the corpora (default
../shared) their column stays as it was, and --check leaves it out. --check fails when a file is not as it would be written.
"""
import argparse
import glob
import json
import os
import re
import sys

from dialect_pages import ROOT, code, page_files, rows_of

OVERVIEW = os.path.join(ROOT, 'spec/dialect/features.md')
FOLDER = os.path.join(ROOT, 'spec/dialect/features')
# Of a longer test of the corpora only so much is read.
LONGEST = 20_000
COMMON = set('select from where insert into values create table as and or on by set update delete t u v n w r i a b c x y z k '
             'null text integer'.split())
TOKEN = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|[A-Za-z_]\w*\s*\(?|->>?|\|\||<<|>>|==|<>|!=|[&~]")
HOLDS = re.compile(r'^-- holds (.+)$', re.M)
KEYWORDS = set("""abort action add after all alter always analyze asc attach autoincrement before begin between cascade case cast check collate
column commit conflict constraint cross current current_date current_time current_timestamp database default deferrable deferred desc
detach distinct do drop each else end escape except exclude exclusive exists explain fail filter first following for foreign full generated glob group
groups having if ignore immediate in index indexed initially inner instead intersect is isnull join key last left like limit match materialized
natural no not nothing notnull nulls of offset order others outer over partition plan pragma preceding primary query raise range recursive
references regexp reindex release rename replace restrict returning right rollback row rows savepoint schema strict temp temporary then ties to
transaction trigger unbounded union unique using vacuum view virtual when window with without rowid stored nocase rtrim binary""".split())


def words(text):
    """The keywords, names with a parenthesis, pragma names and operators of a text."""
    found = set()
    for piece in TOKEN.findall(text):
        if piece[0] in '\'"' or piece.startswith('--'):
            continue
        word = piece.rstrip('( \n\t').lower()
        if not (piece[0].isalpha() or piece[0] == '_') or word in KEYWORDS:
            found.add(word)
        elif piece.endswith('('):
            found.add(word + '(')
    found.update('pragma ' + name.lower() for name in re.findall(r'\bpragma\s+(?:\w+\.)?(\w+)', text, re.I))
    return {word for word in found if word.rstrip('(') not in COMMON}


def message(row):
    """A pattern for an error's message: names of the example may be any others."""
    text = code(row.words) or row.words
    names = set(re.findall(r'\w+', row.example))
    return re.compile(''.join(r'[\w."]+' if part in names and part.lower() not in KEYWORDS else re.escape(part)
                              for part in re.split(r'(\w+)', text)))


def recorded():
    for path in sorted(glob.glob(os.path.join(ROOT, 'Tests/Cases/*.sql'))):
        with open(path, encoding='utf-8') as file:
            for part in file.read().split('\n-- case ')[1:]:
                yield f'{os.path.basename(path)[:-4]}: {part.split(chr(10), 1)[0]}', part.split('\n', 1)[1]


def swift_tests():
    for path in sorted(glob.glob(os.path.join(ROOT, 'Tests/*Tests/**/*.swift'), recursive=True)):
        with open(path, encoding='utf-8') as file:
            for part in file.read().split('@Test')[1:]:
                name = re.search(r'func (`[^`]+`|\w+)', part)
                if name:
                    texts = '\n'.join(re.findall(r'"""(.*?)"""|"((?:[^"\\\n]|\\.)*)"', part, re.S) and
                                      [a or b for a, b in re.findall(r'"""(.*?)"""|"((?:[^"\\\n]|\\.)*)"', part, re.S)])
                    yield f"{os.path.basename(path)[:-6]}.{name[1].strip('`')}", texts


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value if isinstance(value, list) else value.values():
            yield from strings(part)


def corpora(shared):
    for folder in ('sqltests', 'tcl-traces'):
        for path in sorted(glob.glob(os.path.join(shared, 'conformance', folder, '*.jsonl'))):
            with open(path, encoding='utf-8') as file:
                for line in file:
                    yield f'{folder}/{os.path.basename(path)[:-6]}', '\n'.join(strings(json.loads(line)))[:LONGEST]


def indexed(tests):
    return [(name, text, words(text)) for name, text in tests]


def named(row):
    """A feature as a case names it."""
    return f'{os.path.basename(row.page)[:-3]}: {row.feature}'


def stray(pages, cases):
    """The names in lines `-- holds` that are those of no feature."""
    known = {named(row) for page in pages for row in rows_of(page)}
    return [(name, held) for name, text, _ in cases for held in HOLDS.findall(text) if held not in known]


def holding(row, tests):
    if row.state == 'error':
        pattern = message(row)
        literal = max(re.split(r'\[\\w."\]\+', pattern.pattern), key=len).replace('\\', '')
        names = [name for name, text, _ in tests if literal in text and pattern.search(text)]
    else:
        wanted = words(row.example)
        names = [name for name, _, has in tests if wanted and wanted <= has]
    names += [name for name, text, _ in tests if named(row) in HOLDS.findall(text)]
    return list(dict.fromkeys(names))


def cell(names):
    text = ', '.join(names[:2]) + (' and more' if len(names) > 2 else '')
    return text.replace('|', '\\|') or '–'


def written(shared):
    """The text of each file that is written, by its path: the overview, and one for each page that has rows."""
    tests = indexed(recorded()), indexed(swift_tests()), indexed(corpora(shared))
    for name, held in stray(page_files(), tests[0]):
        sys.exit(f'case {name} holds "{held}", which is no feature')
    overview = ['# Feature → test', '',
                'Written by `scripts/feature_tests.py`, which says what the link means: a test has the words of the feature\'s example, or its error.',
                'Each example is a test itself, run by `scripts/dialect.py`. The column `example only` counts the features that no recorded case and no Swift test of this',
                'repository has: their example is all that holds them.', '',
                '| page | features | recorded cases | Swift tests | example only | corpora |', '|---|---|---|---|---|---|']
    files, total, bare = {}, 0, 0
    for page in page_files():
        rows = rows_of(page)
        if not rows:
            continue
        found = [[holding(row, kind) for kind in tests] for row in rows]
        only = [row.feature for row, names in zip(rows, found) if not (names[0] or names[1])]
        total, bare = total + len(rows), bare + len(only)
        name = os.path.basename(page)[:-3]
        counts = [len(rows)] + [sum(1 for names in found if names[kind]) for kind in range(3)]
        overview.append(f'| [{name}](features/{name}.md) | ' + ' | '.join(map(str, counts[:3] + [len(only), counts[3]])) + ' |')
        text = [f'# [{name}]({os.path.relpath(page, FOLDER)}): feature → test', '', 'Written by `scripts/feature_tests.py`; [what the link means](../features.md).', '',
                '| feature | recorded cases | Swift tests | corpora |', '|---|---|---|---|']
        text += ['| ' + ' | '.join([row.feature.replace('|', '\\|')] + [cell(part) for part in names]) + ' |' for row, names in zip(rows, found)]
        text += ['', 'Held by the example only: ' + ('; '.join(only) if only else 'none') + '.']
        files[os.path.join(FOLDER, name + '.md')] = text
    overview += ['', f'{total} features, {bare} of them in no recorded case and no Swift test.']
    return {OVERVIEW: overview} | files


def local(text):
    """The columns that need no corpora."""
    return [line.rsplit(' | ', 1)[0] if line.startswith('| ') else line for line in text]


def there():
    """The files as they are."""
    files = {}
    for path in [OVERVIEW] + glob.glob(os.path.join(FOLDER, '*.md')):
        if os.path.exists(path):
            with open(path, encoding='utf-8') as file:
                files[path] = file.read().rstrip('\n').split('\n')
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--shared', default=os.environ.get('APUS_SHARED', os.path.join(ROOT, '../shared')))
    options = parser.parse_args()
    complete = os.path.isdir(os.path.join(options.shared, 'conformance'))
    old, new = there(), written(options.shared)
    part = (lambda text: text) if complete else local
    stale = sorted(path for path in old | new if part(old.get(path, [])) != part(new.get(path, [])))
    if options.check:
        for path in stale:
            print(f'{os.path.relpath(path, ROOT)} is to be written anew')
        print(f'features: {len(new) - len(stale)} passed, {len(stale)} failed')
        sys.exit(bool(stale))
    if stale and not complete:
        sys.exit('the corpora are needed to write the files')
    os.makedirs(FOLDER, exist_ok=True)
    for path in stale:
        if path not in new:
            os.remove(path)
            continue
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(new[path]) + '\n')
    print(new[OVERVIEW][-1])


main()
