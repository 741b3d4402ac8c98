// The bar under a list: says how many products are chosen, and lets two to four of them be compared.
const MOST = 4;

function chosen(form) {
  return [...form.elements].filter(field => field.name === 'product' && field.type === 'checkbox');
}

function refresh(form) {
  const boxes = chosen(form);
  const count = boxes.filter(box => box.checked).length;
  const bar = form.querySelector('.batch');
  if (!bar) return;
  bar.classList.toggle('chosen', count > 0);
  bar.querySelector('[data-count]').textContent = count < 2 ? `已选 ${count} 个，再选一个就能比较` : `已选 ${count} 个产品${count === MOST ? '（最多四个）' : ''}`;
  bar.querySelector('[type=submit]').disabled = count < 2;
  boxes.forEach(box => { box.disabled = !box.checked && count >= MOST; });
}

function refreshAll() {
  document.querySelectorAll('form[data-basket]').forEach(refresh);
}

document.addEventListener('change', event => {
  if (event.target.form?.matches('[data-basket]')) refresh(event.target.form);
});
document.addEventListener('reset', () => setTimeout(refreshAll, 0));
document.addEventListener('htmx:afterSettle', refreshAll);
window.addEventListener('pageshow', refreshAll);
