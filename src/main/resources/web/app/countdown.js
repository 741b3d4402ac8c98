// Lets the clock of the server run on. How much time has gone by is measured, not read from the clock of the browser, which may be wrong.
const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function words(seconds) {
  if (seconds < 60) return `${seconds} 秒`;
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds % 86400 / 3600);
  const minutes = Math.floor(seconds % 3600 / 60);
  return `${days ? `${days} 天 ` : ''}${days || hours ? `${hours} 小时 ` : ''}${minutes} 分${days ? '' : ` ${seconds % 60} 秒`}`;
}

function tick(clock) {
  clock.seenAt ??= performance.now();
  const gone = performance.now() - clock.seenAt;
  clock.querySelector('[data-server-time]').textContent = zone.format(new Date(Number(clock.dataset.now) + gone));
  const left = clock.querySelector('[data-left]');
  if (!left) return;
  const seconds = Math.max(0, Math.ceil(Number(clock.dataset.countdown) - gone / 1000));
  if (seconds > 0) {
    left.textContent = words(seconds);
  } else {
    clock.classList.add('over');
    left.textContent = '已截止';
  }
}

if (document.querySelector('[data-countdown]')) {
  setInterval(() => document.querySelectorAll('[data-countdown]').forEach(tick), 1000);
}
