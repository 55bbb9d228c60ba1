interface Connection {
  readonly saveData?: boolean;
}

/** Whether the reader asked for fewer bytes: then nothing is fetched on a guess. */
export function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: Connection };
  return connection?.saveData === true;
}
