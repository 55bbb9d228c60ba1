// The page `offline/`: what is kept on this device, how much room it takes, how old it is, and the ways to change that.
import type { OfflineState } from '../../../shared/offline_requests.ts';
import type { ShownPage } from '../../shown_page.ts';
import { ask } from './ask.ts';
import { button, element } from './elements.ts';
import { installControl } from './install.ts';
import { keepControl } from './keep_control.ts';
import { sizeText, text, timeText } from './words.ts';

export async function fillKeptPage(page: ShownPage): Promise<void> {
  const place = document.querySelector('#offline');
  if (!place) return;
  const { state } = await ask({ what: 'state' });
  if (!state || page.signal.aborted) return;
  const again = (): void => void fillKeptPage(page);
  const whole = element('h2', '', text(page, 'offlineAll'));
  const here = element('h2', '', text(page, 'offlineHere'));
  place.replaceChildren(facts(page, state), whole, keepControl(page, '', again), installControl(page));
  if (state.kept.length > 0) place.append(here, list(page, state));
  const others = state.saves.filter(({ path }) => path !== '');
  for (const { path } of others) place.append(saved(page, path, again));
  if (state.kept.length === 0 && state.saves.length === 0) return;
  const clear = button(text(page, 'offlineRemoveAll'), () => {
    void ask({ what: 'clear' }).then(again);
  });
  place.append(element('p', 'keep', clear));
}

function facts(page: ShownPage, { bytes, synced }: OfflineState): HTMLElement {
  const all = element('dl', '', element('dt', '', text(page, 'offlineRoom')), element('dd', '', sizeText(bytes)));
  if (synced !== undefined) {
    all.append(element('dt', '', text(page, 'offlineSynced')), element('dd', '', timeText(synced)));
  }
  return all;
}

function list(page: ShownPage, { kept }: OfflineState): HTMLElement {
  const entries = kept.map(({ path, title, bytes }) => {
    const link = element('a', '', title);
    link.href = new URL(path, page.root).href;
    return element('li', '', link, element('span', '', sizeText(bytes)));
  });
  return element('ul', '', ...entries);
}

function saved(page: ShownPage, path: string, again: () => void): HTMLElement {
  const link = element('a', '', decodeURI(path));
  link.href = new URL(path, page.root).href;
  const remove = button(text(page, 'offlineRemove'), () => {
    void ask({ what: 'forget', path }).then(again);
  });
  return element('p', 'keep', link, remove);
}
