-- ---
-- type: html
-- template: |
--   {{#symbol}}<p class="{{/symbol}}a">b</p>
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
