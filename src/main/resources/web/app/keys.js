// Single keys for who sits in it all day. They rest while somebody types, and can be switched off (WCAG 2.1.4).
const OFF = 'keys-off';
const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

const isOff = () => localStorage.getItem(OFF) === 'yes';
const help = () => document.getElementById('keys');
const hits = () => [...document.querySelectorAll('.hit')];
const current = () => document.activeElement?.closest('.hit');

function focusSearch() {
  const box = document.querySelector('[data-suggest] input[type=search]');
  box?.focus();
  box?.select();
}

/** The result before or after the one in focus; the first when none is. */
function walk(step) {
  const all = hits();
  const at = all.indexOf(current());
  const next = at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + step))];
  if (!next) return;
  next.querySelector('h2 a').focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function pick() {
  const box = current()?.querySelector('input[type=checkbox]');
  if (box && !box.disabled) box.click();
}

function compare() {
  const button = document.querySelector('[data-basket] [type=submit]');
  if (button && !button.disabled) button.click();
}

function turnPage(rel) {
  document.querySelector(`.pages [rel=${rel}]`)?.click();
}

function showHelp() {
  const dialog = help();
  dialog.querySelector('[data-keys-on]').checked = !isOff();
  dialog.showModal();
}

const actions = {
  '/': focusSearch,
  j: () => walk(1),
  k: () => walk(-1),
  x: pick,
  c: compare,
  n: () => turnPage('next'),
  p: () => turnPage('prev'),
  '?': showHelp,
};

document.addEventListener('keydown', event => {
  const action = actions[event.key];
  const busy = event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
  if (!action || busy || isOff() || help()?.open || event.target.closest?.(typing)) return;
  event.preventDefault();
  action();
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-keys]')) showHelp();
});

help()?.addEventListener('change', event => {
  if (event.target.matches('[data-keys-on]')) localStorage.setItem(OFF, event.target.checked ? 'no' : 'yes');
});
