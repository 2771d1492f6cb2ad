-- ---
-- cache: { fresh: 5m, stale: 1h }
-- ---
SELECT symbol FROM monthly_stock_prices
