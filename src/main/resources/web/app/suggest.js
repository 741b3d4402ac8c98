// The search box as a combobox: arrows walk the suggestions, Enter opens one, Escape closes. Without this script it is a plain form.
const boxes = '[data-suggest]';

function parts(element) {
  const box = element.closest(boxes);
  return box && { input: box.querySelector('input[type=search]'), list: box.querySelector('.suggestions') };
}

function close({ input, list }) {
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function select({ input, list }, option) {
  list.querySelectorAll('[aria-selected=true]').forEach(it => it.setAttribute('aria-selected', 'false'));
  if (option) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

function move(box, step) {
  const options = [...box.list.querySelectorAll('[role=option]')];
  if (!options.length) return false;
  const now = options.findIndex(it => it.getAttribute('aria-selected') === 'true');
  const next = now < 0 ? (step > 0 ? 0 : options.length - 1) : now + step;
  select(box, options[next]);
  return true;
}

document.querySelectorAll(boxes).forEach(form => {
  const { input, list } = parts(form);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
});

document.addEventListener('keydown', event => {
  const box = parts(event.target);
  if (!box || event.target !== box.input || event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (move(box, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  } else if (event.key === 'Escape' && box.list.childElementCount) {
    event.preventDefault();
    close(box);
  } else if (event.key === 'Enter') {
    const chosen = box.list.querySelector('[aria-selected=true]');
    if (chosen) {
      event.preventDefault();
      window.location.assign(chosen.dataset.href);
    }
  }
});

document.addEventListener('mousedown', event => {
  const option = event.target.closest('.suggestions [role=option]');
  if (option && event.button === 0) {
    event.preventDefault();
    window.location.assign(option.dataset.href);
  }
});

document.addEventListener('htmx:afterSwap', event => {
  const box = parts(event.target);
  if (!box || event.target !== box.list) return;
  const stale = document.activeElement !== box.input || !box.input.value.trim();
  if (stale) {
    close(box);
  } else {
    box.input.setAttribute('aria-expanded', String(box.list.childElementCount > 0));
    box.input.removeAttribute('aria-activedescendant');
  }
});

document.addEventListener('focusout', event => {
  const box = parts(event.target);
  if (box && event.target === box.input) close(box);
});
