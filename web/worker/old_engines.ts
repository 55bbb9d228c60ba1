// Versions of the engine that went before. A page loads parts of the script late, by names that the host may have
// deleted since, so its version stays as long as the page is open.
import { ownEngine } from './engine.ts';
import { engineId } from './engine_files.ts';
import { worker } from './site.ts';
import { removeOtherEngines } from './stores.ts';

const kGuests = 'guests';

export async function removeOldEngines(time: 'now active' | 'later'): Promise<void> {
  // What is about to follow has a store of its own already.
  if (worker.registration.installing || (time === 'later' && worker.registration.waiting)) return;
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.map(({ id }) => id);
  const guests = time === 'now active' ? open : await remembered();
  if (guests.some((id) => open.includes(id))) {
    if (time === 'now active') await ownEngine.writeRecord(kGuests, guests);
  } else {
    await removeOtherEngines([engineId]);
  }
}

async function remembered(): Promise<string[]> {
  const record = await ownEngine.readRecord(kGuests);
  return Array.isArray(record) ? record.filter((id) => typeof id === 'string') : [];
}
