// From places in a text to places in the document, where the text of an element may be spread over several nodes.
import type { Token, TokenName } from './tokens.ts';

interface Piece {
  readonly node: Node;
  /** Of the node's text in the whole, in UTF-16 units. */
  readonly start: number;
}

/** `tokens` are of the element's whole text, in order. */
export function rangesOf(element: Element, tokens: readonly Token[]): Map<TokenName, StaticRange[]> {
  const pieces = piecesOf(element);
  let current = 0;
  const pieceWith = (position: number): Piece | undefined => {
    while ((pieces[current + 1]?.start ?? Infinity) <= position) ++current;
    return pieces[current];
  };
  const ranges = new Map<TokenName, StaticRange[]>();
  for (const { name, start, end } of tokens) {
    const first = pieceWith(start);
    const last = pieceWith(end - 1);
    if (!first || !last) break;
    const range = new StaticRange({
      startContainer: first.node,
      startOffset: start - first.start,
      endContainer: last.node,
      endOffset: end - last.start,
    });
    const others = ranges.get(name);
    if (others) others.push(range);
    else ranges.set(name, [range]);
  }
  return ranges;
}

function piecesOf(element: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, start });
    start += node.nodeValue?.length ?? 0;
  }
  return pieces;
}
