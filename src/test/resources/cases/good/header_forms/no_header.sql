/* not this */
--
--- Prices of Apple ---
SELECT month, close_usd FROM monthly_stock_prices WHERE symbol = 'AAPL'
