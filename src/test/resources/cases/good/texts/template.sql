-- ---
-- type: markdown
-- template: |
--   # {{symbol}}
--
--   {{#rows}}
--   - {{month}}: {{{close_usd}}}{{^-last}},{{/-last}}
--   {{/rows}}
--   {{^rows}}none{{/rows}}
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
