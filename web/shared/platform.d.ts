// What pages and workers both offer and this folder uses. TypeScript declares it only together with a whole realm, and
// with `dom` in reach `document` would compile here.

declare namespace WebAssembly {
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  type Imports = Record<string, Record<string, (...parameters: number[]) => number | void>>;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
