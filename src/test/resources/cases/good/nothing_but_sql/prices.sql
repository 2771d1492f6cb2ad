SELECT symbol, month, close_usd FROM monthly_stock_prices
