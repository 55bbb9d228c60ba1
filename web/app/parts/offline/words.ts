// The words of this part of the script; a page in another language brings its own.
import type { ShownPage } from '../../shown_page.ts';

const kEnglish = {
  offlineAll: 'The whole blog',
  offlineFull: 'There is no room left on this device.',
  offlineGone: 'There is no network.',
  offlineHere: 'On this device',
  offlineInstall: 'Install',
  offlineInstallHow: 'To install, choose “Add to Home Screen” or “Install” in the browser’s menu.',
  offlineKeep: 'Save for offline',
  offlineKeepSize: 'Save for offline ({size})',
  offlineKept: 'Saved for offline',
  offlineNewer: 'There is a newer version of this page.',
  offlinePause: 'Pause',
  offlineProgress: '{n} of {count} saved',
  offlineRemove: 'Remove',
  offlineRemoveAll: 'Remove everything',
  offlineResume: 'Resume',
  offlineRoom: 'Room taken',
  offlineShow: 'Show it',
  offlineStale: 'Saved copy, synced on {date}',
  offlineSynced: 'Last synced',
};

export type OfflineWord = keyof typeof kEnglish;

/** The text with what stands at its places, `{n}`. */
export function text(page: ShownPage, name: OfflineWord, places: Readonly<Record<string, string>> = {}): string {
  const whole = page.word(name, kEnglish[name]);
  return whole.replaceAll(/\{(\w+)\}/g, (_whole, place: string) => places[place] ?? '');
}

/** «12 kB», as the page's language writes it. */
export function sizeText(bytes: number): string {
  const [unit, amount] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const options = { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language(), options).format(amount);
}

export function timeText(milliseconds: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

function language(): string {
  return document.documentElement.lang || 'en';
}
