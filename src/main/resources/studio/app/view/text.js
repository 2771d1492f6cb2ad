// Text in all its forms: Markdown, pages, news, links, PDF.
import { h } from '../dom.js';
import { markdown } from '../library.js';

function outward(fragment) {
  fragment.querySelectorAll('a[href]').forEach(link => {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  });
  return fragment;
}

/** Markdown, cleaned. */
export async function markdownText(host, context) {
  const render = await markdown();
  host.replaceChildren(h('article', { class: 'prose', tabindex: '0', 'aria-label': context.spec.name }, outward(render(String(context.data)))));
}

/** A page in a frame of its own, without scripts and without access to this one. */
export function htmlPage(host, context) {
  host.replaceChildren(h('iframe', {
    class: 'page', sandbox: 'allow-popups allow-popups-to-escape-sandbox', title: context.spec.name, srcdoc: context.text,
  }));
}

/** A day alone is that day everywhere; the browser would take it for midnight in London. */
function day(text) {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text);
  return Number.isNaN(date.getTime()) ? text : date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: /T00:00|^\d{4}-\d\d-\d\d$/.test(text) ? undefined : 'short' });
}

/** News, newest as the server sent them; the body opens below the excerpt. */
export async function newsfeed(host, context) {
  const render = await markdown();
  host.replaceChildren(h('div', { class: 'news', tabindex: '0', role: 'feed', 'aria-label': context.spec.name }, context.data.map(item =>
    h('article', { class: 'news-item', 'aria-label': item.title },
      h('h2', {}, item.title),
      h('p', { class: 'news-by' }, [item.author, item.date ? day(item.date) : null].filter(Boolean).join(' · ')),
      item.excerpt ? h('p', {}, item.excerpt) : null,
      item.body ? h('details', {}, h('summary', {}, 'Read'), h('div', { class: 'prose' }, outward(render(item.body)))) : null))));
}

/** An address elsewhere, as a link: the gallery loads nothing from other hosts. */
export function link(host, context) {
  const url = context.data ?? context.text;
  host.replaceChildren(h('div', { class: 'note' },
    h('p', {}, 'Workspace shows another page here. The gallery loads nothing from other hosts; follow the link to see it.'),
    h('p', {}, h('a', { href: /^https?:\/\//.test(url) ? url : '#', target: '_blank', rel: 'noopener noreferrer' }, url))));
}
