-- ---
-- name: Prices
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol = :größe OR symbol = :ähnlich
