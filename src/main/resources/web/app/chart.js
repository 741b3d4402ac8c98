// Draws a chart from the table beside it: the table is the data, the chart only its picture.
import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const MOST_BARS = 15;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function read(table) {
  const names = [...table.querySelectorAll('th[data-series]')].map(it => it.textContent.trim());
  const rows = [...table.tBodies[0].rows].map(row => ({
    label: row.cells[0].textContent.trim(),
    values: [...row.querySelectorAll('td[data-value]')].map(it => (it.dataset.value === '' ? null : Number(it.dataset.value))),
  }));
  return { names, rows };
}

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

function lines({ names, rows }) {
  return {
    legend: { top: 0, left: 0, itemGap: 20, itemWidth: 28, textStyle: text() },
    grid: { top: 44, left: 8, right: 16, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: rows.map(row => row.label), boundaryGap: false, axisLabel: { ...text(), hideOverlap: true }, axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, axisLabel: { ...text(), formatter: '{value}%' }, splitLine: { lineStyle: { color: colour('line') } } },
    series: names.map((name, index) => {
      const style = styles()[index];
      return {
        name, type: 'line', data: rows.map(row => row.values[index]), symbol: style.symbol, symbolSize: 6, showSymbol: rows.length < 30,
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
      name: names[0], type: 'bar', barMaxWidth: 18, data: shown.map(row => row.values[0]), color: colour('accent'), animation: false,
      label: { show: true, position: 'right', formatter: it => percent(it.value), ...text() },
    }],
  };
}

export function draw(element) {
  const table = document.querySelector(element.dataset.chart);
  if (!table || element.dataset.drawn) return;
  element.dataset.drawn = 'true';
  const data = read(table);
  const chart = init(element, null, { renderer: 'canvas' });
  chart.setOption({
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: percent, backgroundColor: colour('paper'), borderColor: colour('line-strong'), textStyle: text() },
    ...(element.dataset.kind === 'bar' ? bars(data) : lines(data)),
  });
  new ResizeObserver(() => chart.resize()).observe(element);
}
