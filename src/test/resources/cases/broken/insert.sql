-- ---
-- name: Prices
-- ---
INSERT INTO monthly_stock_prices VALUES ('X', DATE '2024-01-01', 1)
