// PDF and other files: each by its name, to be kept or opened; nothing is shown inside the page.
import { Failure, detailOf, wholeText } from '../api.js';
import { h, icon } from '../dom.js';
import { isMulti, paramsOf, textOf } from '../params.js';

const TYPES = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', csv: 'text/csv', json: 'application/json' };

function blob(file) {
  const type = TYPES[file.data_format?.data_type] ?? 'application/octet-stream';
  try {
    return new Blob([Uint8Array.from(atob(file.content), letter => letter.charCodeAt(0))], { type });
  } catch {
    return new Blob([file.content], { type: 'text/plain' });
  }
}

function entry(file, urls) {
  if (file.error_type) return h('li', { class: 'callout bad' }, icon('warn'), h('div', {}, h('strong', {}, file.error_type), ` ${file.content ?? ''}`));
  const name = file.data_format?.filename ?? 'file';
  if (file.url || file.file_reference) {
    const url = file.url ?? file.file_reference;
    return h('li', { class: 'file-entry' }, icon('pdf'), h('a', { href: /^https?:/.test(url) ? url : '#', target: '_blank', rel: 'noopener noreferrer' }, name));
  }
  const data = blob(file);
  const url = URL.createObjectURL(data);
  urls.push(url);
  return h('li', { class: 'file-entry' }, icon('pdf'), h('a', { href: url, download: name }, name), h('span', { class: 'news-by' }, `${Math.ceil(data.size / 1024)} KB`));
}

/** One file or several. */
export function files(host, context) {
  const urls = [];
  host.replaceChildren(h('ul', { class: 'files', 'aria-label': 'Files' }, [context.data].flat().map(file => entry(file, urls))));
  return { destroy: () => urls.forEach(url => URL.revokeObjectURL(url)) };
}

/** The values as the client posts them: several as a list. */
export function bodyOf(context) {
  const body = {};
  for (const param of paramsOf(context.spec)) {
    const text = textOf(param, context.values);
    if (text !== '') body[param.paramName] = isMulti(param) || param.roles?.includes('fileSelector') ? text.split(',').map(part => part.trim()) : text;
  }
  return body;
}

/** Posts values and gives the reply. */
export async function post(context, body) {
  const begin = performance.now();
  const { reply, text } = await wholeText(context.spec.endpoint, {
    method: 'POST', signal: context.signal, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'Sql-Widgets-Timing': '1' },
  });
  context.replied({ reply, text, begin });
  if (!reply.ok) throw new Failure(detailOf(text, reply), reply.status);
  return JSON.parse(text);
}

/** Several files, for the chosen names. */
export async function severalFiles(host, context) {
  return files(host, { ...context, data: await post(context, bodyOf(context)) });
}
