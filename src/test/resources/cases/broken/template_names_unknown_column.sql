-- ---
-- type: markdown
-- template: |
--   # Prices of {{symbl}}
--   {{#rows}}{{month}}: {{close}}{{/rows}}
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
