SELECT symbol, month
FROM   monthly_stock_prices
WHERE
