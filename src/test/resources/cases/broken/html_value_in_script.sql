-- ---
-- type: html
-- template: |
--   <p>{{symbol}}</p>
--   <script>show("{{symbol}}")</script>
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
