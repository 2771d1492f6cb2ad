
-- The closing price of a stock, from a month on
--
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol AND month >= :from_month AND close_usd >= :at_least;
