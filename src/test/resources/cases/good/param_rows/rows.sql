-- ---
-- params:
--   - - { paramName: symbol, type: text }
--     - { paramName: from, type: date }
--   - []
--   - { paramName: at_least, type: number }
--   - - { paramName: at_most, type: number }
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol = :symbol AND month >= :from AND close_usd BETWEEN :at_least AND :at_most AND close_usd > :undeclared
