"""Makes a large blog out of a real one: posts whose blocks are drawn from two real posts, by a seed.

As a command: tests/bench/resample.py FROM TO COUNT [SEED]
"""
import random
import re
import sys
from datetime import date, timedelta
from pathlib import Path

FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)
FENCE = re.compile(r" {0,3}(```+|~~~+)")


def blocks_of(text):
    """A post's text as blocks: what blank lines outside code fences part."""
    blocks, lines, fence = [], [], ""
    for line in FRONT_MATTER.sub("", text).splitlines():
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip().startswith(fence):
            fence = ""
        if line.strip() or fence:
            lines.append(line)
        elif lines:
            blocks.append("\n".join(lines))
            lines = []
    if lines:
        blocks.append("\n".join(lines))
    return blocks


def real_posts(folder):
    """The blocks of every Markdown post below a folder that has some text."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(folder).rglob("*.md")))
    return [blocks for blocks in map(blocks_of, texts) if len(blocks) > 2]


def resample(source, target, count, seed=1):
    """Writes `count` posts into target/posts, one a day back from 2026-01-01, each as long as a real one."""
    chance = random.Random(seed)
    posts = real_posts(source)
    words = sorted({word for blocks in posts for word in re.findall(r"[a-z]{4,12}", blocks[0])})
    tags = chance.sample(words, 60)
    folder = Path(target) / "posts"
    folder.mkdir(parents=True)
    (Path(target) / "site.json").write_text('{"title": "Resampled", "url": "https://bench.example/"}\n')
    for number in range(count):
        base, other = chance.sample(posts, 2)
        blocks = [chance.choice(other) if chance.random() < 0.2 else block for block in base]
        title = " ".join(chance.sample(words, chance.randint(3, 8))).capitalize()
        day = date(2026, 1, 1) - timedelta(days=number)
        front = f'title: "{title}"\ndate: {day}\ntags: [{", ".join(chance.sample(tags, 3))}]'
        text = f"---\n{front}\n---\n\n" + "\n\n".join(blocks) + "\n"
        (folder / f"post-{number:06}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    resample(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
