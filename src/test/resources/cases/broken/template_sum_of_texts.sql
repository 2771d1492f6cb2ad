-- ---
-- type: html
-- template: |
--   {{sum.symbol}}
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
