"""Finds the structures of a SQLite database, journal or log in their bytes, so that damage can be aimed at them.

`sites(data)` and its kin return {class: [(offset, length), …]}: every place in the file that holds a header field, a cell
pointer, a child pointer, and so on. What cannot be parsed is left out; nothing here raises on a damaged file.
Format: https://www.sqlite.org/fileformat2.html
"""
import struct

HEADER_FIELDS = [(0, 16), (16, 2), (18, 1), (19, 1), (20, 1), (21, 1), (22, 1), (23, 1), (24, 4), (28, 4), (32, 4), (36, 4),
                 (40, 4), (44, 4), (48, 4), (52, 4), (56, 4), (60, 4), (64, 4), (68, 4), (92, 4), (96, 4)]


def varint(data, at):
    value = 0
    for i in range(9):
        byte = data[at + i]
        if i == 8:
            return value << 8 | byte, 9
        value = value << 7 | byte & 0x7f
        if byte < 0x80:
            return value, i + 1


def be32(data, at):
    return struct.unpack_from('>I', data, at)[0]


def be16(data, at):
    return struct.unpack_from('>H', data, at)[0]


class Database:
    """Walks freelist, pointer map, and every tree that the schema table names."""

    def __init__(self, data):
        self.data = data
        self.found = {'database header': list(HEADER_FIELDS)}
        self.seen = set()
        size = be16(data, 16)
        self.page_size = 65536 if size == 1 else size
        self.usable = self.page_size - data[20]
        self.pages = len(data) // self.page_size
        roots = []
        self.tree(1, roots)
        for root in roots:
            self.tree(root)
        self.freelist()
        if be32(data, 52):
            self.pointer_map()

    def note(self, kind, offset, length):
        self.found.setdefault(kind, []).append((offset, length))

    def enter(self, page):
        if not 1 <= page <= self.pages or page in self.seen:
            return None
        self.seen.add(page)
        return (page - 1) * self.page_size

    def tree(self, page, roots=None):
        base = self.enter(page)
        if base is None:
            return
        data = self.data
        head = base + (100 if page == 1 else 0)
        kind = data[head]
        if kind not in (2, 5, 10, 13):
            return
        for offset, length in ((0, 1), (1, 2), (3, 2), (5, 2), (7, 1)):
            self.note('page header', head + offset, length)
        interior = kind in (2, 5)
        cells = head + (12 if interior else 8)
        if interior:
            self.note('child pointer', head + 8, 4)
            self.tree(be32(data, head + 8), roots)
        block = be16(data, head + 1)
        for _ in range(100):
            if not block or block > self.usable - 4:
                break
            self.note('freeblock', base + block, 4)
            block = be16(data, base + block)
        for index in range(min(be16(data, head + 3), self.usable // 6)):
            at = cells + 2 * index
            self.note('cell pointer', at, 2)
            start = be16(data, at)
            if cells - base <= start <= self.usable - 4:
                try:
                    self.cell(base, base + start, kind, roots)
                except (IndexError, struct.error):
                    pass

    def cell(self, base, at, kind, roots):
        data = self.data
        child = None
        if kind in (2, 5):
            self.note('child pointer', at, 4)
            child = be32(data, at)
            at += 4
        if kind != 5:
            payload, length = varint(data, at)
            self.note('payload length', at, length)
            at += length
        if kind in (5, 13):
            _, length = varint(data, at)
            self.note('rowid', at, length)
            at += length
        if kind != 5:
            most = self.usable - 35 if kind == 13 else (self.usable - 12) * 64 // 255 - 23
            local = payload
            if payload > most:
                least = (self.usable - 12) * 32 // 255 - 23
                local = least + (payload - least) % (self.usable - 4)
                if local > most:
                    local = least
                if at + local + 4 <= base + self.usable:
                    self.note('overflow pointer', at + local, 4)
                    self.chain(be32(data, at + local))
            self.record(at, local, roots if kind == 13 else None)
        if child is not None:
            self.tree(child, roots)

    def record(self, at, local, roots):
        data = self.data
        size, length = varint(data, at)
        self.note('record header', at, min(size, local, 40))
        if roots is None:
            return
        types, position = [], at + length
        while position < at + size and len(types) < 5:
            value, length = varint(data, position)
            types.append(value)
            position += length
        body = at + size
        for column, serial in enumerate(types):
            width = (serial - 12) // 2 if serial >= 12 else [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][serial]
            if column == 3:
                roots.append(1 if serial == 9 else int.from_bytes(data[body:body + width], 'big'))
            if width:
                self.note('schema root' if column == 3 else 'schema text', body, max(1, min(width, at + local - body)))
            body += width

    def chain(self, page):
        for _ in range(self.pages):
            base = self.enter(page)
            if base is None:
                return
            self.note('overflow chain', base, 4)
            page = be32(self.data, base)

    def freelist(self):
        page = be32(self.data, 32)
        for _ in range(self.pages):
            base = self.enter(page)
            if base is None:
                return
            self.note('freelist', base, 4)
            self.note('freelist', base + 4, 4)
            for index in range(min(be32(self.data, base + 4), self.usable // 4 - 2)):
                self.note('freelist', base + 8 + 4 * index, 4)
            page = be32(self.data, base)

    def pointer_map(self):
        entries = self.usable // 5
        lock = 0x40000000 // self.page_size + 1
        for page in range(2, self.pages + 1, entries + 1):
            base = (page + (page == lock) - 1) * self.page_size
            for index in range(min(entries, self.pages - page)):
                self.note('pointer map', base + 5 * index, 1)
                self.note('pointer map', base + 5 * index + 1, 4)


def database_sites(data):
    return Database(data).found


def journal_sites(data):
    """The headers of a rollback journal's segments, and each record's page number and checksum."""
    found = {'journal header': [], 'journal record': []}
    at = 0
    sector, page = be32(data, 20), be32(data, 24)
    while at + 28 <= len(data) and data[at:at + 8] == b'\xd9\xd5\x05\xf9\x20\xa1\x63\xd7':
        found['journal header'] += [(at, 8)] + [(at + o, 4) for o in (8, 12, 16, 20, 24)]
        count = be32(data, at + 8)
        at += sector
        for _ in range(min(count, (len(data) - at) // (page + 8))):
            found['journal record'] += [(at, 4), (at + 4 + page, 4)]
            at += page + 8
        at = (at + sector - 1) // sector * sector
    return found


def log_sites(data):
    """The header of a write-ahead log and those of its frames."""
    page = be32(data, 8)
    found = {'log header': [(o, 4) for o in range(0, 32, 4)], 'frame header': []}
    for at in range(32, len(data) - 23, page + 24):
        found['frame header'] += [(at + o, 4) for o in range(0, 24, 4)]
    return found


def log_checksum(data, first=0, second=0, big=False):
    words = struct.unpack(('>' if big else '<') + '%dI' % (len(data) // 4), data)
    for i in range(0, len(words), 2):
        first = (first + words[i] + second) & 0xffffffff
        second = (second + words[i + 1] + first) & 0xffffffff
    return first, second


def seal_log(data):
    """Makes the checksums of a log and its frames right again, so that damage in its pages is read."""
    out = bytearray(data)
    page = be32(data, 8)
    big = bool(be32(data, 0) & 1)
    first, second = log_checksum(bytes(out[:24]), big=big)
    struct.pack_into('>II', out, 24, first, second)
    for at in range(32, len(out) - 24 - page + 1, page + 24):
        if out[at + 8:at + 16] != out[16:24]:
            break
        first, second = log_checksum(bytes(out[at:at + 8]) + bytes(out[at + 24:at + 24 + page]), first, second, big)
        struct.pack_into('>II', out, at + 16, first, second)
    return bytes(out)
