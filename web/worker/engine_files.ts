// The files of the engine that this worker belongs to, put in by scripts/engine.mjs: a new engine is a new worker.

interface EngineList {
  /** Named by what the files hold. */
  readonly id: string;
  readonly core: string;
  /** What pages cannot do without. */
  readonly needed: readonly string[];
  /** The SHA-256 of every file in base64url, by its site path. */
  readonly files: Readonly<Record<string, string>>;
}

declare const DAYBOOK_ENGINE: EngineList;

export const engineId = DAYBOOK_ENGINE.id;
export const coreFile = DAYBOOK_ENGINE.core;
export const neededFiles = DAYBOOK_ENGINE.needed;
export const engineFiles = DAYBOOK_ENGINE.files;
