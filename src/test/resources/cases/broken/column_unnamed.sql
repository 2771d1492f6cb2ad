SELECT symbol, max(close_usd) - min(close_usd), 1, count(*)
FROM   monthly_stock_prices
GROUP  BY symbol
