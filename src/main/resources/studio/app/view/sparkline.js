// A small line, area or row of bars for a cell that holds a list of numbers; what is no number is a gap.
import { svg } from '../dom.js';

const WIDTH = 120;
const HEIGHT = 24;
const COLOUR = /^[#\w(),.% ]+$/;

function numbersOf(values) {
  return (Array.isArray(values) ? values : []).map(item => (typeof item === 'object' && item !== null ? item.y : item))
    .map(item => (item === null || item === undefined || item === '' ? NaN : Number(item)));
}

function scale(numbers, { min, max } = {}) {
  const low = min ?? Math.min(...numbers);
  const span = (max ?? Math.max(...numbers)) - low || 1;
  return number => HEIGHT - 2 - ((number - low) / span) * (HEIGHT - 4);
}

function style(options, keys) {
  return keys.filter(key => COLOUR.test(options?.[key] ?? '')).map(key => `${key}:${options[key]}`).join(';') || null;
}

function bars(numbers, y, options) {
  const step = WIDTH / numbers.length;
  const zero = y(0);
  return numbers.map((number, i) => (Number.isNaN(number) ? null : svg('rect', {
    x: i * step + 0.5, width: Math.max(1, step - 1), y: Math.min(y(number), zero), height: Math.max(1, Math.abs(y(number) - zero)), style: style(options, ['fill']),
  })));
}

/** The points between gaps, each run a list; a point between two gaps stands twice, so that it is seen. */
function runs(numbers, y) {
  const all = [[]];
  numbers.forEach((number, i) => {
    if (Number.isNaN(number)) all.push([]);
    else all.at(-1).push([(i * WIDTH) / Math.max(1, numbers.length - 1), y(number)]);
  });
  return all.filter(run => run.length > 0).map(run => (run.length === 1 ? [run[0], run[0]] : run));
}

function line(run, isArea, options) {
  const points = run.map(point => point.join()).join(' ');
  return [isArea ? svg('polygon', { class: 'area', points: `${run[0][0]},${HEIGHT} ${points} ${run.at(-1)[0]},${HEIGHT}`, style: style(options, ['fill']) }) : null,
    svg('polyline', { points, style: style(options, ['stroke']) })];
}

/** The picture; its name says what it shows. */
export function sparkline(values, { type, options } = {}) {
  const numbers = numbersOf(values).map(number => (Number.isFinite(number) ? number : NaN));
  const known = numbers.filter(number => !Number.isNaN(number));
  if (known.length === 0) return document.createTextNode('-');
  const y = scale(type === 'bar' ? [...known, 0] : known, options);
  return svg('svg', {
    class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img',
    'aria-label': `${known.length} values from ${known[0]} to ${known.at(-1)}`,
  }, type === 'bar' ? bars(numbers, y, options) : runs(numbers, y).map(run => line(run, type === 'area', options)));
}
