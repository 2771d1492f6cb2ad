SELECT p.symbol,
       p.clse_usd
FROM   monthly_stock_prices p
