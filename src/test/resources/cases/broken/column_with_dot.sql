SELECT symbol AS "stock.symbol" FROM monthly_stock_prices
