// $currentDate and what may be added to it or taken away, in the browser's own zone as the client does.

const EXPRESSION = /^\$currentDate(?:([+-])(\d+)(h|b|d|w|m|q|y))?$/i;

function iso(date) {
  const two = number => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function addMonths(date, months) {
  const day = date.getDate();
  date.setDate(1);
  date.setMonth(date.getMonth() + months);
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate();
  date.setDate(Math.min(day, last));
}

function addBusinessDays(date, days) {
  for (let left = Math.abs(days); left > 0;) {
    date.setDate(date.getDate() + Math.sign(days));
    if (date.getDay() % 6 !== 0) left--;
  }
}

const ADD = {
  h: (date, n) => date.setHours(date.getHours() + n),
  b: addBusinessDays,
  d: (date, n) => date.setDate(date.getDate() + n),
  w: (date, n) => date.setDate(date.getDate() + 7 * n),
  m: addMonths,
  q: (date, n) => addMonths(date, 3 * n),
  y: (date, n) => addMonths(date, 12 * n),
};

/** The day that an expression means; other texts stay as they are. */
export function resolveDate(text, now = new Date()) {
  const found = EXPRESSION.exec(text.trim());
  if (!found) return text;
  const date = new Date(now);
  if (found[3]) ADD[found[3].toLowerCase()](date, (found[1] === '-' ? -1 : 1) * Number(found[2]));
  return iso(date);
}
