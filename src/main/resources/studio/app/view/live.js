// A table whose rows change: all rows once, then the changed ones over a WebSocket.
import { address } from '../api.js';
import { h } from '../dom.js';
import { paramsOf, textOf } from '../params.js';
import { table } from './table.js';

function open(context, take, tell) {
  const socket = new WebSocket(address(context.spec.wsEndpoint).replace(/^http/, 'ws'));
  const params = Object.fromEntries(paramsOf(context.spec).map(param => [param.paramName, textOf(param, context.values)]));
  socket.onopen = () => {
    socket.send(JSON.stringify({ type: 'params', params }));
    tell('Rows are followed as they change');
  };
  socket.onmessage = event => take([JSON.parse(event.data)].flat());
  socket.onclose = event => tell(`The rows stand still: ${event.reason || 'the socket was closed'}`);
  return socket;
}

/** The table, and a word on whether it is followed. */
export async function liveTable(host, context) {
  const place = h('div', { class: 'live-rows' });
  const state = h('p', { class: 'live-state' }, 'Connecting…');
  host.replaceChildren(h('div', { class: 'live-room' }, place, state));
  const shown = await table(place, context);
  if (!context.spec.wsEndpoint) return shown;
  const socket = open(context, rows => shown.update(rows), text => { state.textContent = text; });
  return {
    get renew() {
      return socket.readyState === WebSocket.OPEN ? () => {} : undefined;
    },
    destroy: () => {
      socket.onclose = null;
      socket.onmessage = null;
      socket.close();
      shown.destroy();
    },
  };
}
