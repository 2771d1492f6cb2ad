-- ---
-- name: Filler 1
-- category: Filler
-- params:
--   - paramName: symbol
--     lookup: options
--     value: SYM001
--   - paramName: from
--     type: date
--     value: "2015-01-05"
-- ---
SELECT symbol, trade_date, open, high, low, close, volume
FROM prices
WHERE symbol = :symbol AND trade_date >= :from
ORDER BY trade_date
