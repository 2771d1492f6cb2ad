SELECT symbol
FROM   monthly_stock_prices
WHERE  month > true
