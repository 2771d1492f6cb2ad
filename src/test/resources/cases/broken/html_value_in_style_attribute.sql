-- ---
-- type: html
-- template: |
--   <p style="color: {{symbol}}">a</p>
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
