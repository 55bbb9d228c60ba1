// The one script that always holds up the first frame, so that a reader who chose a theme never sees the other one, and
// that lets the frame go where formulas would hold it up for long. It is a file by itself, fetched beside the style
// sheet and kept for ever.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
} catch {
  // no storage: the system's theme
}

// What a reader waits for formulas at most, until the text is shown with TeX in it.
const kPatience = 500; // ms

setTimeout(() => {
  document.querySelector('[blocking]')?.removeAttribute('blocking');
}, kPatience);
