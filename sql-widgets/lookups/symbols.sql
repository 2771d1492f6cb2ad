-- ---
-- description: Stocks, by company name
-- cache: 10m                      # the list changes rarely: answer from memory
-- ---
-- Every dropdown with "lookup: symbols" shows these rows. value goes into the query, label into
-- the dropdown, description into the second line of an option.
SELECT   p.symbol AS value,
         c.company AS label,
         p.symbol || ', since ' || to_char(min(p.month), 'YYYY-MM') AS description
FROM     monthly_stock_prices p
JOIN     (VALUES ('AAPL', 'Apple'),
                 ('AMZN', 'Amazon'),
                 ('GOOG', 'Google'),
                 ('IBM',  'IBM'),
                 ('MSFT', 'Microsoft')) AS c (symbol, company) ON c.symbol = p.symbol
GROUP BY p.symbol, c.company
ORDER BY c.company
