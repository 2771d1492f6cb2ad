-- 500 symbols with 2,500 trading days each: 1,250,000 rows, the same everywhere. The prices are whole
-- numbers of cents: a wave of its own for each symbol, and a little that looks like chance.
BEGIN;

CREATE TABLE instruments (
    symbol varchar(6) PRIMARY KEY,
    name varchar(40) NOT NULL
);

INSERT INTO instruments
SELECT 'SYM' || lpad(s::text, 3, '0'),
       (ARRAY['Northern', 'Southern', 'Eastern', 'Western', 'United'])[s % 5 + 1] || ' '
           || (ARRAY['Steel', 'Rail', 'Power', 'Paper', 'Glass', 'Grain', 'Copper'])[s % 7 + 1] || ' ' || s
FROM generate_series(1, 500) AS s;

CREATE TABLE prices (
    symbol varchar(6) NOT NULL REFERENCES instruments,
    trade_date date NOT NULL,
    open numeric(10, 2) NOT NULL,
    high numeric(10, 2) NOT NULL,
    low numeric(10, 2) NOT NULL,
    close numeric(10, 2) NOT NULL,
    volume bigint NOT NULL,
    PRIMARY KEY (symbol, trade_date)
);

INSERT INTO prices
SELECT 'SYM' || lpad(s::text, 3, '0'),
       DATE '2015-01-05' + d / 5 * 7 + d % 5,
       opening / 100.0,
       (greatest(opening, closing) + (d * 7 + s) % 90) / 100.0,
       (least(opening, closing) - (d * 11 + s) % 80) / 100.0,
       closing / 100.0,
       100000 + (d * 7919 + s * 104729) % 900000
FROM generate_series(1, 500) AS s,
     generate_series(0, 2499) AS d,
     LATERAL (SELECT 2000 + s * 37 + abs((d * (s % 13 + 3)) % 4000 - 2000) AS base) AS wave,
     LATERAL (SELECT base + (d * 31 + s * 17) % 97 AS opening,
                     base + (d * 53 + s * 29) % 101 AS closing) AS day
ORDER BY s, d;

-- Every server asks the same plain plans.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
    EXECUTE format('ALTER DATABASE %I SET max_parallel_workers_per_gather = 0', current_database());
END
$$;

COMMIT;

VACUUM (ANALYZE) instruments, prices;
