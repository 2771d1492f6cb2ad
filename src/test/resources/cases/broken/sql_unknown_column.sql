SELECT symbol,
       clse_usd
FROM   monthly_stock_prices
