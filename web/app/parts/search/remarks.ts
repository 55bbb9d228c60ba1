// What there is to say about an answer.
import type { ShownPage } from '../../shown_page.ts';
import type { State } from './searcher.ts';

export const kIncomplete = [
  'searchIncomplete',
  'Parts of the index could not be read, so there may be more.',
] as const;

const kDidYouMean = ['didYouMean', 'Did you mean'] as const;
const kFoundEntries = ['foundEntries', '{n} entry found.|{n} entries found.'] as const;
const kFoundNothing = ['foundNothing', 'Nothing found.'] as const;
const kSearching = ['searching', 'Searching …'] as const;
const kForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** How much has been found, and what may have been meant; `correct` is called when it was. */
export function remarks(page: ShownPage, state: State, correct: (suggestion: string) => void): Node[] {
  const parts: Node[] = [];
  if (state.total > 0) parts.push(text(counted(page.word(...kFoundEntries), state.total)));
  else if (state.isPending) parts.push(text(page.word(...kSearching)));
  else parts.push(text(page.word(...kFoundNothing)));
  const { suggestion } = state;
  if (suggestion === undefined) return parts;
  const control = page.button('suggestion', ...kDidYouMean);
  control.textContent = suggestion;
  control.dir = 'auto';
  control.addEventListener('click', () => {
    correct(suggestion);
  });
  return [...parts, text(` ${page.word(...kDidYouMean)} `), control];
}

/** That there may be more, behind what `note` says already. */
export function incompletely(page: ShownPage, note: Node): Node {
  return text(`${note.hasChildNodes() ? ' ' : ''}${page.word(...kIncomplete)}`);
}

/** A text with its forms between bars, in the order of the plural categories that the language has. */
function counted(forms: string, count: number): string {
  const language = document.documentElement.lang || 'en';
  const rules = new Intl.PluralRules(language);
  const categories = kForms.filter((form) => (rules.resolvedOptions().pluralCategories as string[]).includes(form));
  const choices = forms.split('|');
  const form = choices[Math.min(categories.indexOf(rules.select(count)), choices.length - 1)] ?? forms;
  return form.replace('{n}', count.toLocaleString(language));
}

function text(content: string): Text {
  return document.createTextNode(content);
}
