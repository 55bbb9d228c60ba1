// Marks the section in view in the table of contents.
import type { ShownPage } from '../shown_page.ts';

// A section is in view once its heading is in the upper part of the window.
const kUpperPart = 0.3;

interface Section {
  readonly link: Element;
  readonly heading: Element;
}

export function followContents({ signal }: ShownPage): void {
  const sections = sectionsOf(document.querySelectorAll<HTMLAnchorElement>('nav.contents a[href^="#"]'));
  if (sections.length === 0) return;
  let marked: Element | undefined;
  let frame = 0;
  const follow = (): void => {
    frame = 0;
    const link = linkInView(sections);
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    marked = link;
  };
  const followSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(follow);
  };
  addEventListener('scroll', followSoon, { passive: true, signal });
  addEventListener('resize', followSoon, { signal });
  followSoon();
}

function sectionsOf(links: Iterable<HTMLAnchorElement>): Section[] {
  const sections: Section[] = [];
  for (const link of links) {
    const heading = document.getElementById(decoded(link.hash.slice(1)));
    if (heading) sections.push({ link, heading });
  }
  return sections;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** At the foot of the page the last section is the one, however short; before the first there is none. */
function linkInView(sections: readonly Section[]): Element | undefined {
  const isAtFoot = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
  const edge = isAtFoot ? innerHeight : innerHeight * kUpperPart;
  let link: Element | undefined;
  for (const section of sections) {
    if (section.heading.getBoundingClientRect().top <= edge) ({ link } = section);
  }
  return link;
}
