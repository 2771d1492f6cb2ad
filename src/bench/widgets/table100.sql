-- ---
-- name: Table 100
-- ---
-- The last 100 trading days of one symbol.
SELECT symbol, trade_date, open, high, low, close, volume
FROM prices
WHERE symbol = :symbol
ORDER BY trade_date DESC
LIMIT 100
