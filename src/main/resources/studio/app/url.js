// What is open stands in the part of the address behind "#", so that it can be shared:
// #/widget/<id>?<param>=<value>&.tab=<panel>, #/problems/<file>, #/lookups, #/lookup/<name>

const PANEL = '.tab';

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the address says: page, id, values of params, open panel. */
export function route() {
  const [, path, query = ''] = /^#?([^?]*)\??(.*)$/s.exec(location.hash);
  const [, page = '', id = ''] = path.split('/');
  const search = new URLSearchParams(query);
  const panel = search.get(PANEL);
  search.delete(PANEL);
  return { page, id: decoded(id), values: new Map(search), panel };
}

/** The address of a widget with these values. */
export function widgetHref(id, values = new Map(), panel = null) {
  const search = new URLSearchParams([...values]);
  if (panel) search.set(PANEL, panel);
  const query = search.toString();
  return `#/widget/${encodeURIComponent(id)}${query ? `?${query}` : ''}`;
}

/** The address of the problems, of one file if given. */
export function problemsHref(file) {
  return file ? `#/problems/${encodeURIComponent(file)}` : '#/problems';
}

/** The address of a lookup. */
export function lookupHref(name) {
  return `#/lookup/${encodeURIComponent(name)}`;
}

/** Changes the address without a new entry in the history and without an event. */
export function replace(href) {
  history.replaceState(null, '', href);
}
