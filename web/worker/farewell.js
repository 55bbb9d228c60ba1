// Takes leave of a site: removes the service worker of a blog, all that it kept, and itself. `daybook build` publishes
// this as sw.js where site.json says `"offline": false`. By hand it does the same: put it in the place of a broken sw.js
// and browsers take it with the next visit, whatever the old worker does, since they fetch this one file past it.
addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

addEventListener('activate', (event) => {
  event.waitUntil(leave());
});

async function leave() {
  const ours = `daybook ${new URL(self.registration.scope).pathname} `;
  for (const name of await caches.keys()) {
    if (name.startsWith(ours)) await caches.delete(name);
  }
  await self.registration.unregister();
  // Pages that the old worker made are as it left them until they come from the host.
  for (const page of await self.clients.matchAll({type: 'window'})) {
    await page.navigate(page.url).catch(() => {});
  }
}
