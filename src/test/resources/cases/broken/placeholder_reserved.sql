SELECT symbol
FROM   monthly_stock_prices
WHERE  symbol = :query
OR     symbol = :raw
