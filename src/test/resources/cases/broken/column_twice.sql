SELECT a.month, a.close_usd, b.close_usd
FROM   monthly_stock_prices a
JOIN   monthly_stock_prices b ON b.month = a.month
WHERE  a.symbol = 'AAPL' AND b.symbol = 'IBM'
