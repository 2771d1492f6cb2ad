SELECT symbol /*[ , close_usd * :factor AS price ]*/
FROM   monthly_stock_prices
