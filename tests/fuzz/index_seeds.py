"""Copies the files of a search index to where a fuzzer finds them: index_seeds.py SITE/s CORPUS. Each loses its seal and
gets the two bytes that tests/fuzz/search_files.cc begins with."""
import sys
from pathlib import Path

SEAL_BYTES = 8
READERS = {"t": 0, "l": 0, "positions": 1, "root": 2, "c": 3, "f": 4, "w": 5}
MOST_OF_A_KIND = 12

index, corpus = map(Path, sys.argv[1:])
copied = {}
for file in sorted(index.rglob("*.dbs")):
    is_root = file.parent == index
    kind = "root" if is_root else "positions" if "-" in file.stem else file.stem[0]
    copied[kind] = copied.get(kind, 0) + 1
    if copied[kind] > MOST_OF_A_KIND:
        continue
    content = file.read_bytes()[0 if is_root else SEAL_BYTES:]
    # Between 33 and 48 documents, as the blog has.
    (corpus / f"{kind}-{copied[kind]}").write_bytes(bytes([READERS[kind], 2]) + content)
