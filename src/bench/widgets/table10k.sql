-- ---
-- name: Table 10k
-- params:
--   - paramName: symbols
--     multiple: true
-- ---
-- 10,000 rows: the whole history of four symbols, given as one comma separated
-- parameter (the way a multi-select parameter arrives).
SELECT symbol, trade_date, open, high, low, close, volume
FROM prices
WHERE symbol IN (:symbols)
ORDER BY symbol, trade_date
