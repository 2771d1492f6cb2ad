-- ---
-- name: Newer prices
-- formerIds:
--   - old_prices
--   - prices
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
