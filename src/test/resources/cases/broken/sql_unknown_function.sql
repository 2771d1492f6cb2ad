SELECT symbol,
       median_of(close_usd) AS middle
FROM   monthly_stock_prices
