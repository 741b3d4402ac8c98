import { offerPictures } from './picture.js';

// What every page needs: the progress line while htmx loads, and results said aloud after a swap.
const root = document.documentElement;

document.addEventListener('htmx:beforeRequest', event => {
  if (!event.target.closest('[data-suggest], [data-poll]')) root.classList.add('busy');
});
document.addEventListener('htmx:afterRequest', () => root.classList.remove('busy'));

// Error pages are shown where the answer would have stood, not swallowed; what asks by itself beside a form leads nobody away from it.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status >= 400 && event.detail.requestConfig.verb === 'get' && !event.detail.elt.closest('[data-suggest], [data-quiet]')) {
    window.location.assign(event.detail.pathInfo.finalRequestPath);
  }
});

// A drawer that was open stays open when its region is replaced.
let openDrawers = [];
document.addEventListener('htmx:beforeSwap', () => {
  openDrawers = [...document.querySelectorAll('details[id][open]')].map(drawer => drawer.id);
});
document.addEventListener('htmx:afterSwap', () => {
  openDrawers.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  const said = document.querySelector('[data-announce]');
  if (said) document.getElementById('live').textContent = said.textContent.trim();
});

// Fields left empty do not clutter the address of a form.
document.addEventListener('submit', event => {
  if (event.target.method !== 'get') return;
  const empty = [...event.target.elements].filter(field => field.name && field.name !== 'q' && field.value === '' && !field.disabled);
  empty.forEach(field => { field.disabled = true; });
  setTimeout(() => empty.forEach(field => { field.disabled = false; }), 0);
});

document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => window.print()));

document.querySelectorAll('[data-reload]').forEach(button => button.addEventListener('click', () => window.location.reload()));

// Charts are only fetched by the pages that have one.
async function drawCharts() {
  const charts = document.querySelectorAll('[data-chart]');
  if (!charts.length) return;
  const { draw } = await import('./chart.js');
  charts.forEach(draw);
}
document.addEventListener('htmx:afterSettle', drawCharts);
drawCharts();

// And can be taken along, as the pictures that the server made can.
document.addEventListener('htmx:afterSettle', offerPictures);
offerPictures();

// Who chooses before the scripts are there is not ignored: a form that acts on a change acts on that one too.
document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('form[hx-trigger="change"]').forEach(form => {
    const chosen = [...form.elements].some(field => field.checked !== undefined && field.checked !== field.defaultChecked);
    if (chosen) form.dispatchEvent(new Event('change', { bubbles: true }));
  });
});
