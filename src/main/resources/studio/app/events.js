// Follows the server's stream of snapshots. Read by fetch, because EventSource cannot send a key.
import { Failure, fetched } from './api.js';

const SILENCE = 25_000;

/** Resolves when somebody can see the page: all tabs share six connections, so a hidden one holds none. */
function seen() {
  return new Promise(resolve => {
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}

function parse(block) {
  const event = { name: 'message', data: '' };
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event.name = line.slice(6).trim();
    if (line.startsWith('data:')) event.data += line.slice(5).trim();
  }
  return event;
}

async function read(listener, signal, alive) {
  const reply = await fetched('studio/api/events', { signal, headers: { Accept: 'text/event-stream' } });
  if (!reply.ok || !reply.body) throw new Failure(`status ${reply.status}`, reply.status);
  listener.connected();
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    alive();
    const blocks = (rest + value.replaceAll('\r', '')).split('\n\n');
    rest = blocks.pop();
    for (const event of blocks.map(parse)) if (event.name === 'snapshot') listener.snapshot(Number(event.data));
  }
}

/** Reads the stream as long as it lives and the page is seen; gives the failure that ended it, if any. */
async function readOnce(listener) {
  const stop = new AbortController();
  const hide = () => document.visibilityState === 'hidden' && stop.abort();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), SILENCE);
  };
  alive();
  document.addEventListener('visibilitychange', hide);
  try {
    return await read(listener, stop.signal, alive);
  } catch (failure) {
    return failure;
  } finally {
    document.removeEventListener('visibilitychange', hide);
    clearTimeout(timer);
  }
}

/**
 * Calls listener.snapshot(n), .connected(isAgain) and .lost() until the page is left.
 * A key is not asked for here: whoever closed that dialog would see it every second.
 */
export function follow(listener) {
  let wake = () => {};
  let lost = 0;
  let isAgain = false;
  const connected = () => {
    lost = 0;
    listener.connected(isAgain);
    isAgain = true;
  };
  async function loop() {
    for (;;) {
      await seen();
      const failure = await readOnce({ ...listener, connected });
      if (document.visibilityState === 'hidden') continue;
      lost++;
      if (lost > 1 && failure?.status !== 401) listener.lost();
      await new Promise(resolve => {
        wake = resolve;
        setTimeout(resolve, lost > 1 ? 1500 : 200);
      });
    }
  }
  window.addEventListener('online', () => wake());
  loop();
}
