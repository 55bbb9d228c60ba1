// Light, dark, or as the system is. The choice is the attribute data-theme, which style follows; none means the system's.
import { announce } from './announce.ts';
import { button } from './shown_page.ts';
import { remember, remembered } from './storage.ts';
import { word } from './words.ts';

const kKey = 'theme';

type Theme = 'auto' | 'light' | 'dark';

const kNames: Record<Theme, readonly [name: string, english: string]> = {
  auto: ['themeAuto', 'Theme: as the system'],
  light: ['themeLight', 'Theme: light'],
  dark: ['themeDark', 'Theme: dark'],
};

const isSystemDark = matchMedia('(prefers-color-scheme: dark)');

export const theme = {
  /** Call once. */
  start(): void {
    set(themeOf(remembered(kKey)));
    isSystemDark.addEventListener('change', show);
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== kKey) return;
      set(themeOf(newValue));
      show();
    });
  },

  /** Gives the page on the screen its button. */
  furnish(): void {
    const control = button('theme', ...kNames[current()]);
    control.addEventListener('click', () => {
      this.next();
    });
    document.querySelector('body > header')?.append(control);
    show();
  },

  /** From auto to what looks different, so that the first press shows. */
  next(): void {
    const order: Theme[] = isSystemDark.matches ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
    const chosen = order[(order.indexOf(current()) + 1) % order.length] ?? 'auto';
    remember(kKey, chosen === 'auto' ? undefined : chosen);
    set(chosen);
    show();
    announce(word(...kNames[chosen]));
  },
};

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

function current(): Theme {
  return themeOf(document.documentElement.getAttribute('data-theme'));
}

function set(chosen: Theme): void {
  if (chosen === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', chosen);
}

/** What says the theme: the button, and with the next frame the colour that the browser paints its own frame with. */
function show(): void {
  const control = document.querySelector<HTMLElement>('button.theme');
  if (control) control.textContent = control.title = word(...kNames[current()]);
  requestAnimationFrame(showInFrame);
}

function showInFrame(): void {
  const name = 'theme-color';
  let meta = document.querySelector<HTMLMetaElement>(`meta[name=${name}]:not([media])`);
  if (!meta) {
    meta = document.createElement('meta');
    meta.name = name;
    // The first that fits counts, and the page may bring others.
    document.head.prepend(meta);
  }
  meta.content = getComputedStyle(document.documentElement).backgroundColor;
}
