SELECT DISTINCT symbl AS value FROM monthly_stock_prices
