SELECT name AS value, upper(name) AS label FROM sql_widgets.lookup WHERE query IS NULL AND name = 'regions'
