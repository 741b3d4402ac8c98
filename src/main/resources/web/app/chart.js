// Draws a chart from the table beside it: the table is the data, the chart only its picture.
import { getInstanceByDom, init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([AriaComponent, BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const MOST_BARS = 15;
const MOST_STACKED = 20;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function read(table) {
  const names = [...table.querySelectorAll('th[data-series]')].map(it => it.textContent.trim());
  const rows = [...table.tBodies[0].rows].map(row => ({
    label: row.cells[0].textContent.trim(),
    href: row.querySelector('th a')?.getAttribute('href'),
    values: [...row.querySelectorAll('td[data-value]')].map(it => (it.dataset.value === '' ? null : Number(it.dataset.value))),
  }));
  return { names, rows };
}

// A point knows where its row leads.
const points = (rows, index) => rows.map(row => ({ value: row.values[index], href: row.href }));

// One accent for the first number; the others are told apart by grey, dash and mark.
function styles() {
  return [
    { color: colour('accent'), width: 3, type: 'solid', symbol: 'circle' },
    { color: colour('ink-quiet'), width: 2, type: 'solid', symbol: 'emptyRect' },
    { color: colour('ink'), width: 2, type: 'dashed', symbol: 'emptyTriangle' },
    { color: colour('chart-faint'), width: 2, type: 'dotted', symbol: 'diamond' },
  ];
}

const text = () => ({ color: colour('ink-soft'), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily });
const percent = value => (value === null || value === undefined ? '无' : `${Number(value).toFixed(1)}%`);
// Shares without a unit, counts with theirs.
const inUnit = unit => (unit ? value => (value === null || value === undefined ? '无' : `${value} ${unit}`) : percent);

function lines({ names, rows }, unit) {
  return {
    legend: { top: 0, left: 0, itemGap: 20, itemWidth: 28, textStyle: text() },
    grid: { top: 44, left: 8, right: 16, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: rows.map(row => row.label), boundaryGap: false, axisLabel: { ...text(), hideOverlap: true }, axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, minInterval: unit ? 1 : 0, axisLabel: { ...text(), formatter: unit ? '{value}' : '{value}%' }, splitLine: { lineStyle: { color: colour('line') } } },
    series: names.map((name, index) => {
      const style = styles()[index];
      return {
        name, type: 'line', data: points(rows, index), symbol: style.symbol, symbolSize: 6, showSymbol: rows.length < 30,
        color: style.color, lineStyle: { color: style.color, width: style.width, type: style.type }, connectNulls: false, animation: false,
      };
    }),
  };
}

function bars({ names, rows }) {
  const shown = rows.slice(0, MOST_BARS).reverse();
  return {
    legend: { top: 0, left: 0, textStyle: text() },
    grid: { top: 36, left: 8, right: 48, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { ...text(), formatter: '{value}%' }, splitLine: { lineStyle: { color: colour('line') } } },
    yAxis: { type: 'category', data: shown.map(row => row.label), axisLabel: { ...text(), width: 140, overflow: 'truncate' }, axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false } },
    series: [{
      name: names[0], type: 'bar', barMaxWidth: 18, data: points(shown, 0), color: colour('accent'), animation: false,
      label: { show: true, position: 'right', formatter: it => percent(it.value), ...text() },
    }],
  };
}

// Values beside each other that are no parts of a whole.
function groups(data, unit) {
  const option = stack(data, unit);
  option.xAxis.minInterval = 0;
  return { ...option, series: option.series.map(({ stack: whole, ...series }) => ({ ...series, barMaxWidth: 12 })) };
}

// Parts of a whole, told apart by tone and by a pattern of their own, so that print and colour-blind eyes tell them too.
function stack({ names, rows }, unit) {
  const shown = rows.filter(row => row.values.some(value => value > 0)).slice(0, MOST_STACKED).reverse();
  const fills = [
    { color: colour('accent') },
    { color: colour('accent-line'), decal: { symbol: 'rect', rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5], color: colour('accent') } },
    { color: colour('line'), decal: { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5], color: colour('ink-quiet') } },
  ];
  return {
    legend: { top: 0, left: 0, itemGap: 20, textStyle: text() },
    grid: { top: 36, left: 8, right: 24, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min: 0, minInterval: 1, name: unit, nameLocation: 'end', axisLabel: text(), splitLine: { lineStyle: { color: colour('line') } } },
    yAxis: { type: 'category', data: shown.map(row => row.label), axisLabel: { ...text(), width: 140, overflow: 'truncate', interval: 0 }, axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false } },
    series: names.map((name, index) => ({
      name, type: 'bar', stack: 'all', barMaxWidth: 18, data: points(shown, index), itemStyle: fills[index % fills.length], color: fills[index % fills.length].color, animation: false,
    })),
  };
}

const kinds = { bar: bars, line: lines, stack, group: groups };

export function draw(element) {
  const table = document.querySelector(element.dataset.chart);
  if (!table || element.dataset.drawn) return;
  element.dataset.drawn = 'true';
  const data = read(table);
  // Nothing to draw is said, not left white.
  if (data.rows.every(row => row.values.every(value => value === null))) {
    element.classList.add('chart-empty');
    element.textContent = '这个范围内没有可以画的数字。';
    if (element.nextElementSibling?.matches('.save-picture')) element.nextElementSibling.remove();
    return;
  }
  const { unit } = element.dataset;
  const chart = init(element, null, { renderer: 'canvas' });
  const option = kinds[element.dataset.kind](data, unit);
  const cursor = data.rows.some(row => row.href) ? 'pointer' : 'default';
  chart.setOption({
    aria: { enabled: true, label: { enabled: false }, decal: { show: ['stack', 'group'].includes(element.dataset.kind) } },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: inUnit(unit), backgroundColor: colour('paper'), borderColor: colour('line-strong'), textStyle: text() },
    ...option,
    series: option.series.map(series => ({ ...series, cursor })),
  });
  chart.on('click', ({ data: point }) => {
    if (point?.href) window.location.assign(point.href);
  });
  new ResizeObserver(() => chart.resize()).observe(element);
}

// As a PNG on white, so many times as sharp as the screen.
export function picture(element, sharp) {
  return getInstanceByDom(element).getDataURL({ type: 'png', pixelRatio: sharp, backgroundColor: '#ffffff' });
}
