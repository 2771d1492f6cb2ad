SELECT symbol AS label, symbol AS sent
FROM   monthly_stock_prices
