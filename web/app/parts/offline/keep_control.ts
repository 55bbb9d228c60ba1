// «Save for offline»: its size first, then how far it is, then the way to undo it.
import type { KeptEntry } from '../../../shared/offline_requests.ts';
import type { ShownPage } from '../../shown_page.ts';
import { ask } from './ask.ts';
import { button, element } from './elements.ts';
import { failureOf, Saving } from './saving.ts';
import { sizeText, text } from './words.ts';

/** A paragraph for the selection at a site path: a post, a tag, a series, or '' for the whole blog. */
export function keepControl(page: ShownPage, path: string, onChange = (): void => {}): HTMLElement {
  const place = element('div', 'keep');
  place.setAttribute('data-keep', path);
  const progress = element('span', '');
  const saving = new Saving(path, () => {
    progress.textContent = text(page, 'offlineProgress', { n: String(saving.done), count: String(saving.count) });
  });

  const show = (...content: (Node | string)[]): void => {
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...content);
    if (hadFocus) place.querySelector('button')?.focus();
  };
  const refresh = async (): Promise<void> => {
    const { saves = [] } = await ask({ what: 'saves' });
    const own = saves.find((save) => save.path === path);
    if (own?.state === 'complete') showKept();
    else if (own) showPaused();
    else await showOffer();
  };
  const showOffer = async (): Promise<void> => {
    const { entries } = await ask({ what: 'list', path, reach: 'kept' });
    const size = entries && sizeText(sizeOf(entries));
    const label = size === undefined ? text(page, 'offlineKeep') : text(page, 'offlineKeepSize', { size });
    show(button(label, start));
  };
  const showKept = (): void => {
    show(element('span', '', text(page, 'offlineKept')), button(text(page, 'offlineRemove'), remove));
  };
  const showPaused = (reason = ''): void => {
    show(
      element('span', '', reason),
      button(text(page, 'offlineResume'), start),
      button(text(page, 'offlineRemove'), remove),
    );
  };
  const run = async (): Promise<void> => {
    const pause = button(text(page, 'offlinePause'), () => void saving.pause());
    progress.textContent = '…';
    show(progress, pause);
    // Asked on the gesture: then the browser does not clear it away by itself. Firefox asks the reader, who may be slow.
    void (navigator.storage as Partial<StorageManager> | undefined)?.persist?.();
    try {
      const outcome = await saving.run();
      if (outcome === 'paused') {
        showPaused(progress.textContent);
        return;
      }
      showKept();
      page.announce(text(page, 'offlineKept'));
      onChange();
    } catch (error) {
      const reason = text(page, failureOf(error) === 'no room' ? 'offlineFull' : 'offlineGone');
      showPaused(reason);
      page.announce(reason);
    }
  };
  const start = (): void => void run();
  const remove = (): void => {
    void ask({ what: 'forget', path }).then(showOffer).then(onChange);
  };

  void refresh().catch(() => {
    place.remove();
  });
  return place;
}

function sizeOf(entries: readonly KeptEntry[]): number {
  return entries.reduce((sum, { isKept, bytes }) => (isKept ? sum : sum + bytes), 0);
}
