-- ---
-- name: Prices
-- ---
WITH changed AS (
  UPDATE monthly_stock_prices SET close_usd = 0 RETURNING symbol
)
SELECT symbol FROM changed
