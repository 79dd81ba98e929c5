#!/usr/bin/env python3
"""Make seed files for the parser fuzzer from the statements that scripts/parser_corpus.py --dump wrote.

  seeds.py DUMP FOLDER [COUNT]

Takes short statements, spread over the whole dump, one file each.
"""
import hashlib
import os
import random
import sys

dump, folder = sys.argv[1], sys.argv[2]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
statements = sorted({s for s in open(dump, 'rb').read().split(b'\0') if 0 < len(s) <= 300})
random.Random(1).shuffle(statements)
os.makedirs(folder, exist_ok=True)
for statement in statements[:count]:
    with open(os.path.join(folder, hashlib.sha1(statement).hexdigest()[:16]), 'wb') as out:
        out.write(statement)
print(len(statements[:count]), 'seeds')
