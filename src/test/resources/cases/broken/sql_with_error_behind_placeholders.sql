SELECT symbol, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol AND month >= :from AND mnth <= :until
