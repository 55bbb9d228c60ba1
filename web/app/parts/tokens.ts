// Code in, tokens out. The highlighter makes HTML of what it finds unless it is given something else to write to.
import hljs from 'highlight.js/lib/core';
import type { Emitter } from 'highlight.js';

export interface Token {
  readonly name: TokenName;
  /** In the text, in UTF-16 units; `end` is behind the last one. */
  readonly start: number;
  readonly end: number;
}

// What style has a colour for, and the highlighter's scopes that it stands for. A scope of several parts
// (`title.function.invoke`) is looked up with ever fewer of them.
const kScopes = {
  comment: 'comment quote doctag',
  keyword: 'keyword selector-tag name',
  string: 'string regexp char link code formula',
  number: 'number literal symbol bullet',
  type: 'type built_in class title.class selector-class selector-id selector-pseudo',
  function: 'title section',
  property: 'attr attribute property variable template-variable selector-attr',
  meta: 'meta',
  addition: 'addition',
  deletion: 'deletion',
};

export type TokenName = keyof typeof kScopes;

const tokenNames = new Map<string, TokenName>();
for (const name of Object.keys(kScopes) as TokenName[]) {
  for (const scope of kScopes[name].split(' ')) tokenNames.set(scope, name);
}

/** In the order of the text, none over another. `language` has been loaded. */
export function tokensOf(text: string, language: string): readonly Token[] {
  const { _emitter: recorder } = hljs.highlight(text, { language, ignoreIllegals: true });
  return recorder instanceof Recorder ? recorder.tokens : [];
}

class Recorder implements Emitter {
  readonly tokens: Token[] = [];
  private position = 0;
  private readonly open: (TokenName | undefined)[] = [];

  addText(text: string): void {
    const start = this.position;
    this.position += text.length;
    const name = this.open.at(-1);
    if (name !== undefined) this.add({ name, start, end: this.position });
  }

  startScope(scope: string): void {
    this.open.push(scope === 'subst' ? undefined : (tokenNameOf(scope) ?? this.open.at(-1)));
  }

  endScope(): void {
    this.open.pop();
  }

  // What the highlighter calls as well.
  openNode(scope: string): void {
    this.startScope(scope);
  }
  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: Emitter): void {
    if (!(inner instanceof Recorder)) return;
    for (const { name, start, end } of inner.tokens) {
      this.add({ name, start: this.position + start, end: this.position + end });
    }
    this.position += inner.position;
  }

  finalize(): void {}

  toHTML(): string {
    return '';
  }

  private add(token: Token): void {
    const last = this.tokens.at(-1);
    if (last?.name === token.name && last.end === token.start) {
      this.tokens[this.tokens.length - 1] = { ...last, end: token.end };
    } else if (token.end > token.start) {
      this.tokens.push(token);
    }
  }
}

function tokenNameOf(scope: string): TokenName | undefined {
  const parts = scope.split('.');
  for (; parts.length > 0; parts.pop()) {
    const name = tokenNames.get(parts.join('.'));
    if (name !== undefined) return name;
  }
  return undefined;
}

hljs.configure({ __emitter: Recorder });
