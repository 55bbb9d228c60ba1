// The list of keys, with the switch that turns the single ones off.
import type { ShownPage } from '../shown_page.ts';
import type { Word } from '../words.ts';
import { openDialog } from './dialog.ts';

export interface Choice {
  isOn(): boolean;
  turn(isOn: boolean): void;
}

const kKeys: readonly (readonly [meaning: Word, ...keys: string[]])[] = [
  ['searchEntries', '/', 'Ctrl K', '⌘ K'],
  ['previousEntry', '←'],
  ['nextEntry', '→'],
  ['switchTheme', 't'],
  ['showKeys', '?'],
  ['close', 'Esc'],
];

export function showKeys(page: ShownPage, singleKeys: Choice): void {
  const heading = element('h2', page.word('keys'));
  heading.id = 'keys-title';
  const list = document.createElement('dl');
  const isMirrored = document.dir === 'rtl';
  for (const [meaning, ...keys] of kKeys) {
    const names = document.createElement('dt');
    for (const key of keys) names.append(element('kbd', isMirrored ? mirrored(key) : key), ' ');
    list.append(names, element('dd', page.word(meaning)));
  }
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = singleKeys.isOn();
  box.addEventListener('change', () => {
    singleKeys.turn(box.checked);
  });
  const label = document.createElement('label');
  label.append(box, ' ', page.word('singleKeys'));
  openDialog(page, 'key-list', [heading, list, label]).setAttribute('aria-labelledby', heading.id);
}

function mirrored(key: string): string {
  return { '←': '→', '→': '←' }[key] ?? key;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
