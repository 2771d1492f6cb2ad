-- ---
-- type: omni
-- template: Hello {{symbol}}
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol = :prompt
