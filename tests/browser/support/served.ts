/** What the servers serve: URLs by server, place and site, such as `nginx sub blog`, and the folders of the built ones. */
export interface Served {
  readonly urls: Record<string, string>;
  readonly folders: Readonly<Record<string, string>>;
}

const kVariable = 'DAYBOOK_SERVED';

/** From the process that started the servers to those that run the tests. */
export function publish(served: Served): void {
  process.env[kVariable] = JSON.stringify(served);
}

export function served(): Served {
  const text = process.env[kVariable];
  if (text === undefined) throw new Error('the servers have not been started');
  return JSON.parse(text) as Served;
}

/** Where a site lies that was built, by its name in servers.ts. */
export function folderOf(site: string): string {
  const folder = served().folders[site];
  if (folder === undefined) throw new Error(`nobody has built ${site}`);
  return folder;
}
