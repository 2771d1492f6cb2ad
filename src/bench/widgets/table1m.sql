-- ---
-- name: Table 1m
-- maxRows: 2000000
-- timeout: 120s
-- ---
-- 1,000,000 rows when the last symbol is SYM400: a big export, to be streamed.
SELECT symbol, trade_date, open, high, low, close, volume
FROM prices
WHERE symbol <= :last_symbol
ORDER BY symbol, trade_date
