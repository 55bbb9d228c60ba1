/** `count` queries about the posts that are published in `site`, the same for the same seed. */
export function drawQueries(site: string, count: number, seed?: number): string[];
