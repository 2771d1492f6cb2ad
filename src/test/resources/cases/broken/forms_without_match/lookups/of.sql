SELECT value FROM sql_widgets.lookup_option WHERE lookup = :parent
