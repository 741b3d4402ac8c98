// The search box as a combobox: arrows walk the suggestions, Enter opens one, Escape closes. Without this script it is a plain form.
const boxes = '[data-suggest]';

function parts(element) {
  const box = element.closest(boxes);
  return box && { input: box.querySelector('input[type=search]'), list: box.querySelector('.suggestions') };
}

function close({ input, list }) {
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-controls');
  input.removeAttribute('aria-activedescendant');
}

function open({ input, list }) {
  const listbox = list.querySelector('[role=listbox]');
  input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-expanded', String(Boolean(listbox)));
  if (!listbox) {
    input.removeAttribute('aria-controls');
    return;
  }
  input.setAttribute('aria-controls', listbox.id);
  document.getElementById('live').textContent = `${list.querySelectorAll('[role=option]').length - 1} 条建议`;
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
  const { input } = parts(form);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-autocomplete', 'list');
});

document.addEventListener('keydown', event => {
  const box = parts(event.target);
  if (!box || event.target !== box.input || event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (move(box, event.key === 'ArrowDown' ? 1 : -1)) {
      event.preventDefault();
    } else if (event.key === 'ArrowDown' && box.input.value.trim()) {
      box.input.dispatchEvent(new Event('reopen'));
    }
  } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
    select(box);
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
    open(box);
  }
});

document.addEventListener('focusout', event => {
  const box = parts(event.target);
  if (box && event.target === box.input) close(box);
});
