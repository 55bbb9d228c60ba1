// The one script that holds up the first frame, so that a reader who chose a theme never sees the other one. It is a
// file by itself, fetched beside the style sheet and kept for ever; it does nothing but set the attribute.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
} catch {
  // no storage: the system's theme
}
