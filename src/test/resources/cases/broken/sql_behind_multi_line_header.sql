-- ---
-- name: Prices
--
-- description: |
--   Prices,
--   month by month
-- ---


  SELECT symbol, clse_usd FROM monthly_stock_prices WHERE symbol = :symbol
