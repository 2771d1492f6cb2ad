// Follows the server's stream of snapshots. Read by fetch, because EventSource cannot send a key.
import { request } from './api.js';

const SILENCE = 25_000;

function parse(block) {
  const event = { name: 'message', data: '' };
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event.name = line.slice(6).trim();
    if (line.startsWith('data:')) event.data += line.slice(5).trim();
  }
  return event;
}

async function read(listener, signal, alive) {
  const reply = await request('studio/api/events', { signal, headers: { Accept: 'text/event-stream' } });
  if (!reply.ok || !reply.body) throw new Error(`status ${reply.status}`);
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

/** Calls listener.snapshot(n), .connected() and .lost() until the page is left. */
export function follow(listener) {
  let wake = () => {};
  let lost = 0;
  async function loop() {
    for (;;) {
      const stop = new AbortController();
      let timer;
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), SILENCE);
      };
      alive();
      try {
        await read({ ...listener, connected() { lost = 0; listener.connected(); } }, stop.signal, alive);
      } catch { /* the next turn tries again */ }
      clearTimeout(timer);
      lost++;
      if (lost > 1) listener.lost();
      await new Promise(resolve => {
        wake = resolve;
        setTimeout(resolve, lost > 1 ? 1500 : 200);
      });
    }
  }
  window.addEventListener('online', () => wake());
  loop();
}
