// What helps to read an article: code to copy, images to enlarge, the place in the table of contents; and the list of
// keys, which any page can be asked for.
import type { ShownPage } from '../shown_page.ts';
import { addCopyButtons } from './copy.ts';
import { followContents } from './contents.ts';
import { addZoom } from './zoom.ts';

export { showKeys } from './show_keys.ts';

export function furnish(page: ShownPage): void {
  addCopyButtons(page);
  addZoom(page);
  followContents(page);
}
