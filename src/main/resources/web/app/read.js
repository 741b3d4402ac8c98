// A text beside the lines read from it: pointing at one side shows the other. Without this the numbers are links.
let shown = [];

function keys(element) {
  return (element.dataset.mark ?? element.dataset.of ?? '').split(' ').filter(Boolean);
}

function show(target) {
  shown.forEach(element => element.classList.remove('pointed'));
  shown = [];
  const from = target instanceof Element ? target.closest('[data-mark], [data-of]') : null;
  if (!from) return;
  // The innermost thing is meant: a clause, not the line around it.
  const key = keys(from).at(-1);
  const others = document.querySelectorAll(from.dataset.mark ? `[data-of~="${key}"]` : `[data-mark="${key}"]`);
  shown = [from, ...others];
  shown.forEach(element => element.classList.add('pointed'));
  if (from.dataset.mark && others.length) into(others[0]);
}

// Only the text scrolls, never the page under the pointer.
function into(words) {
  const box = words.closest('.said-text');
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const top = words.offsetTop - box.offsetTop;
  if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 40) box.scrollTop = Math.max(0, top - box.clientHeight / 3);
}

if (document.querySelector('.read-page')) {
  document.addEventListener('pointerover', event => show(event.target));
  document.addEventListener('focusin', event => show(event.target));
}
