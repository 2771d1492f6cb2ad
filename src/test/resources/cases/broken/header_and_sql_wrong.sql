-- ---
-- name: Prices
-- staleTime: 10
-- columns:
--   close_us: { decimalPlaces: 2 }
-- ---
SELECT symbol, clse_usd
FROM   monthly_stock_prices
