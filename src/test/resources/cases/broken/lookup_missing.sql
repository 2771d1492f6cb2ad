-- ---
-- params:
--   - paramName: symbol
--     lookup: symbols
--   - paramName: sector
-- ---
SELECT month, close_usd FROM monthly_stock_prices WHERE symbol = :symbol
