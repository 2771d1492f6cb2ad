-- ---
-- params:
--   - paramName: from
--     type: number
--   - paramName: at_least
--     type: date
-- ---
SELECT month, close_usd FROM monthly_stock_prices
WHERE month >= :from AND close_usd >= :at_least
