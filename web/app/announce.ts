// Tells readers of the screen what changed, in the one live region that every page keeps.

const kPause = 300; // ms: someone who types hears the last of a run of results

let timer = 0;

export function announce(text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const status = document.querySelector('#status');
    if (status) status.textContent = text;
  }, kPause);
}
