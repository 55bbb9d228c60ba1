// Asks the service worker for one thing.
import type { OfflineAnswer, OfflineRequest } from '../../../shared/offline_requests.ts';

/** Throws where there is no worker. */
export async function ask(request: OfflineRequest): Promise<OfflineAnswer> {
  const { active } = await navigator.serviceWorker.ready;
  if (!active) throw new Error('no worker');
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
      resolve(data);
      port1.close();
    };
    active.postMessage(request, [port2]);
  });
}
