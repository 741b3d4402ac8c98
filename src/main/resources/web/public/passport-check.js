// Checks a passport in the browser with the public keys that the page carries: also when page and script were saved and there is no network.
// One classic script without imports, because browsers load no modules from files.
(() => {
  'use strict';
  const form = document.querySelector('[data-passport-check]');
  const result = document.getElementById('result');
  if (!form || !result) return;

  const LONGEST = 8192;
  const FORM = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/;
  const HEADER = /^\{"alg":"EdDSA","kid":"([A-Za-z0-9_-]{16})","typ":"passport\+jwt"\}$/;
  const CITIES = { 430100: '长沙', 430200: '株洲', 430300: '湘潭' };
  const MISSING = '未载明';
  const published = JSON.parse(form.dataset.published).keys;
  const box = form.elements.passport;
  const saved = location.protocol === 'file:';

  const importKey = jwk => crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: jwk.x }, { name: 'Ed25519' }, false, ['verify']);

  /** Whether this browser knows Ed25519: the key is the one of RFC 8032, 7.1, test 1. */
  const supported = globalThis.crypto?.subtle
    ? importKey({ x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }).then(() => true, () => false)
    : Promise.resolve(false);

  const encode = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

  /** Null unless it is the one spelling of what it decodes to: no bit may be changed without notice. */
  function decode(text) {
    try {
      const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
      return encode(bytes) === text ? bytes : null;
    } catch {
      return null;
    }
  }

  const ascii = text => Uint8Array.from(text, c => c.charCodeAt(0));

  async function check(given) {
    const parts = given.length <= LONGEST && FORM.exec(given.trim().replace(/^.*#/s, ''));
    if (!parts) return { outcome: 'no_passport' };
    const [header, payload, signature] = parts.slice(1).map(decode);
    const named = header && HEADER.exec(String.fromCharCode(...header));
    if (!named) return { outcome: 'no_passport' };
    const key = named[1];
    if (!payload || !signature) return { outcome: 'altered', key };
    const jwk = published.find(it => it.kid === key && it.kty === 'OKP' && it.crv === 'Ed25519');
    if (!jwk) return { outcome: 'unknown_key', key };
    const genuine = await crypto.subtle.verify({ name: 'Ed25519' }, await importKey(jwk), signature, ascii(`${parts[1]}.${parts[2]}`));
    if (!genuine) return { outcome: 'altered', key };
    const claims = JSON.parse(new TextDecoder().decode(payload));
    return { outcome: claims.until && claims.until < today() ? 'expired' : 'genuine', key, claims };
  }

  const dayInChina = date => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(date);
  const today = () => dayInChina(new Date());

  function facts(claims) {
    const accepted = Object.keys(CITIES).filter(city => claims.accepted?.[city]).map(city => `${CITIES[city]} ${claims.accepted[city]}`);
    return {
      product: [claims.name, claims.model].filter(Boolean).join(' '),
      code: claims.sub,
      firm: claims.firm,
      category: claims.category,
      batch: claims.batch ? `第 ${claims.batch} 批` : MISSING,
      accepted: accepted.join('，') || '没有单独的意见在案',
      validity: `${claims.from ?? MISSING} 至 ${claims.until ?? MISSING}`,
      issued: dayInChina(new Date(claims.iat * 1000)),
    };
  }

  const copy = selector => document.querySelector(`template${selector}`).content.cloneNode(true);
  const part = (root, name) => root.querySelector(`[data-fact="${name}"]`);

  function show({ outcome, key, claims }) {
    const shown = [copy(`[data-outcome="${outcome}"]`)];
    if (claims) {
      const stated = copy('[data-facts]');
      Object.entries(facts(claims)).forEach(([name, text]) => { part(stated, name).textContent = text; });
      part(stated, 'sample').hidden = claims.provenance !== 'illustrative';
      part(stated, 'demo').hidden = !claims.demo;
      shown.push(stated);
    }
    if (key) {
      const rest = copy('[data-rest]');
      part(rest, 'key').textContent = key;
      shown.push(rest);
    }
    result.replaceChildren(...shown);
    result.hidden = false;
    result.dataset.outcome = outcome;
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: 'nearest' });
    if (claims) askForToday(claims.sub);
  }

  /** What became of it since, only the service knows. */
  async function askForToday(code) {
    const row = result.querySelector('[data-now]');
    const badge = part(row, 'now');
    const say = (tone, text) => { badge.className = `badge ${tone}`; badge.textContent = text; };
    try {
      if (saved) throw new Error('saved page');
      const answer = await fetch(`/api/v1/products/${encodeURIComponent(code)}/passport`, { headers: { Accept: 'application/json' } });
      if (answer.status === 404) say('fail', '目录里已没有这个产品');
      else if (!answer.ok) throw new Error(`${answer.status}`);
      else {
        const { recognition } = await answer.json();
        say(['recognised', 'expiring'].includes(recognition.status) ? 'pass' : 'fail', recognition.summary);
      }
    } catch {
      badge.hidden = true;
      row.querySelector('[data-offline]').hidden = false;
    }
    row.hidden = false;
  }

  async function checkHere() {
    try {
      show(await check(box.value));
    } catch {
      show({ outcome: 'altered' });
    }
  }

  async function take(file) {
    box.value = file.size <= LONGEST * 2 ? (await file.text()).trim() : '';
    checkHere();
  }

  supported.then(able => {
    document.documentElement.classList.add('js');
    form.querySelector('[data-unsupported]').hidden = able;
    form.querySelector('[data-local]').hidden = !able;
    form.querySelector('[data-server]').hidden = saved;
    if (!able) return;
    form.addEventListener('submit', event => {
      if (event.submitter?.hasAttribute('data-server')) return;
      event.preventDefault();
      checkHere();
    });
    form.querySelector('[data-passport-file]').addEventListener('change', event => {
      if (event.target.files[0]) take(event.target.files[0]);
    });
    box.addEventListener('dragover', event => event.preventDefault());
    box.addEventListener('drop', event => {
      if (!event.dataTransfer.files[0]) return;
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    });
    const carried = location.hash.slice(1);
    if (carried) {
      box.value = carried;
      checkHere();
    }
    form.dataset.ready = 'yes';
  });
})();
