// A small line, area or row of bars for a cell that holds a list of numbers.
import { svg } from '../dom.js';

const WIDTH = 120;
const HEIGHT = 24;

function scale(numbers) {
  const low = Math.min(...numbers, numbers.type === 'bar' ? 0 : Infinity);
  const high = Math.max(...numbers);
  const span = high - low || 1;
  return number => HEIGHT - 2 - ((number - low) / span) * (HEIGHT - 4);
}

function bars(numbers, y) {
  const step = WIDTH / numbers.length;
  const zero = y(Math.max(0, Math.min(...numbers)));
  return numbers.map((number, i) => svg('rect', {
    x: i * step + 0.5, width: Math.max(1, step - 1), y: Math.min(y(number), zero), height: Math.max(1, Math.abs(y(number) - zero)),
  }));
}

/** The picture; its name says what it shows. */
export function sparkline(values, options = {}) {
  const numbers = (Array.isArray(values) ? values : []).map(item => (typeof item === 'object' && item !== null ? item[options.dataField] ?? item.y : item))
    .map(Number).filter(Number.isFinite);
  if (numbers.length === 0) return document.createTextNode('-');
  const y = scale(options.type === 'bar' ? [...numbers, 0] : numbers);
  const points = numbers.map((number, i) => `${(i * WIDTH) / Math.max(1, numbers.length - 1)},${y(number)}`).join(' ');
  const shape = options.type === 'bar' ? bars(numbers, y)
    : [options.type === 'area' ? svg('polygon', { class: 'area', points: `0,${HEIGHT} ${points} ${WIDTH},${HEIGHT}` }) : null, svg('polyline', { points })];
  return svg('svg', {
    class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img',
    'aria-label': `${numbers.length} values from ${numbers[0]} to ${numbers.at(-1)}`,
  }, shape);
}
