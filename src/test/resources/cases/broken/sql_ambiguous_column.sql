SELECT symbol
FROM   monthly_stock_prices a
JOIN   monthly_stock_prices b ON a.month = b.month
