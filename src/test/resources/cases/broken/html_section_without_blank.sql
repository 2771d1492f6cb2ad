-- ---
-- type: html
-- template: |
--   <p {{#symbol}}class{{/symbol}}="a">b</p>
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
