// Saves a chart or a picture of the page as PNG: what is drawn on a canvas as it is, what the server made with the styles it has here.
const SHARP = 2;
const STYLED = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'vector-effect', 'paint-order',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'opacity', 'overflow'];

function save(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

// A copy that needs no stylesheet. Links are of no use in a picture.
function standalone(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const styles = getComputedStyle(originals[index]);
    STYLED.forEach(name => {
      const value = styles.getPropertyValue(name);
      if (value) element.setAttribute(name, value.replaceAll('"', "'"));
    });
    element.removeAttribute('class');
    element.removeAttribute('href');
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function saveDrawing(svg, name) {
  const { text, width, height } = standalone(svg);
  const scale = Math.max(SHARP, 1200 / width);
  const image = new Image();
  image.addEventListener('load', () => {
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    save(canvas.toDataURL('image/png'), name);
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

async function saveChart(element, name) {
  const { picture } = await import('./chart.js');
  save(picture(element, SHARP), name);
}

// Named by what it shows and by the range of the page, so that two of them lie side by side in a folder.
function titleOf(of) {
  return of.closest('section, figure')?.querySelector('h2, figcaption')?.textContent.trim() ?? document.title;
}

function nameOf(of) {
  const days = (document.querySelector('.range')?.textContent.match(/\d{4}-\d{2}-\d{2}/g) ?? []).slice(0, 2);
  const page = document.querySelector('h1').textContent;
  return `${[page, titleOf(of), ...days].map(it => it.trim().replace(/[\\/:*?"<>|\s。]+/g, '')).filter(Boolean).join('-')}.png`;
}

export function offerPictures() {
  document.querySelectorAll('[data-chart]:not([data-offered]), [data-picture]:not([data-offered])').forEach(element => {
    element.dataset.offered = 'true';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small save-picture no-print';
    button.textContent = '保存图片（PNG）';
    button.setAttribute('aria-label', `保存图片（PNG）：${titleOf(element)}`);
    button.addEventListener('click', () => (element.dataset.chart ? saveChart(element, nameOf(element)) : saveDrawing(element, nameOf(element))));
    element.after(button);
  });
}
