// The one place where HTML enters the page. It is the core's: it has escaped all text that it did not write.

import { root } from './site.ts';

interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
// Of scripts that start by their address there is but one, whatever is asked for.
const rules: Policy = { createHTML: (html) => html, createScriptURL: () => `${root.href}sw.js` };
let made: Policy | undefined; // when it is needed, since a document may have but one of its name

function policy(): Policy {
  return (made ??= trustedTypes?.createPolicy('daybook', rules) ?? rules);
}

const kRegions = ['body > header', 'main', 'body > footer'];
const kAttributes = ['lang', 'dir', 'data-page'];
// Style and icon are the site's and stay.
const kOfPage = 'meta[name]:not([name=viewport]), meta[property], link:not([rel=stylesheet], [rel=icon])';

/** Reads a complete document of the core. Nothing in it runs or loads. */
export function parsePage(html: string): Document {
  const page = new DOMParser().parseFromString(policy().createHTML(html), 'text/html');
  for (const region of kRegions) regionOf(page, region);
  return page;
}

/** The service worker's address, as the browser trusts it. */
export function workerUrl(): string {
  return policy().createScriptURL('');
}

/** Puts the page in the place of the one on the screen. The address must be its own already: links are relative. */
export function showPage(page: Document): void {
  for (const name of kAttributes) {
    const value = page.documentElement.getAttribute(name);
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  document.title = page.title;
  for (const element of document.head.querySelectorAll(kOfPage)) element.remove();
  document.head.append(...page.head.querySelectorAll(kOfPage));
  for (const region of kRegions) regionOf(document, region).replaceWith(regionOf(page, region));
}

/** Puts the list of an index in the place of the one on the screen, and leaves the rest alone. */
export function showEntries(page: Document): void {
  regionOf(document, '#entries').replaceChildren(...regionOf(page, '#entries').childNodes);
}

function regionOf(page: Document, selector: string): Element {
  const region = page.querySelector(selector);
  if (!region) throw new Error(`no ${selector} in the page`);
  return region;
}
