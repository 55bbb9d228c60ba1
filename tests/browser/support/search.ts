// The search page and the window of search, as tests meet them.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Opens the search page with a query. */
export async function openSearch(page: Page, site: string, query: string): Promise<void> {
  await page.goto(`${site}search/${query === '' ? '' : `?${new URLSearchParams({ q: query })}`}`);
  await expect(page.locator('.results')).toBeAttached();
}

export function field(page: Page): Locator {
  return page.locator('#search-query, #search-here').last();
}

/** What is said about the results. */
export function note(page: Page): Locator {
  return page.locator('.results').locator('xpath=preceding-sibling::p');
}

export function results(page: Page): Locator {
  return page.locator('.results li');
}

export async function titles(page: Page): Promise<string[]> {
  return results(page).locator('a').allInnerTexts();
}

/** The last answer is there, so that it has been announced. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('#status')).not.toBeEmpty();
}
