-- Prices of all stocks
SELECT symbol, month
FORM   monthly_stock_prices
ORDER  BY month
