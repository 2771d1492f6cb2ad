// Talks to the server that the page came from; asks for the key when it wants one.

/** The address of the server, with whatever path stands before it. */
export const BASE = new URL('../../', import.meta.url).href;

const KEY = 'sql-widgets-key';
let askForKey = async () => null;

/** What is done when the server wants a key: a function that resolves to one. */
export function onKeyNeeded(ask) {
  askForKey = ask;
}

/** Whether a key is kept for this tab. */
export function hasKey() {
  return sessionStorage.getItem(KEY) !== null;
}

/** An address below the server's. */
export function address(path) {
  return BASE + path.replace(/^\/+/, '');
}

/** A failed request: what the server says, and its status. */
export class Failure extends Error {
  constructor(detail, status) {
    super(detail);
    this.status = status;
  }
}

function headers(more) {
  const key = sessionStorage.getItem(KEY);
  return { ...(key ? { 'X-API-KEY': key } : {}), ...more };
}

let asking = null;

async function keyed(send) {
  for (;;) {
    const used = sessionStorage.getItem(KEY);
    const reply = await send();
    if (reply.status !== 401) return reply;
    if (sessionStorage.getItem(KEY) !== used) continue;
    asking ??= askForKey(used !== null).finally(() => { asking = null; });
    const key = await asking;
    if (!key) return reply;
    sessionStorage.setItem(KEY, key);
  }
}

/** The reply to a request, with the key when there is one; a server that does not answer is a Failure of status 0. */
export async function fetched(path, options = {}) {
  try {
    return await fetch(address(path), { ...options, headers: headers(options.headers) });
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : new Failure('The server does not answer.', 0);
  }
}

/** The same; a key is asked for when the server wants one. */
export function request(path, options = {}) {
  return keyed(() => fetched(path, options));
}

/** The whole text of a reply; one that breaks off is asked for again, since the server then says why. */
export async function wholeText(path, options) {
  const reply = await request(path, options);
  try {
    return { reply, text: await reply.text() };
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    const again = await request(path, options);
    return { reply: again, text: await again.text().catch(() => { throw new Failure('The reply broke off halfway.', 0); }) };
  }
}

/** The words of an error reply. */
export function detailOf(text, reply) {
  try {
    const body = JSON.parse(text);
    return String(body.detail ?? body.message ?? body.error ?? text);
  } catch {
    return text || reply.statusText || `status ${reply.status}`;
  }
}

/** The parsed JSON of a reply; an error reply throws a Failure. */
export async function json(path, options) {
  const reply = await request(path, options);
  const text = await reply.text();
  if (!reply.ok) throw new Failure(detailOf(text, reply), reply.status);
  return JSON.parse(text);
}
