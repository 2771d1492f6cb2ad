'use strict';
// The widgets of src/bench by hand: Fastify and node-postgres with named prepared statements, in two
// processes. With JSON_BY=postgres the database writes the JSON. PostgreSQL is that of PGHOST, PGPORT, ….
const cluster = require('node:cluster');
const fs = require('node:fs');
const { Readable } = require('node:stream');
const Fastify = require('fastify');
const pg = require('pg');
const Cursor = require('pg-cursor');

const PROCESSES = 2;
const ROWS_AT_ONCE = 5000;
const byPostgres = process.env.JSON_BY === 'postgres';

const PRICE = 'symbol, trade_date, open, high, low, close, volume';
const SQL = {
  oneRow: `
    SELECT symbol AS label, close AS value, close - previous_close AS delta
    FROM (
      SELECT symbol, trade_date, close, lead(close) OVER (ORDER BY trade_date DESC) AS previous_close
      FROM (
        SELECT symbol, trade_date, close FROM prices WHERE symbol = $1 ORDER BY trade_date DESC LIMIT 2
      ) AS last_two
    ) AS with_previous
    ORDER BY trade_date DESC
    LIMIT 1`,
  hundred: `SELECT ${PRICE} FROM prices WHERE symbol = $1 ORDER BY trade_date DESC LIMIT 100`,
  tenThousand: `SELECT ${PRICE} FROM prices WHERE symbol = ANY($1) ORDER BY symbol, trade_date`,
  million: `SELECT ${PRICE} FROM prices WHERE symbol <= $1 ORDER BY symbol, trade_date`,
  options: 'SELECT name AS label, symbol AS value FROM instruments ORDER BY name',
};

// A grid wants numbers as numbers and dates as text.
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// With a schema Fastify writes rows by code made for them, which is quicker than JSON.stringify.
const rowsOf = (properties) => ({ type: 'array', items: { type: 'object', properties } });
const text = { type: 'string' };
const number = { type: 'number' };
const metric = rowsOf({ label: text, value: number, delta: number });
const options = rowsOf({ label: text, value: text });
const prices = rowsOf({
  symbol: text, trade_date: text, open: number, high: number, low: number, close: number, volume: number,
});

function serve() {
  const pool = new pg.Pool({ max: Number(process.env.POOL || 4) });
  const app = Fastify({ logger: false });
  const widgets = fs.readFileSync(process.env.WIDGETS_JSON);

  function send(reply, body) {
    return reply.header('content-type', 'application/json; charset=utf-8').send(body);
  }

  function get(path, name, schema, values) {
    if (byPostgres) {
      const text = `SELECT coalesce(json_agg(r), '[]')::text AS body FROM (${SQL[name]}) AS r`;
      app.get(path, async (request, reply) =>
        send(reply, (await pool.query({ name, text, values: values(request.query) })).rows[0].body));
    } else {
      app.get(path, { schema: { response: { 200: schema } } }, async (request) =>
        (await pool.query({ name, text: SQL[name], values: values(request.query) })).rows);
    }
  }

  // An array in pieces; the cursor goes on only when the client has taken the piece before.
  async function* pieces(name, values) {
    const text = byPostgres ? `SELECT row_to_json(r)::text AS row FROM (${SQL[name]}) AS r` : SQL[name];
    const client = await pool.connect();
    const cursor = client.query(new Cursor(text, values));
    try {
      let before = '[';
      for (;;) {
        const rows = await cursor.read(ROWS_AT_ONCE);
        if (rows.length === 0) break;
        yield before + (byPostgres ? rows.map((r) => r.row).join() : JSON.stringify(rows).slice(1, -1));
        before = ',';
      }
      yield before === '[' ? '[]' : ']';
    } finally {
      await cursor.close();
      client.release();
    }
  }

  get('/widgets/one_row', 'oneRow', metric, (query) => [query.symbol]);
  get('/widgets/table100', 'hundred', prices, (query) => [query.symbol]);
  get('/widgets/table10k', 'tenThousand', prices, (query) => [query.symbols.split(',')]);
  get('/options/options', 'options', options, () => []);
  app.get('/widgets/table1m', (request, reply) =>
    send(reply, Readable.from(pieces('million', [request.query.last_symbol]))));
  app.get('/widgets.json', (request, reply) => send(reply, widgets));

  app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) }).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}

if (cluster.isPrimary) {
  for (let i = 0; i < PROCESSES; i++) cluster.fork();
  cluster.on('exit', () => process.exit(1));
} else {
  serve();
}
