-- ---
-- cache: 30s
-- staleTime: 5000
-- refetchInterval: 60000
-- ---
SELECT symbol FROM monthly_stock_prices
