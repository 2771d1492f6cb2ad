-- ---
-- type: html
-- template: |
--   {{=<% %>=}}<%symbol%>
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
