"""The widgets of src/bench by hand: FastAPI, asyncpg, uvloop and orjson, in two processes.

PostgreSQL is that of PGHOST, PGPORT, and so on, as asyncpg reads them by itself.
"""

import os
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import orjson
import uvicorn
from fastapi import FastAPI, Response
from fastapi.responses import StreamingResponse

PROCESSES = 2
ROWS_AT_ONCE = 5000
POOL = int(os.environ.get("POOL", "4"))
WIDGETS = Path(os.environ["WIDGETS_JSON"]).read_bytes()

PRICE = "symbol, trade_date, open, high, low, close, volume"
ONE_ROW = """
    SELECT symbol AS label, close AS value, close - previous_close AS delta
    FROM (
      SELECT symbol, trade_date, close, lead(close) OVER (ORDER BY trade_date DESC) AS previous_close
      FROM (
        SELECT symbol, trade_date, close FROM prices WHERE symbol = $1 ORDER BY trade_date DESC LIMIT 2
      ) AS last_two
    ) AS with_previous
    ORDER BY trade_date DESC
    LIMIT 1"""
HUNDRED = f"SELECT {PRICE} FROM prices WHERE symbol = $1 ORDER BY trade_date DESC LIMIT 100"
TEN_THOUSAND = f"SELECT {PRICE} FROM prices WHERE symbol = ANY($1) ORDER BY symbol, trade_date"
MILLION = f"SELECT {PRICE} FROM prices WHERE symbol <= $1 ORDER BY symbol, trade_date"
OPTIONS = "SELECT name AS label, symbol AS value FROM instruments ORDER BY name"


class Connection(asyncpg.Connection):
    """A connection whose state no request changes, so that nothing is reset between them."""

    def get_reset_query(self) -> str:
        return ""


async def prepare(connection: Connection) -> None:
    """Reads numbers as a grid wants them; orjson writes dates by itself."""
    await connection.set_type_codec(
        "numeric", schema="pg_catalog", encoder=str, decoder=float, format="text"
    )


@asynccontextmanager
async def lifespan(application: FastAPI):
    async with asyncpg.create_pool(
        min_size=POOL, max_size=POOL, connection_class=Connection, init=prepare
    ) as pool:
        application.state.pool = pool
        yield


app = FastAPI(lifespan=lifespan, openapi_url=None)


def json(body: bytes) -> Response:
    return Response(body, media_type="application/json")


async def rows(sql: str, *values) -> Response:
    found = await app.state.pool.fetch(sql, *values)
    return json(orjson.dumps([dict(row) for row in found]))


async def pieces(sql: str, *values):
    """An array in pieces; the cursor goes on only when the client has taken the piece before."""
    async with app.state.pool.acquire() as connection, connection.transaction(readonly=True):
        cursor = await connection.cursor(sql, *values)
        before = b"["
        while found := await cursor.fetch(ROWS_AT_ONCE):
            yield before + orjson.dumps([dict(row) for row in found])[1:-1]
            before = b","
        yield b"[]" if before == b"[" else b"]"


@app.get("/widgets/one_row")
async def one_row(symbol: str):
    return await rows(ONE_ROW, symbol)


@app.get("/widgets/table100")
async def hundred(symbol: str):
    return await rows(HUNDRED, symbol)


@app.get("/widgets/table10k")
async def ten_thousand(symbols: str):
    return await rows(TEN_THOUSAND, symbols.split(","))


@app.get("/widgets/table1m")
async def million(last_symbol: str):
    return StreamingResponse(pieces(MILLION, last_symbol), media_type="application/json")


@app.get("/options/options")
async def options():
    return await rows(OPTIONS)


@app.get("/widgets.json")
async def widgets():
    return json(WIDGETS)


if __name__ == "__main__":
    uvicorn.run(
        "main:app",
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        workers=PROCESSES,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
