SELECT symbol
FROM   montly_stock_prices
