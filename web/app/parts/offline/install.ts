// The way to install the site: a button where the browser has an event for it, words where it has none.
import type { ShownPage } from '../../shown_page.ts';
import { button, element } from './elements.ts';
import { text } from './words.ts';

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallEvent | undefined;
let onOffer = (): void => {};

// It comes once for each document, at any time.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallEvent;
  onOffer();
});

export function installControl(page: ShownPage): HTMLElement {
  const place = element('p', 'keep');
  const isInstalled = matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches;
  const show = (): void => {
    const event = offered;
    if (isInstalled) return;
    if (!event) {
      place.textContent = text(page, 'offlineInstallHow');
      return;
    }
    const install = button(text(page, 'offlineInstall'), () => {
      offered = undefined;
      void event.prompt().finally(show);
    });
    place.replaceChildren(install);
  };
  onOffer = show;
  show();
  return place;
}
