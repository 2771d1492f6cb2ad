// JSON with line ends and indentation. Values stay as they were written; parsing them would drop digits of numbers.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* pieces(text) {
  let depth = 0;
  let before = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    const opened = before === '{' || before === '[';
    if (closes) depth--;
    if (closes ? !opened : opened || before === ',') yield line();
    yield token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth++;
    before = token;
  }
}

/** A text laid out, as far as the first so many characters; what is no JSON stays as it is. */
export function pretty(text, most = Infinity) {
  if (!isJson(text)) return text.slice(0, most);
  let shown = '';
  for (const piece of pieces(text)) {
    if (shown.length > most) break;
    shown += piece;
  }
  return shown.slice(0, most);
}
